"""Lines taken apart: starts of questions, options, fields, lists of keys, tables."""
