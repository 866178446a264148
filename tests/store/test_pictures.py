"""Pictures are kept by name, once."""

import pytest

from quiz.service.errors import StorageFailed
from quiz.store.pictures import SqlitePictures
from quiz.store.sqlite.database import Database

NAME, OTHER = "0" * 32 + ".webp", "1" * 32 + ".webp"


def test_picture_is_found_by_its_name(database: Database) -> None:
    pictures = SqlitePictures(database)
    pictures.put(NAME, b"one")

    assert (pictures.get(NAME), pictures.get(OTHER)) == (b"one", None)


def test_picture_that_is_there_stays_as_it_is(database: Database) -> None:
    pictures = SqlitePictures(database)
    pictures.put(NAME, b"one")
    pictures.put_all({NAME: b"two", OTHER: b"three"})
    pictures.put_all({})

    assert (pictures.get(NAME), pictures.get(OTHER)) == (b"one", b"three")


def test_closed_database_is_said(database: Database) -> None:
    database.close()

    with pytest.raises(StorageFailed):
        SqlitePictures(database).get(NAME)
