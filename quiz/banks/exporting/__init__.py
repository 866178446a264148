"""Banks written as other programs' files; a question that a format cannot carry is left out."""
