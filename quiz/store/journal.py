"""The append-only log: events of every contest, in order; the truth all else is told from."""

import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, func, select

from quiz.core.nouns.actors import Actor
from quiz.core.nouns.event import Event, Nature
from quiz.core.nouns.state import Stage
from quiz.formats import EVENTS
from quiz.service.contests.errors import EventUnreadable
from quiz.service.contests.rows import JournalEntry
from quiz.store.codec import decode, encode
from quiz.store.schema.tables import contests, journal
from quiz.store.sqlite.database import Database

ROW_BYTES = 4096
"""What an entry may take on the disk at most: SQLite logs the whole pages that it changes."""
_NO_ACTS = tuple(kind.__name__ for kind in EVENTS if kind.traits.nature is not Nature.ACT)
AT_A_STRETCH = 500
"""The size of a page of rows of a long contest: between two pages everybody else goes on."""
_EVENTS = (
    "SELECT version, part, kind, data FROM journal WHERE contest_id = ? AND version > ? "
    "ORDER BY version LIMIT ?"
)
_ACTS = (
    "SELECT kind, data, part FROM journal WHERE contest_id = ? AND version > ? AND version <= ? "
    f"AND kind NOT IN ({', '.join('?' * len(_NO_ACTS))}) ORDER BY version"
)
_LAST = "SELECT max(version) FROM journal WHERE contest_id = ?"
_LAST_AT = "SELECT at FROM journal WHERE contest_id = ? ORDER BY version DESC LIMIT 1"

