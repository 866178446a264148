"""Contests that are being made: what was filled in so far."""

from collections.abc import Callable

from sqlalchemy import delete, insert, select, update

from quiz.service.contests.rows import DraftRow
from quiz.store.schema.tables import drafts
from quiz.store.sqlite.database import Database


class SqliteDrafts:
    """Drafts that nobody has made a contest of or thrown away yet. All raises StorageFailed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, row: DraftRow, work: str) -> None:
        """Keep a new draft."""
        values = {"id": row.id, "owner": row.owner, "title": row.title, "at": row.at}
        with self._database.writing() as connection:
            connection.execute(
                insert(drafts).values(**values, contest_id=row.contest_id, work=work)
            )

    def listing(self) -> tuple[DraftRow, ...]:
        """All of them, the last changed first."""
        columns = (drafts.c.id, drafts.c.owner, drafts.c.title, drafts.c.contest_id, drafts.c.at)
        query = select(*columns).order_by(drafts.c.at.desc(), drafts.c.id)
        with self._database.reading() as connection:
            return tuple(DraftRow(*row) for row in connection.execute(query))

    def work(self, draft_id: str) -> str | None:
        """What was filled in; None where there is no such draft."""
        query = select(drafts.c.work).where(drafts.c.id == draft_id)
        with self._database.reading() as connection:
            return connection.execute(query).scalar()

    def change(self, draft_id: str, at: int, change: Callable[[str], tuple[str, str]]) -> bool:
        """Keep what `change` makes of the work, with its title; False where there is no draft."""
        here = drafts.c.id == draft_id
        with self._database.writing() as connection:
            work = connection.execute(select(drafts.c.work).where(here)).scalar()
            if work is None:
                return False
            title, changed = change(work)
            if changed != work:
                row = update(drafts).where(here)
                connection.execute(row.values(title=title, work=changed, at=at))
            return True

    def detach(self, draft_id: str) -> None:
        """Let a draft be that of a new contest."""
        row = update(drafts).where(drafts.c.id == draft_id)
        with self._database.writing() as connection:
            connection.execute(row.values(contest_id=""))

    def remove(self, draft_id: str) -> None:
        """Forget a draft."""
        with self._database.writing() as connection:
            connection.execute(delete(drafts).where(drafts.c.id == draft_id))
