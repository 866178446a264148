"""The append-only truth: events of every contest, in order."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from sqlalchemy import Connection, Row, Select, func, insert, select, update

from quiz.core.events import Event
from quiz.core.state import Stage
from quiz.store.codec import decode, encode
from quiz.store.database import Database
from quiz.store.errors import EventUnreadable
from quiz.store.rows import Entry
from quiz.store.tables import contests, journal

_columns = (
    journal.c.version,
    journal.c.command_id,
    journal.c.part,
    journal.c.kind,
    journal.c.data,
    journal.c.at,
)

_CROWD = ("ContestantJoined", "AnswerSubmitted")
_EVENTS = "SELECT version, kind, data FROM journal WHERE contest_id = ? ORDER BY version"


class Turn:
    """One transaction of one contest's writer, made by `Journal.turn`."""

    def __init__(self, connection: Connection, contest_id: str) -> None:
        self._connection = connection
        self._contest_id = contest_id

    def after(self, version: int) -> list[Entry]:
        """What the journal holds beyond `version`."""
        query = _of(self._contest_id).where(journal.c.version > version)
        return _entries(self._connection.execute(query.order_by(journal.c.version)))

    def of_commands(self, command_ids: Iterable[str]) -> list[Entry]:
        """The entries that these commands made earlier, in order."""
        # The concatenation keeps SQLite from walking the whole contest by its primary key.
        here = journal.c.contest_id.concat("") == self._contest_id
        query = select(*_columns).where(journal.c.command_id.in_(list(command_ids)), here)
        found = _entries(self._connection.execute(query))
        return sorted(found, key=lambda entry: entry.version)

    def append(self, entries: Sequence[Entry]) -> None:
        """Add entries, numbered on from the last."""
        append(self._connection, self._contest_id, entries)

    def describe(self, stage: Stage, joined: int) -> None:
        """Write into the list of contests where this one is."""
        change = update(contests).where(contests.c.id == self._contest_id)
        self._connection.execute(change.values(stage=stage.value, joined=joined))


class Journal:
    """The journals of all contests of one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def turn(self, contest_id: str) -> Iterator[Turn]:
        """A transaction that holds the contest; it commits at the end of the `with`.

        Raises:
            StorageFailed: nothing of it was stored.
            EventUnreadable: a row is not an event this version knows.
        """
        with self._database.writing() as connection:
            yield Turn(connection, contest_id)

    def entries(self, contest_id: str, after: int = 0) -> list[Entry]:
        """All entries of a contest beyond version `after`, in order.

        Raises:
            StorageFailed: the database said no.
            EventUnreadable: a row is not an event this version knows.
        """
        query = _of(contest_id).where(journal.c.version > after).order_by(journal.c.version)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return _entries(rows)

    def events(self, contest_id: str) -> Iterator[Event]:
        """All events of a contest, in order: what its state is folded from.

        Raises:
            StorageFailed: the database said no.
            EventUnreadable: a row is not an event this version knows, or one is missing.
        """
        with self._database.reading() as connection:
            # The driver's own tuples: a long contest has a row for every answer.
            cursor = connection.connection.cursor()
            rows = cursor.execute(_EVENTS, (contest_id,)).fetchall()
        for place, (version, kind, data) in enumerate(rows, start=1):
            if version != place:
                raise EventUnreadable(kind, f"row {version} follows row {place - 1}")
            yield decode(kind, data)

    def lengths(self) -> dict[str, int]:
        """How many events each contest has; costs one look-up a contest.

        Raises:
            StorageFailed: the database said no.
        """
        last = select(func.max(journal.c.version)).where(journal.c.contest_id == contests.c.id)
        with self._database.reading() as connection:
            rows = connection.execute(select(contests.c.id, last.scalar_subquery())).all()
        return {contest_id: length or 0 for contest_id, length in rows}

    def acts(self, contest_id: str) -> list[Event]:
        """The events of a contest in order, without joins and answers.

        Raises:
            StorageFailed: the database said no.
            EventUnreadable: a row is not an event this version knows.
        """
        query = (
            select(journal.c.kind, journal.c.data)
            .where(journal.c.contest_id == contest_id, journal.c.kind.not_in(_CROWD))
            .order_by(journal.c.version)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return [decode(kind, data) for kind, data in rows]


def append(connection: Connection, contest_id: str, entries: Sequence[Entry]) -> None:
    """Insert entries of one contest within the caller's transaction."""
    if not entries:
        return
    rows = []
    for entry in entries:
        kind, data = encode(entry.event)
        rows.append(
            {
                "contest_id": contest_id,
                "version": entry.version,
                "command_id": entry.command_id,
                "part": entry.part,
                "kind": kind,
                "data": data,
                "at": entry.at,
            }
        )
    connection.execute(insert(journal), rows)


def _of(contest_id: str) -> Select[int, str, int, str, str, int]:
    return select(*_columns).where(journal.c.contest_id == contest_id)


def _entries(rows: Iterable[Row[int, str, int, str, str, int]]) -> list[Entry]:
    return [
        Entry(version, command_id, part, decode(kind, data), at)
        for version, command_id, part, kind, data, at in rows
    ]
