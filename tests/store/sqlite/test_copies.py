import os
import shutil
import sqlite3
import subprocess
import sys
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


def after_kills(data: Path, copy: Path, tmp_path: Path) -> list[str]:
    """What the next start finds, for a restore that was killed at each of its steps; once each."""
    work, script = tmp_path / "work", Path(__file__).with_name("killed.py")
    work.mkdir()
    command = [sys.executable, str(script), str(data), str(copy), str(work)]
    root = Path(__file__).parents[3]
    env = {**os.environ, "PYTHONPATH": str(root)}
    said = subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout
    steps = said.splitlines()
    assert len(steps) > 10
    return [state for state, before in zip(steps, ["", *steps], strict=False) if state != before]


def test_restore_killed_at_any_step_leaves_the_old_file_or_the_new_one(
    running: Database, data: Path, tmp_path: Path
) -> None:
    """The newest of the old answers are in the log alone, as after a power cut."""
    back_up(data, tmp_path / "copy.db")
    add(running, 4, 5)
    cut = tmp_path / "cut"
    shutil.copytree(data, cut)
    assert (cut / f"{FILE_NAME}-wal").stat().st_size > 0
    states = after_kills(cut, tmp_path / "copy.db", tmp_path)
    assert states == ["[1, 2, 3, 4, 5]", "[1, 2, 3]"]


def test_restore_into_an_empty_folder_killed_on_the_way_is_not_begun_anew_over(
    running: Database, data: Path, tmp_path: Path
) -> None:
    back_up(data, tmp_path / "copy.db")
    empty = tmp_path / "empty"
    empty.mkdir()
    states = after_kills(empty, tmp_path / "copy.db", tmp_path)
    assert [states[0], *states[-2:]] == ["[]", "refused beside contests.restored", "[1, 2, 3]"]
    assert all(state.startswith("refused") for state in states[1:-1])


def test_restore_sets_a_log_aside_that_lies_alone(
    running: Database, data: Path, tmp_path: Path
) -> None:
    back_up(data, tmp_path / "copy.db")
    add(running, 4)
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(data / f"{FILE_NAME}-wal", alone)
    restore(alone, tmp_path / "copy.db", replace=False, stamp=STAMP)
    assert versions(alone) == [1, 2, 3]
    assert (alone / f"contests-before-restore-{STAMP}.db-wal").exists()


def test_restore_over_a_file_in_use_changes_nothing(
    running: Database, data: Path, tmp_path: Path
) -> None:
    back_up(data, tmp_path / "copy.db")
    add(running, 4)
    with pytest.raises(DatabaseUnreadable) as refused:
        restore(data, tmp_path / "copy.db", replace=True, stamp=STAMP)
    assert refused.value.code == "locked"
    add(running, 5)
    running.close()
    assert versions(data) == [1, 2, 3, 4, 5]
