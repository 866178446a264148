"""Write a whole database into a file: under its name it is complete and synced, or not there."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from quiz.store.folder.private import private_file


def write_whole(
    source: sqlite3.Connection, target: Path, see: Callable[[Path], object] = lambda _: None
) -> None:
    """Write all that `source` reads; `see` is shown the file before it has its name.

    Raises:
        OSError, sqlite3.Error: nothing is left of it; and what `see` raises.
    """
    unfinished = target.with_name(f"{target.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        private_file(unfinished)
        with closing(sqlite3.connect(unfinished)) as copy:
            source.backup(copy)
            # One file, nothing beside it: people carry it away on a stick.
            copy.execute("PRAGMA journal_mode = DELETE")
        see(unfinished)
        sync(unfinished)
        unfinished.replace(target)
        sync_folder(target.parent)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def sync(file: Path) -> None:
    """Have what was written to a file on the disk; raises OSError."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def sync_folder(folder: Path) -> None:
    """Have a folder's names on the disk, where the system can (Windows cannot)."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
