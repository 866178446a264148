"""What the first start does: packages and browser files, with the standard library only."""
