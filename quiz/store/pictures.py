"""Pictures of questions, already made ready for screens, by the name told from their data."""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.dialects.sqlite import insert

from quiz.store.schema.tables import pictures
from quiz.store.sqlite.database import Database


class SqlitePictures:
    """The pictures that questions of banks and of contests name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def put(self, name: str, data: bytes) -> None:
        """Keep a picture; one that is there already stays as it is.

        Raises:
            StorageFailed: the database said no.
        """
        self.put_all({name: data})

    def put_all(self, found: Mapping[str, bytes]) -> None:
        """Keep several pictures, all or none; raises StorageFailed."""
        if not found:
            return
        rows = [{"name": name, "data": data} for name, data in found.items()]
        with self._database.writing() as connection:
            connection.execute(insert(pictures).on_conflict_do_nothing(), rows)

    def get(self, name: str) -> bytes | None:
        """The data of a picture, or None; raises StorageFailed."""
        query = select(pictures.c.data).where(pictures.c.name == name)
        with self._database.reading() as connection:
            return connection.execute(query).scalar()
