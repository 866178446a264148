"""Imports on their way: the file, and the work on it."""

import pytest

from quiz.service.library.rows import ImportRow, Original
from quiz.store.imports import SqliteImports
from quiz.store.sqlite.database import Database

OLDER = ImportRow("a", 1, "cũ.docx", 1000)
NEWER = ImportRow("b", 2, "mới.xlsx", 2000)


@pytest.fixture
def imports(database: Database) -> SqliteImports:
    made = SqliteImports(database)
    made.add(OLDER, b"abc")
    made.add(NEWER, b"defgh")
    return made


def test_imports_are_listed_with_their_sizes_the_newest_first(imports: SqliteImports) -> None:
    assert imports.listing() == (
        ImportRow("b", 2, "mới.xlsx", 2000, 5),
        ImportRow("a", 1, "cũ.docx", 1000, 3),
    )


def test_file_is_kept_as_it_came(imports: SqliteImports) -> None:
    assert imports.file("a") == Original("cũ.docx", b"abc")
    assert imports.file("c") is None


def test_work_is_empty_until_it_is_kept(imports: SqliteImports) -> None:
    imports.keep("b", "{}")
    assert (imports.work("a"), imports.work("b"), imports.work("c")) == ("", "{}", None)


def test_removed_import_is_forgotten_with_its_file(imports: SqliteImports) -> None:
    imports.remove("a")
    assert [row.id for row in imports.listing()] == ["b"]
    assert imports.file("a") is None


def test_imports_of_long_ago_are_forgotten(imports: SqliteImports) -> None:
    imports.remove_before(2000)
    assert [row.id for row in imports.listing()] == ["b"]
