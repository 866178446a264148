"""How the store says no."""


class DatabaseUnreadable(Exception):
    """The data folder or its file cannot be used: not a database, damaged, or no permission.

    `code` is that of `StorageFailed`.
    """

    def __init__(self, reason: str, code: str = "storage_failed") -> None:
        super().__init__(reason)
        self.code = code


class DatabaseLocked(DatabaseUnreadable):
    """Another program holds the file just now: a back-up, a virus scanner."""


class LeftAlone(DatabaseUnreadable):
    """There is no file of contests, but what others leave: to begin anew beside it would hide it.

    `names` are those of the files, as they are reached from the folder.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(", ".join(names))
        self.names = names


class NewerDatabase(Exception):
    """The file was written by a newer version of the program; `revision` is the one it has."""

    def __init__(self, revision: str) -> None:
        super().__init__(f"revision {revision} is not known here")
        self.revision = revision


class Nested(RuntimeError):
    """A use of the database within another of the same thread: a mistake of the program."""
