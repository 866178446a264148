"""The pages of the library: banks and their questions."""
