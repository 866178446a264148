"""The pictures of each round format."""
