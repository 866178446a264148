"""The pages of bringing questions in."""
