"""Who is on the floor, and who stands where."""
