"""How the store says no."""


class DatabaseUnreadable(Exception):
    """The data folder or its file cannot be used: not a database, damaged, or no permission."""


class NewerDatabase(Exception):
    """The file was written by a newer version of the program; `revision` is the one it has."""

    def __init__(self, revision: str) -> None:
        super().__init__(f"revision {revision} is not known here")
        self.revision = revision


class StorageFailed(Exception):
    """A transaction could not be carried out; nothing was changed.

    `code` says why: `disk_full`, `read_only`, `locked`, `damaged`, else `storage_failed`.
    """

    def __init__(self, reason: str, code: str = "storage_failed") -> None:
        super().__init__(reason)
        self.code = code


class PinTaken(Exception):
    """Another contest has this PIN."""


class EventUnreadable(Exception):
    """A journal row that this version cannot turn into an event."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(f"{kind}: {reason}")
        self.kind = kind
        self.reason = reason


class Nested(RuntimeError):
    """A use of the database within another of the same thread: a mistake of the program."""
