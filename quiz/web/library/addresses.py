"""What stands in the addresses of the library's pages where a bank or a question may be named."""

RESERVED_IDS = frozenset({"duplicates", "import", "merge", "new", "preview", "questions"})
"""No bank and no question has one of these ids: its page would be another one."""
