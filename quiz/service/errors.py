"""How storage says no to any service."""


class StorageFailed(Exception):
    """A transaction could not be carried out; nothing was changed.

    `code` says why: `disk_full`, `read_only`, `locked`, `damaged`, `gone` (the file is not where it
    was), `replaced` (another is there), else `storage_failed`.
    """

    def __init__(self, reason: str, code: str = "storage_failed") -> None:
        super().__init__(reason)
        self.code = code
