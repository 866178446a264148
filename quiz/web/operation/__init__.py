"""How the server fares: whether it is well, and its numbers."""
