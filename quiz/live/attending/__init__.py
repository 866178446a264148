"""Who is in, who is here, who floods in: what consoles are told of the people."""
