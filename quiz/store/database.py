"""The file, through one guarded connection.

`docs/decisions/0002-journal-and-batches.md` says why it is one.
"""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from quiz.store.errors import StorageFailed

FILE_NAME = "contests.db"
# Only another program on the same file can make us wait, and waiting stops the whole hub.
_PRAGMAS = (
    "PRAGMA busy_timeout = 2000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)


class Database:
    """An open file of contests. Safe to use from any thread; never yield inside a `with`."""

    def __init__(self, path: Path) -> None:
        """Open the file.

        Raises:
            sqlite3.Error: it cannot be opened, or is not a database.
        """
        self.path = path
        self._raw = _connect(path)
        self._guard = threading.RLock()
        self._engine = create_engine("sqlite://", creator=lambda: self._raw, poolclass=StaticPool)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for one SELECT.

        Raises:
            StorageFailed: the database said no.
        """
        with self._guard, _named(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that has the write lock from its start; commits at the end.

        Raises:
            StorageFailed: nothing of it was stored.
        """
        with self._guard, _named(), self._engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
            connection.commit()

    def close(self) -> None:
        """Close the file; the write-ahead log is folded into it."""
        with self._guard:
            self._engine.dispose()
            self._raw.close()


def _connect(path: Path) -> sqlite3.Connection:
    # Transactions begin where `writing` says so, never by themselves.
    raw = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        for pragma in _PRAGMAS:
            raw.execute(pragma)
    except sqlite3.Error:
        raw.close()
        raise
    return raw


@contextmanager
def _named() -> Iterator[None]:
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as problem:
        raise StorageFailed(str(problem)) from problem
