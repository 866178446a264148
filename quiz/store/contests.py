"""The list of contests."""

from collections.abc import Sequence

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError

from quiz.core.nouns.state import Stage
from quiz.service.contests.errors import PinTaken
from quiz.service.contests.rows import ContestRow, JournalEntry
from quiz.store.journal import append
from quiz.store.schema.tables import contests
from quiz.store.sqlite.database import Database


class SqliteContests:
    """Which contests there are."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def create(self, row: ContestRow, entries: Sequence[JournalEntry]) -> None:
        """Add a contest and the beginning of its journal.

        Raises:
            PinTaken: nothing was stored.
            StorageFailed: nothing was stored.
        """
        with self._database.writing() as connection:
            try:
                connection.execute(
                    insert(contests).values(
                        id=row.id,
                        pin=row.pin,
                        title=row.title,
                        owner=row.owner,
                        created_at=row.created_at,
                        stage=row.stage.value,
                        joined=row.joined,
                    )
                )
            except IntegrityError as problem:
                raise PinTaken(row.pin) from problem
            append(connection, row.id, entries)

    def by_pin(self, pin: str) -> str | None:
        """The id of the contest with this PIN."""
        with self._database.reading() as connection:
            return connection.execute(select(contests.c.id).where(contests.c.pin == pin)).scalar()

    def pin(self, contest_id: str) -> str | None:
        """The PIN of this contest."""
        query = select(contests.c.pin).where(contests.c.id == contest_id)
        with self._database.reading() as connection:
            return connection.execute(query).scalar()

    def listing(self) -> tuple[ContestRow, ...]:
        """Every contest, the newest first.

        Raises:
            StorageFailed: the database said no.
        """
        query = select(contests).order_by(contests.c.created_at.desc(), contests.c.id)
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(
            ContestRow(r.id, r.pin, r.title, r.owner, r.created_at, Stage(r.stage), r.joined)
            for r in rows
        )
