"""The nouns of a contest: what is planned, asked for, happens, and stands; all frozen."""
