"""How long contests keep names, and taking names or whole contests out of the file for good."""

from collections.abc import Callable, Iterable, Iterator

from sqlalchemy import delete, select, update

from quiz.core.nouns.event import Event
from quiz.service.contests.rows import JournalEntry
from quiz.service.people.rows import RetentionRow
from quiz.store.codec import decode, encode
from quiz.store.journal import SqliteJournal
from quiz.store.schema.tables import contests, drafts, grants, journal
from quiz.store.sqlite.database import Database
from quiz.store.sqlite.place import copies_above


class SqlitePersonalData:
    """The personal data in one database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def kept(self) -> tuple[RetentionRow, ...]:
        """Every contest; raises StorageFailed."""
        last_at = (
            select(journal.c.at)
            .where(journal.c.contest_id == contests.c.id)
            .order_by(journal.c.version.desc())
            .limit(1)
            .scalar_subquery()
        )
        query = select(contests, last_at.label("last_at"))
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
        return tuple(
            RetentionRow(row.id, row.keep_days, row.erased_at, row.last_at or row.created_at)
            for row in rows
        )

    def keep(self, contest_id: str, days: int | None) -> None:
        """Set how long this contest keeps names; raises StorageFailed."""
        self._set(contest_id, keep_days=days)

    def rewrite(
        self,
        contest_id: str,
        kinds: Iterable[type[Event]],
        change: Callable[[Event], Event],
        now: int,
    ) -> None:
        """Change the contest's events of these kinds where they stand, leaving no trace.

        So are the names of who was given a role. `erased_at` is set at the end, so that what was
        interrupted is done again.

        Raises:
            StorageFailed: nothing was changed, or traces are left in the file.
            EventUnreadable: nothing was changed.
        """
        here = journal.c.contest_id == contest_id
        names = [kind.__name__ for kind in kinds]
        query = select(journal.c.version, journal.c.kind, journal.c.data).where(
            here, journal.c.kind.in_(names)
        )
        with self._database.writing() as connection:
            for version, kind, data in connection.execute(query).all():
                new = change(decode(kind, data))
                fresh = encode(new)[1]
                if fresh != data:
                    row = update(journal).where(here, journal.c.version == version)
                    connection.execute(row.values(data=fresh))
            lent = update(grants).where(grants.c.contest_id == contest_id, grants.c.who != "")
            connection.execute(lent.values(who=""))
        self._database.wipe()
        self._set(contest_id, erased_at=now)

    def delete(self, contest_id: str) -> None:
        """Take the contest out, its journal included, and leave no trace; raises StorageFailed."""
        with self._database.writing() as connection:
            connection.execute(delete(journal).where(journal.c.contest_id == contest_id))
            connection.execute(delete(grants).where(grants.c.contest_id == contest_id))
            connection.execute(delete(drafts).where(drafts.c.contest_id == contest_id))
            connection.execute(delete(contests).where(contests.c.id == contest_id))
        self._database.wipe()

    def entries(self, contest_id: str) -> Iterator[JournalEntry]:
        """The contest's journal, read bit by bit; raises StorageFailed, EventUnreadable."""
        return SqliteJournal(self._database).walk(contest_id)

    def copies(self) -> tuple[str, ...]:
        """The older copies beside the file or above its folder; they hold what they held then."""
        path = self._database.path
        beside = sorted(copy.name for copy in path.parent.glob(f"{path.stem}-before-*.db"))
        return (*beside, *copies_above(path))

    def _set(self, contest_id: str, **values: int | None) -> None:
        with self._database.writing() as connection:
            connection.execute(update(contests).where(contests.c.id == contest_id).values(values))
