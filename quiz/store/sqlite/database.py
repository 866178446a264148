"""The file, through one guarded connection.

`docs/decisions/0002-journal-and-batches.md` says why it is one.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from quiz.service.errors import StorageFailed, storing_files, system_code
from quiz.store.errors import Nested
from quiz.store.sqlite.open_file import OpenFile

FILE_NAME = "contests.db"
_LOOK_AGAIN_S = 0.02
_CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "read_only",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
    sqlite3.SQLITE_CORRUPT: "damaged",
    sqlite3.SQLITE_NOTADB: "damaged",
}

_UNREACHABLE = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)


class Database:
    """An open file of contests. Safe to use from any thread; never yield inside a `with`.

    There is one connection, and leaving the inner of two uses would roll the outer back: a use
    within another raises Nested.
    """

    def __init__(self, path: Path, *, patience_s: float = 2.0) -> None:
        """Open the file; a transaction waits up to `patience_s` for another program's.

        Raises:
            sqlite3.Error: it cannot be opened, or is not a database.
        """
        self.path = path
        self._patience_s = patience_s
        self._file = OpenFile(path)
        # Lets its owner in again only so that `_alone` can say what is wrong.
        self._guard = threading.RLock()
        self._in_use = False

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep the other threads out; raises Nested where this thread is inside already."""
        with self._guard:
            if self._in_use:
                raise Nested("the database is in use further up in this thread")
            self._in_use = True
            try:
                yield
            finally:
                self._in_use = False

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for one SELECT.

        Raises:
            StorageFailed: the database said no.
        """
        with self._alone(), _named(), self._file.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that has the write lock from its start; commits at the end.

        Raises:
            StorageFailed: nothing of it was stored.
        """
        with self._begun(), self._file.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing_plainly(self) -> Iterator[sqlite3.Connection]:
        """The same transaction on the driver's connection, for what happens all the time.

        Raises:
            StorageFailed: nothing of it was stored.
        """
        with self._begun():
            yield self._file.raw
            self._file.raw.commit()

    @contextmanager
    def _begun(self) -> Iterator[None]:
        """Begin with the write lock, waiting for another program; roll back what stays open."""
        give_up_at = time.monotonic() + self._patience_s
        while True:
            with self._alone(), _named(), self._noticing_breaks():
                if self._begin(last=time.monotonic() >= give_up_at):
                    try:
                        yield
                    finally:
                        # Does nothing after a commit.
                        self._file.raw.rollback()
                    return
            time.sleep(_LOOK_AGAIN_S)

    def _begin(self, *, last: bool) -> bool:
        """Take the write lock; False when another program has it, an error at the `last` try."""
        self._file.see_in_place()
        try:
            self._file.raw.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as problem:
            if last or code_of(problem) != "locked":
                raise
            return False
        return True

    @contextmanager
    def _noticing_breaks(self) -> Iterator[None]:
        """Open the file again before the next write, where the system could not reach it."""
        try:
            yield
        except (SQLAlchemyError, sqlite3.Error) as problem:
            self._file.is_broken |= _primary(problem) in _UNREACHABLE
            raise

    def see_in_place(self) -> bool:
        """Put the files right where somebody took them away; whether that was needed of late.

        Raises:
            StorageFailed: `gone`, `replaced`, or what else keeps them from being put right.
        """
        with self._alone(), _named():
            self._file.see_in_place()
            was, self._file.was_put_right = self._file.was_put_right, False
            return was

    def try_room(self, size: int) -> None:
        """Store so many bytes beside the file, and drop them.

        Raises:
            StorageFailed: the disk does not take them.
        """
        beside = self.path.with_name(f"{self.path.name}-room")
        try:
            with storing_files(), beside.open("wb") as file:
                file.write(bytes(size))
                file.flush()
                os.fsync(file.fileno())
        finally:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def wipe(self) -> None:
        """Leave nothing that was changed or deleted, in no free page and not in the log.

        The file is written anew, which stops everybody else for as long.

        Raises:
            StorageFailed: traces may be left; the contents are as they were.
        """
        with self._alone(), _named():
            self._file.raw.execute("VACUUM")
            busy, _, _ = self._file.raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if busy:
            raise StorageFailed("another program reads the log", "locked")

    def answers(self, within_s: float = 0.5) -> bool:
        """Whether it can be read now; others who use it are waited for so long."""
        if not self._guard.acquire(timeout=within_s):
            return False
        try:
            with self.reading() as connection:
                # Of a table, or SQLite would answer without a look into the file.
                found = connection.exec_driver_sql("SELECT 1 FROM alembic_version").scalar()
            return found == 1 and self._file.is_in_place()
        except (StorageFailed, Nested):
            return False
        finally:
            self._guard.release()

    def close(self, *, salvaging: bool = False) -> None:
        """Close the file; the write-ahead log is folded into it.

        With `salvaging` what was taken away is put right or copied before.
        """
        with self._alone():
            if salvaging:
                self._file.salvage()
            self._file.close()


@contextmanager
def _named() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as problem:
        raise StorageFailed(str(getattr(problem, "orig", problem)), code_of(problem)) from problem


def code_of(problem: Exception) -> str:
    """Why SQLite or the system said no, as `StorageFailed` names it."""
    return _CODES.get(_primary(problem)) or system_code(problem)


def _primary(problem: Exception) -> int:
    """SQLite's code without what it adds to it; 0 where it did not say one."""
    cause = problem.orig if isinstance(problem, DBAPIError) else problem
    number: int = getattr(cause, "sqlite_errorcode", 0)
    return number & 0xFF
