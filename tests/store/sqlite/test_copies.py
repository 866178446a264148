import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quiz.service.contests.rows import ContestRow
from quiz.store.contests import SqliteContests
from quiz.store.errors import DatabaseUnreadable, NewerDatabase
from quiz.store.journal import SqliteJournal
from quiz.store.schema.migrate import open_database
from quiz.store.sqlite.copies import back_up, check, restore
from quiz.store.sqlite.database import FILE_NAME, Database
from tests.store.writer import answer

STAMP = "20261120-190000"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def running(data: Path) -> Iterator[Database]:
    """A database with one contest of three answers, kept open."""
    database = open_database(data)
    SqliteContests(database).create(ContestRow("a", "123456", "Hội thi", 1, 1000), [])
    add(database, 1, 2, 3)
    yield database
    database.close()


def add(database: Database, *versions: int) -> None:
    with SqliteJournal(database).transaction("a") as transaction:
        transaction.append([answer(version) for version in versions])


def versions(folder: Path) -> list[int]:
    with closing(open_database(folder)) as database:
        return [entry.version for entry in SqliteJournal(database).entries("a")]


def test_back_up_while_writing_goes_on_is_the_file_of_that_moment(
    running: Database, data: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.db"
    back_up(data, copy)
    add(running, 4)
    check(copy)
    assert [path.name for path in tmp_path.iterdir() if path != data] == ["copy.db"]
    restore(tmp_path / "other", copy, replace=False, stamp=STAMP)
    assert versions(tmp_path / "other") == [1, 2, 3]


def test_back_up_holds_what_is_in_the_log_only(
    running: Database, data: Path, tmp_path: Path
) -> None:
    """As after a power cut: nothing has folded the log into the file."""
    cut = tmp_path / "cut"
    cut.mkdir()
    for path in data.iterdir():
        if not path.name.endswith("-shm"):
            (cut / path.name).write_bytes(path.read_bytes())
    back_up(cut, tmp_path / "copy.db")
    restore(tmp_path / "other", tmp_path / "copy.db", replace=False, stamp=STAMP)
    assert versions(tmp_path / "other") == [1, 2, 3]


def test_back_up_never_replaces_a_file(running: Database, data: Path, tmp_path: Path) -> None:
    (tmp_path / "copy.db").write_text("a letter")
    with pytest.raises(FileExistsError):
        back_up(data, tmp_path / "copy.db")
    assert (tmp_path / "copy.db").read_text() == "a letter"


def test_back_up_of_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        back_up(tmp_path, tmp_path / "copy.db")
    assert list(tmp_path.iterdir()) == []


def test_back_up_of_a_damaged_file_leaves_nothing_half_done(data: Path, tmp_path: Path) -> None:
    open_database(data).close()
    damage(data / FILE_NAME)
    with pytest.raises(DatabaseUnreadable):
        back_up(data, tmp_path / "copy.db")
    assert [path.name for path in tmp_path.iterdir()] == ["data"]


def damage(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\x55" * (len(whole) - 4096))


def test_restore_over_contests_is_refused_unless_told(
    running: Database, data: Path, tmp_path: Path
) -> None:
    back_up(data, tmp_path / "copy.db")
    add(running, 4)
    running.close()
    with pytest.raises(FileExistsError):
        restore(data, tmp_path / "copy.db", replace=False, stamp=STAMP)
    assert versions(data) == [1, 2, 3, 4]
    aside = restore(data, tmp_path / "copy.db", replace=True, stamp=STAMP)
    assert versions(data) == [1, 2, 3]
    assert aside == data / f"contests-before-restore-{STAMP}.db"
    with closing(sqlite3.connect(aside)) as kept:
        assert kept.execute("SELECT count(*) FROM journal").fetchone() == (4,)


def test_restore_takes_the_place_of_a_damaged_file(
    running: Database, data: Path, tmp_path: Path
) -> None:
    back_up(data, tmp_path / "copy.db")
    running.close()
    damage(data / FILE_NAME)
    restore(data, tmp_path / "copy.db", replace=True, stamp=STAMP)
    assert versions(data) == [1, 2, 3]


def test_restore_of_what_is_no_back_up_changes_nothing(
    running: Database, data: Path, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("a letter\n" * 1000)
    with pytest.raises(DatabaseUnreadable):
        restore(data, letter, replace=True, stamp=STAMP)
    with pytest.raises(FileNotFoundError):
        restore(data, tmp_path / "nowhere.db", replace=True, stamp=STAMP)
    add(running, 4)
    running.close()
    assert versions(data) == [1, 2, 3, 4]


def test_restore_of_a_newer_version_is_told_apart(
    running: Database, data: Path, tmp_path: Path
) -> None:
    back_up(data, tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db", isolation_level=None)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(NewerDatabase):
        restore(tmp_path / "other", tmp_path / "copy.db", replace=False, stamp=STAMP)
    assert not (tmp_path / "other").exists()
