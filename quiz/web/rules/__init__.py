"""A contest's rules in words, every setting of every round: what is read out for a complaint."""
