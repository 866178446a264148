"""A Golden Bell round on pages."""
