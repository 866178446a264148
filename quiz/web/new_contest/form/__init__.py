"""Its fields, and the plan they come to."""
