"""The one file of contests: its guarded connection and its copies."""
