"""Files that somebody takes away while they are open: nothing stored is lost."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from quiz.service.errors import StorageFailed
from quiz.store.sqlite import open_file
from quiz.store.sqlite.database import Database
from tests.store.sqlite.full import files_of_at_most

NAME = "contests.db"
Taking = Callable[[Path], object]


def removed(path: Path) -> None:
    path.unlink()


def renamed(path: Path) -> None:
    path.rename(path.with_name("aside"))


def copied(path: Path) -> None:
    """The same bytes in another file, as somebody leaves them who moved it away and back."""
    shutil.copy(path, path.with_name("aside"))
    path.unlink()
    shutil.copy(path.with_name("aside"), path)


def of_another(path: Path) -> None:
    path.unlink()
    path.write_bytes(b"\x55" * 8192)


def linked(path: Path) -> None:
    """Moved away, with a link to it in its place."""
    aside = path.with_name("aside")
    path.rename(aside)
    path.symlink_to(aside)


def in_a_folders_place(path: Path) -> None:
    path.unlink()
    path.mkdir()


def put(database: Database, value: int) -> None:
    with database.writing_plainly() as raw:
        raw.execute("CREATE TABLE IF NOT EXISTS t (a)")
        raw.execute("INSERT INTO t VALUES (?)", (value,))


def values(path: Path) -> list[int]:
    with closing(sqlite3.connect(path)) as raw:
        return [value for (value,) in raw.execute("SELECT a FROM t ORDER BY a")]


def after_a_kill(folder: Path) -> list[int]:
    """What the next start finds when the server is killed now."""
    cut = folder.with_name("cut")
    shutil.rmtree(cut, ignore_errors=True)
    shutil.copytree(folder, cut)
    return values(cut / NAME)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "data"
    made.mkdir()
    return made


@pytest.mark.parametrize(
    "taking", [removed, renamed, copied, of_another, linked, in_a_folders_place]
)
@pytest.mark.parametrize("suffix", ["-wal", "-shm"])
def test_log_that_was_taken_away_is_folded_in(folder: Path, suffix: str, taking: Taking) -> None:
    with closing(Database(folder / NAME)) as database:
        put(database, 1)
        taking(folder / f"{NAME}{suffix}")
        database.see_in_place()
        assert after_a_kill(folder) == [1]
        put(database, 2)
        assert after_a_kill(folder) == [1, 2]


@pytest.mark.parametrize("taking", [removed, renamed])
def test_file_that_was_taken_away_is_written_anew(folder: Path, taking: Taking) -> None:
    with closing(Database(folder / NAME)) as database:
        put(database, 1)
        taking(folder / NAME)
        database.see_in_place()
        assert after_a_kill(folder) == [1]
        put(database, 2)
        assert after_a_kill(folder) == [1, 2]
    assert values(folder / NAME) == [1, 2]


def test_whole_of_the_files_taken_away_is_written_anew_by_the_next_write(folder: Path) -> None:
    with closing(Database(folder / NAME)) as database:
        put(database, 1)
        for path in tuple(folder.iterdir()):
            path.unlink()
        put(database, 2)
        assert after_a_kill(folder) == [1, 2]


def test_another_file_in_the_place_is_left_and_what_was_stored_is_copied(folder: Path) -> None:
    with closing(Database(folder / NAME)) as database:
        put(database, 1)
        other = replaced(folder)
        for _ in range(3):
            assert trouble_of(database) == "replaced"
        assert values(folder / "contests-before-loss-1.db") == [1]
        assert (folder / NAME).stat().st_ino == other
        (folder / NAME).rename(folder / "other.db")
        put(database, 2)
        assert after_a_kill(folder) == [1, 2]
        assert not list(folder.glob("*-before-loss-*"))


def test_link_in_the_place_of_the_file_is_none_of_ours(folder: Path) -> None:
    """SQLite would look for the log beside what the link leads to, and find none."""
    with closing(Database(folder / NAME)) as database:
        put(database, 1)
        linked(folder / NAME)
        assert trouble_of(database) == "replaced"
        assert values(folder / "contests-before-loss-1.db") == [1]
        (folder / NAME).unlink()
        put(database, 2)
        assert after_a_kill(folder) == [1, 2]


def test_database_that_was_closed_is_not_opened_again_by_a_late_write(folder: Path) -> None:
    database = Database(folder / NAME)
    put(database, 1)
    database.close()
    with pytest.raises(StorageFailed):
        put(database, 2)
    assert values(folder / NAME) == [1]


def replaced(folder: Path) -> int:
    (folder / NAME).rename(folder / "ours.db")
    with closing(sqlite3.connect(folder / "new.db")) as raw:
        raw.execute("CREATE TABLE other (a)")
    (folder / "new.db").rename(folder / NAME)
    return (folder / NAME).stat().st_ino


def trouble_of(database: Database) -> str:
    with pytest.raises(StorageFailed) as problem:
        database.see_in_place()
    return problem.value.code


def test_our_file_that_is_back_goes_on_and_its_copy_is_dropped(folder: Path) -> None:
    with closing(Database(folder / NAME)) as database:
        put(database, 1)
        replaced(folder)
        assert trouble_of(database) == "replaced"
        (folder / "ours.db").rename(folder / NAME)
        put(database, 2)
        assert after_a_kill(folder) == [1, 2]
        assert not list(folder.glob("*-before-loss-*"))


def test_folder_that_is_away_at_the_end_leaves_a_copy_above_it(folder: Path) -> None:
    database = Database(folder / NAME)
    put(database, 1)
    assert not list(folder.parent.glob("*.db"))
    shutil.rmtree(folder)
    assert trouble_of(database) == "gone"
    database.close(salvaging=True)
    assert values(folder.parent / f"{folder.name}-contests-before-loss-1.db") == [1]


def test_copy_that_the_disk_does_not_take_is_tried_again(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_file, "SAVE_AGAIN_S", 0.0)
    with closing(Database(folder / NAME)) as database:
        put(database, 1)
        (folder / NAME).unlink()
        with files_of_at_most(100):
            assert trouble_of(database) == "gone"
            assert not list(folder.glob("*-before-loss-*"))
        database.see_in_place()
        assert after_a_kill(folder) == [1]


def test_file_that_was_taken_away_does_not_answer(folder: Path) -> None:
    with closing(Database(folder / NAME)) as database:
        with database.writing_plainly() as raw:
            raw.execute("CREATE TABLE alembic_version (a)")
            raw.execute("INSERT INTO alembic_version VALUES (1)")
        assert database.answers()
        (folder / f"{NAME}-wal").unlink()
        assert not database.answers()
        database.see_in_place()
        assert database.answers()
