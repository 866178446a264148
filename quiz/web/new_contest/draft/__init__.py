"""What was filled in of a contest that is being made, kept as it is typed."""
