"""The host's list of contests and the console."""
