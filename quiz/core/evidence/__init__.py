"""A contest told afterwards out of its journal: what happened, and what a result was made of."""
