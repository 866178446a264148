"""One writer for each kind of file."""
