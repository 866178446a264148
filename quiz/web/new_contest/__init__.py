"""The form of a new contest, from its fields to a plan."""
