"""One running contest: what waits, and the writer that stores it."""
