"""A Word document as lines of text that know how they look."""
