"""Who may do what in a contest, and what is kept about its people."""
