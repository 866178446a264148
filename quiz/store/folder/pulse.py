"""When this server was last known to be alive: a few bytes in the data folder, written in place."""

import os
from contextlib import suppress
from pathlib import Path

from quiz.store.folder.private import private_file

FILE_NAME = "running.alive"


class FilePulse:
    """Of one data folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._last = _read(self._path)
        with suppress(OSError):
            private_file(self._path)

    def last(self) -> int:
        """When a server of this folder was last known to be alive (ms), 0 where none was."""
        return self._last

    def beat(self, now: int) -> None:
        """The server is alive at `now` (ms); a folder that is gone hears nothing of it."""
        self._last = now
        with suppress(OSError):
            descriptor = os.open(self._path, os.O_WRONLY)
            try:
                os.write(descriptor, f"{now:013d}".encode())
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _read(path: Path) -> int:
    try:
        return int(path.read_text(encoding="ascii"))
    except (OSError, ValueError):
        return 0
