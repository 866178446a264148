"""The library's append-only log: who changed what in which question bank."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, func, insert, select
from sqlalchemy.exc import IntegrityError

from quiz.core.errors import Rejected
from quiz.service.library.rows import BankChange, Original
from quiz.store.schema.tables import accounts, bank_changes, originals
from quiz.store.sqlite.database import Database


class SqliteLibrary:
    """Changes of question banks, and the files that banks were imported from."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def versions(self) -> Mapping[str, int]:
        """The last version of every bank that was ever changed."""
        last = func.max(bank_changes.c.version).label("last")
        query = select(bank_changes.c.bank_id, last).group_by(bank_changes.c.bank_id)
        with self._database.reading() as connection:
            return {row.bank_id: row.last for row in connection.execute(query)}

    def changes(
        self, bank_id: str, *, question_id: str = "", after: int = 0
    ) -> tuple[BankChange, ...]:
        """The changes of a bank beyond version `after`, in order; of one question if named.

        Raises:
            StorageFailed: the database said no.
        """
        query = (
            select(bank_changes, func.coalesce(accounts.c.name, ""))
            .outerjoin(accounts, accounts.c.id == bank_changes.c.account_id)
            .where(bank_changes.c.bank_id == bank_id, bank_changes.c.version > after)
            .order_by(bank_changes.c.version)
        )
        if question_id:
            query = query.where(bank_changes.c.question_id == question_id)
        with self._database.reading() as connection:
            return tuple(BankChange(*row) for row in connection.execute(query))

    def append(
        self, changes: Sequence[BankChange], *, original: tuple[str, Original] | None = None
    ) -> None:
        """Store changes, all or none, and the file they came from with its bank's id.

        Raises:
            Rejected: `stale` (the optimistic lock): one of the versions was taken meanwhile.
            StorageFailed: the database said no.
        """
        rows = [_row(change) for change in changes]
        if not rows:
            return
        with self._database.writing() as connection:
            try:
                connection.execute(insert(bank_changes), rows)
            except IntegrityError as problem:
                raise Rejected("stale") from problem
            if original:
                _keep(connection, *original, changes[0])

    def originals(self, bank_id: str) -> tuple[str, ...]:
        """The names of the files a bank came from, the first import first."""
        query = select(originals.c.name).where(originals.c.bank_id == bank_id)
        with self._database.reading() as connection:
            return tuple(connection.execute(query.order_by(originals.c.id)).scalars())

    def original(self, bank_id: str, place: int) -> Original | None:
        """The file at this place (from 0) of those the bank came from."""
        query = select(originals.c.name, originals.c.data).where(originals.c.bank_id == bank_id)
        with self._database.reading() as connection:
            row = connection.execute(query.order_by(originals.c.id).offset(place).limit(1)).first()
        return Original(*row) if row else None


def _row(change: BankChange) -> dict[str, str | int | None]:
    return {
        "bank_id": change.bank_id,
        "version": change.version,
        "question_id": change.question_id,
        "act": change.act,
        "data": change.data,
        "account_id": change.account_id,
        "at": change.at,
    }


def _keep(connection: Connection, bank_id: str, original: Original, change: BankChange) -> None:
    values = {"bank_id": bank_id, "name": original.name, "data": original.data}
    who = {"account_id": change.account_id, "at": change.at}
    connection.execute(insert(originals).values(**values, **who))
