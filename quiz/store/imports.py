"""Imports on their way: the file that came in, and the work on its questions so far."""

from sqlalchemy import delete, func, insert, select, update

from quiz.service.library.rows import ImportRow, Original
from quiz.store.schema.tables import imports
from quiz.store.sqlite.database import Database


class SqliteImports:
    """Imports that nobody has saved or thrown away yet. Everything raises StorageFailed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, row: ImportRow, data: bytes) -> None:
        """Keep a file that came in; there is no work on it yet."""
        values = {"id": row.id, "account_id": row.account_id, "name": row.name, "at": row.at}
        with self._database.writing() as connection:
            connection.execute(insert(imports).values(**values, data=data, work=""))

    def listing(self) -> tuple[ImportRow, ...]:
        """All of them, the newest first."""
        columns = (imports.c.id, imports.c.account_id, imports.c.name, imports.c.at)
        query = select(*columns, func.length(imports.c.data)).order_by(imports.c.at.desc())
        with self._database.reading() as connection:
            return tuple(ImportRow(*row) for row in connection.execute(query))

    def file(self, import_id: str) -> Original | None:
        """The file as it came in."""
        query = select(imports.c.name, imports.c.data).where(imports.c.id == import_id)
        with self._database.reading() as connection:
            row = connection.execute(query).first()
        return Original(*row) if row else None

    def work(self, import_id: str) -> str | None:
        """The work on it; empty while the file was not read, None where there is no import."""
        query = select(imports.c.work).where(imports.c.id == import_id)
        with self._database.reading() as connection:
            return connection.execute(query).scalar()

    def keep(self, import_id: str, work: str) -> None:
        """Keep the work as it is now."""
        with self._database.writing() as connection:
            connection.execute(update(imports).where(imports.c.id == import_id).values(work=work))

    def remove(self, import_id: str) -> None:
        """Forget an import and its file."""
        with self._database.writing() as connection:
            connection.execute(delete(imports).where(imports.c.id == import_id))

    def remove_before(self, at: int) -> None:
        """Forget the imports that came in before then (ms)."""
        with self._database.writing() as connection:
            connection.execute(delete(imports).where(imports.c.at < at))
