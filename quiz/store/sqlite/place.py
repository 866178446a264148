"""Whether the files of an open database still are where they were opened.

What a process holds open is written all the same when somebody has taken it away, and is nowhere
afterwards (docs/decisions/0026-files-taken-away.md).
"""

import time
from contextlib import suppress
from enum import StrEnum
from pathlib import Path

LOGS = ("-wal", "-shm")
"""What SQLite keeps beside an open file: its write-ahead log, and the log's index."""
LOSS = "-before-loss"
"""What a copy of an open file that was taken away is called, after the file and before a number."""
_Identity = tuple[int, int] | None
"""What tells a file from another by the same name; None where there is none."""


class Found(StrEnum):
    """What is where the files were."""

    IN_PLACE = ""
    NO_FOLDER = "no_folder"
    """The folder is away, or is another one: a stick that was pulled out."""
    NO_FILE = "no_file"
    """The folder is there, and nothing in the file's place."""
    OTHER_FILE = "other_file"
    """Another file is in its place."""
    NO_LOG = "no_log"
    """The file is in place, its log or the log's index is not."""


class FilePlace:
    """Of one open file; the files are those there when it was made."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._folder, self._file = _identity(path.parent.resolve()), _identity(path)
        self._logs = self._logs_now()

    def look(self) -> Found:
        """What is there now."""
        file = _identity(self._path)
        if file != self._file:
            if file is not None:
                return Found.OTHER_FILE
            is_here = _identity(self._path.parent.resolve()) == self._folder
            return Found.NO_FILE if is_here else Found.NO_FOLDER
        return Found.IN_PLACE if self._logs_now() == self._logs else Found.NO_LOG

    def drop_logs(self) -> None:
        """Take away the log and its index, whosever they are; raises OSError.

        A folder in the place of one goes by another name.
        """
        for beside in LOGS:
            there = _beside(self._path, beside)
            if there.is_dir() and not there.is_symlink():
                there.rename(there.with_name(f"{there.name}-aside-{time.time_ns()}"))
            there.unlink(missing_ok=True)

    def free_name(self) -> Path:
        """A name in the folder, else in the next one above it, for a copy that nothing has yet."""
        folder = next((each for each in self._path.parents if each.is_dir()), self._path.parent)
        is_there, number = folder == self._path.parent, 1
        stem = f"{self._path.stem}{LOSS}" if is_there else _stem_above(self._path)
        while (folder / f"{stem}-{number}.db").exists():
            number += 1
        return folder / f"{stem}-{number}.db"

    def _logs_now(self) -> tuple[_Identity, ...]:
        return tuple(_identity(_beside(self._path, beside)) for beside in LOGS)


def copies_above(path: Path) -> list[str]:
    """Copies of a file whose folder was away, by the way to them from that folder, in order."""
    above = path.absolute().parent.parent
    return sorted(f"../{copy.name}" for copy in above.glob(f"{_stem_above(path)}-*.db"))


def _stem_above(path: Path) -> str:
    """What a copy above the folder begins with: others may be there, of other folders."""
    return f"{path.absolute().parent.name}-{path.stem}{LOSS}"


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(path.name + suffix)


def _identity(path: Path) -> _Identity:
    with suppress(OSError):
        # Of a link itself: SQLite looks for the log beside what it leads to.
        found = path.lstat()
        return found.st_dev, found.st_ino
    return None