# What every answer needs is asked of the driver itself: making and compiling the statements
# took longer than carrying them out.
_SELECT = "SELECT version, command_id, part, kind, data, at, actor FROM journal"
_AFTER = f"{_SELECT} WHERE contest_id = ? AND version > ? ORDER BY version"
_SOME = f"{_AFTER} LIMIT ?"
# The concatenation keeps SQLite from walking the whole contest by its primary key.
_OF_COMMANDS = f"{_SELECT} WHERE contest_id || '' = ? AND command_id IN"
_INSERT = (
    "INSERT INTO journal (contest_id, version, command_id, part, kind, data, at, actor) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
_DESCRIBE = "UPDATE contests SET stage = ?, joined = ? WHERE id = ?"
_ENTITLE = "UPDATE contests SET title = ? WHERE id = ?"


class SqliteTransaction:
    """One transaction of one contest's writer, made by `SqliteJournal.transaction`."""

    def __init__(
        self, connection: sqlite3.Connection, contest_id: str, room: Callable[[int], None]
    ) -> None:
        self._connection = connection
        self._contest_id = contest_id
        self._room = room

    def after(self, version: int) -> list[JournalEntry]:
        """What the journal holds beyond `version`."""
        return _entries(self._connection.execute(_AFTER, (self._contest_id, version)))

    def of_commands(self, command_ids: Iterable[str]) -> list[JournalEntry]:
        """The entries that these commands made earlier, in order."""
        asked = (self._contest_id, *command_ids)
        places = ", ".join("?" * (len(asked) - 1))
        found = _entries(self._connection.execute(f"{_OF_COMMANDS} ({places})", asked))
        return sorted(found, key=lambda entry: entry.version)

    def append(self, entries: Sequence[JournalEntry]) -> None:
        """Add entries, numbered on from the last."""
        self._connection.executemany(_INSERT, _rows(self._contest_id, entries))

    def describe(self, stage: Stage, joined: int) -> None:
        """Write into the list of contests where this one is."""
        self._connection.execute(_DESCRIBE, (stage.value, joined, self._contest_id))

    def entitle(self, title: str) -> None:
        """Write another title into the list of contests."""
        self._connection.execute(_ENTITLE, (title, self._contest_id))

    def try_room(self, entries: int) -> None:
        """Store something as large as so many entries, and drop it.

        Raises:
            StorageFailed: the disk does not take it.
        """
        self._room(max(1, entries) * ROW_BYTES)


class SqliteJournal:
    """The journals of all contests of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def transaction(self, contest_id: str) -> Iterator[SqliteTransaction]:
        """A transaction that holds the contest; it commits at the end of the `with`.

        Raises:
            StorageFailed: nothing of it was stored.
            EventUnreadable: a row is not an event this version knows.
        """
        with self._database.writing_plainly() as connection:
            yield SqliteTransaction(connection, contest_id, self._database.try_room)

    def entries(self, contest_id: str, after: int = 0) -> list[JournalEntry]:
        """All entries of a contest beyond version `after`, in order.

        Raises:
            StorageFailed: the database said no.
            EventUnreadable: a row is not an event this version knows.
        """
        return _entries(self._rows(_AFTER, contest_id, after))

    def walk(self, contest_id: str) -> Iterator[JournalEntry]:
        """The same one by one, read bit by bit: nobody else waits for a long contest.

        Raises:
            StorageFailed, EventUnreadable: on the way.
        """
        for rows in self._stretches(_SOME, contest_id):
            yield from _entries(rows)

    def events(self, contest_id: str) -> Iterator[tuple[Event, int]]:
        """All events of a contest with their parts, in order; read bit by bit.

        What its state is folded from.

        Raises:
            StorageFailed: the database said no.
            EventUnreadable: a row is not an event this version knows, or one is missing.
        """
        place = 0
        for rows in self._stretches(_EVENTS, contest_id):
            for version, part, kind, data in rows:
                place += 1
                if version != place:
                    raise EventUnreadable(kind, f"row {version} follows row {place - 1}")
                yield decode(kind, data), part

    def _stretches(self, query: str, contest_id: str) -> Iterator[list[Any]]:
        """The rows of a contest, the version first in each, some at a time."""
        version = 0
        while rows := self._rows(query, contest_id, version, AT_A_STRETCH):
            yield rows
            if len(rows) < AT_A_STRETCH:
                return
            time.sleep(0)
            version = rows[-1][0]

    def _rows(self, query: str, *given: str | int) -> list[Any]:
        """The driver's own tuples: a long contest has a row for every answer."""
        with self._database.reading() as connection:
            rows: list[Any] = connection.connection.cursor().execute(query, given).fetchall()
        return rows

    def last_at(self, contest_id: str) -> int:
        """When the last event of a contest came (ms), 0 where there is none.

        Raises:
            StorageFailed: the database said no.
        """
        return next((at for (at,) in self._rows(_LAST_AT, contest_id)), 0)

    def lengths(self) -> dict[str, int]:
        """How many events each contest has; costs one look-up a contest.

        Raises:
            StorageFailed: the database said no.
        """
        last = select(func.max(journal.c.version)).where(journal.c.contest_id == contests.c.id)
        with self._database.reading() as connection:
            rows = connection.execute(select(contests.c.id, last.scalar_subquery())).all()
        return {contest_id: length or 0 for contest_id, length in rows}

    def acts(self, contest_id: str) -> Iterator[tuple[Event, int]]:
        """The acts of a contest with their parts, in order: no notes, and nothing of the crowd.

        Raises:
            StorageFailed: the database said no.
            EventUnreadable: a row is not an event this version knows.
        """
        ((last,),) = self._rows(_LAST, contest_id)
        for first in range(0, last or 0, AT_A_STRETCH):
            rows = self._rows(_ACTS, contest_id, first, first + AT_A_STRETCH, *_NO_ACTS)
            yield from ((decode(kind, data), part) for kind, data, part in rows)
            time.sleep(0)


def append(connection: Connection, contest_id: str, entries: Sequence[JournalEntry]) -> None:
    """Insert entries of one contest within the caller's transaction."""
    if entries:
        connection.exec_driver_sql(_INSERT, list(_rows(contest_id, entries)))


def _rows(contest_id: str, entries: Iterable[JournalEntry]) -> Iterator[tuple[str | int, ...]]:
    for row in entries:
        kind, data = encode(row.event)
        yield contest_id, row.version, row.command_id, row.part, kind, data, row.at, row.actor


def _entries(rows: Iterable[tuple[int, str, int, str, str, int, Actor]]) -> list[JournalEntry]:
    return [
        JournalEntry(version, command_id, part, decode(kind, data), at, actor)
        for version, command_id, part, kind, data, at, actor in rows
    ]
