"""The open file of a database: its connection, and what becomes of it when it is taken away.

What a process holds open is written all the same, and is nowhere afterwards: it is put right here,
or copied (docs/decisions/0026-files-taken-away.md).
"""

import logging
import sqlite3
import time
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool

from quiz.service.errors import StorageFailed
from quiz.store.sqlite.place import FilePlace, Found
from quiz.store.sqlite.whole_copy import sync_folder, write_whole

log = logging.getLogger(__name__)

# Only another program on the same file can make us wait, and inside SQLite that stops the whole
# hub: waiting for long is done outside, by `Database.writing`.
_PRAGMAS = (
    "PRAGMA busy_timeout = 50",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)
SAVE_AGAIN_S = 10.0
"""How soon a copy that could not be written is tried again."""


class OpenFile:
    """One connection and the engine over it; used by one thread at a time.

    `is_broken`: the system could not reach the file, which is opened anew before the next write.
    `was_put_right`: it was taken away since somebody set this back.
    """

    def __init__(self, path: Path) -> None:
        """Open it; raises sqlite3.Error."""
        self._path = path
        self.was_put_right = False
        self._saved: Path | None = None
        self._save_at = 0.0
        self._is_closed = False
        self._open()

    def _open(self) -> None:
        self.raw = _connect(self._path)
        self.engine = _engine(self.raw)
        self.is_broken = False
        self._place = FilePlace(self._path)

    def is_in_place(self) -> bool:
        """Whether file and log are where they were opened."""
        return not self._place.look()

    def see_in_place(self) -> None:
        """Put the files right where somebody took them away.

        Raises:
            StorageFailed: `gone`, `replaced`: they cannot be put right now; it was closed.
            sqlite3.Error: a try failed.
        """
        if self._is_closed:
            raise StorageFailed(f"{self._path} was closed")
        try:
            self._see(self._place.look())
        except OSError as problem:
            raise StorageFailed(f"{self._path} cannot be put back", "gone") from problem
        if self.is_broken:
            self._open_again()

    def _see(self, found: Found) -> None:
        match found:
            case Found.IN_PLACE if self._saved is not None:
                self._saved.unlink(missing_ok=True)
                self._saved = None
            case Found.NO_LOG if not self.is_broken:
                self._fold()
            case Found.NO_FILE:
                self._put_back()
            case Found.OTHER_FILE:
                self._save()
                raise StorageFailed(f"{self._path} is another file", "replaced")
            case Found.NO_FOLDER:
                raise StorageFailed(f"{self._path} is not there", "gone")

    def _fold(self) -> None:
        """Write the log, which we hold open, into the file, and begin another."""
        busy, _, _ = self.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StorageFailed("another program reads the log", "locked")
        self._shut()
        self._place.drop_logs()
        self._open()
        self.was_put_right = True
        log.warning("the log of the database was taken away; all of it was written to the file")

    def _put_back(self) -> None:
        """Write what we hold open into a new file in the place of the one that was taken away."""
        self._save()
        if self._saved is None:
            raise StorageFailed(f"{self._path} is not there", "gone")
        # Of the file that was taken away: SQLite would read it into the new one.
        self._place.drop_logs()
        self._saved.replace(self._path)
        self._saved = None
        sync_folder(self._path.parent)
        self._place = FilePlace(self._path)
        self._open_again()
        self.was_put_right = True
        log.warning("the file of the database was taken away; all of it was written to a new one")

    def _save(self) -> None:
        """Copy what we hold open into a file of its own, once: nothing is written meanwhile."""
        if self._saved is not None or time.monotonic() < self._save_at:
            return
        copy = self._place.free_name()
        try:
            write_whole(self.raw, copy)
        except (OSError, sqlite3.Error):
            self._save_at = time.monotonic() + SAVE_AGAIN_S
            log.exception("the database was taken away and could not be copied")
            return
        self._saved = copy
        log.warning("the database was taken away; all of it was copied to %s", copy.name)

    def _open_again(self) -> None:
        """What the system holds open is dead for good when a drive was away; the file is not."""
        self._shut()
        self._open()

    def _shut(self) -> None:
        self.is_broken = True
        self.engine.dispose()
        with suppress(sqlite3.Error):
            self.raw.close()

    def salvage(self) -> None:
        """Before the end: put right what can be, and copy what nobody would find afterwards."""
        with suppress(StorageFailed, sqlite3.Error):
            self.see_in_place()
        if self._place.look() is Found.NO_FOLDER:
            self._save()

    def close(self) -> None:
        """Fold the log in, and close for good."""
        self._is_closed = True
        self._shut()


def _engine(raw: sqlite3.Connection) -> Engine:
    made = create_engine("sqlite://", creator=lambda: raw, poolclass=StaticPool)
    # The engine's first connection rolls back, which must not meet a transaction of ours.
    made.connect().close()
    return made


def _connect(path: Path) -> sqlite3.Connection:
    # Transactions begin where `Database.writing` says so, never by themselves.
    raw = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        for pragma in _PRAGMAS:
            raw.execute(pragma)
        # Who has read has the log open.
        raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        raw.close()
        raise
    return raw
