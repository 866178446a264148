"""The tables, and how an older file gets there."""
