"""Drawing questions for a contest by quota and seed."""
