"""What people write for keys, numbers, names and values, read without guessing."""
