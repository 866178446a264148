"""Question banks: files in, whole questions or a list of problems out, and drawing from them."""
