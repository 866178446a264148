"""The crash drill: a server killed again and again in the middle of contests, and what is left."""
