import sqlite3
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, closing
from pathlib import Path

import pytest
from sqlalchemy import text

from quiz.service.errors import StorageFailed
from quiz.store.errors import Nested
from quiz.store.sqlite.database import Database, code_of
from tests.store.sqlite.full import files_of_at_most


def test_database_writes_ahead_and_syncs_every_commit(database: Database) -> None:
    with database.reading() as connection:
        found = {
            name: connection.execute(text(f"PRAGMA {name}")).scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_writing_with_an_error_inside_stores_nothing(database: Database) -> None:
    def stumble() -> None:
        with database.writing() as connection:
            connection.exec_driver_sql(
                "INSERT INTO accounts VALUES (1, 'An', 'an', NULL, 'host', 5)"
            )
            raise KeyError

    with pytest.raises(KeyError):
        stumble()
    with database.writing() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM accounts").scalar() == 0


Use = Callable[[Database], AbstractContextManager[object]]
USES: list[Use] = [Database.reading, Database.writing, Database.writing_plainly]
WRITES: list[Use] = [Database.writing, Database.writing_plainly]


@pytest.mark.parametrize("inner", USES)
@pytest.mark.parametrize("outer", USES)
def test_use_within_a_use_is_a_mistake(database: Database, outer: Use, inner: Use) -> None:
    with outer(database), pytest.raises(Nested), inner(database):
        pass


@pytest.mark.parametrize("inner", USES)
@pytest.mark.parametrize("outer", WRITES)
def test_write_survives_the_mistake_of_a_use_within(
    database: Database, outer: Use, inner: Use
) -> None:
    with outer(database):
        database._file.raw.execute("CREATE TABLE t (a)")
        with pytest.raises(Nested), inner(database):
            pass
    with closing(sqlite3.connect(database.path)) as other:
        assert other.execute("SELECT count(*) FROM t").fetchone() == (0,)


def test_wiping_within_a_write_is_a_mistake(database: Database) -> None:
    with database.writing(), pytest.raises(Nested):
        database.wipe()


def test_use_of_another_thread_waits_for_the_write(database: Database) -> None:
    found: list[int] = []

    def count() -> None:
        with database.reading() as connection:
            found.append(connection.exec_driver_sql("SELECT count(*) FROM t").scalar_one())

    reader = threading.Thread(target=count)
    with database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")
        reader.start()
        connection.exec_driver_sql("INSERT INTO t VALUES (1)")
    reader.join(10)
    assert found == [1]


def test_writing_while_another_program_writes_is_a_named_failure(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "contests.db", patience_s=0)) as database:
        with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StorageFailed) as problem, database.writing():
                pass
        assert problem.value.code == "locked"
        with database.writing() as connection:
            assert connection.exec_driver_sql("SELECT 1").scalar() == 1


def test_writing_waits_for_another_program_while_reading_goes_on(tmp_path: Path) -> None:
    with (
        closing(Database(tmp_path / "contests.db", patience_s=30)) as database,
        closing(sqlite3.connect(database.path, isolation_level=None)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        written = threading.Event()

        def write() -> None:
            with database.writing() as connection:
                connection.exec_driver_sql("CREATE TABLE t (a)")
            written.set()

        writer = threading.Thread(target=write)
        writer.start()
        with database.reading() as connection:
            assert connection.exec_driver_sql("SELECT 1").scalar() == 1
        assert not written.is_set()
        other.execute("ROLLBACK")
        writer.join(30)
        assert written.is_set()


def test_writing_to_a_file_that_takes_no_writes_is_a_named_failure(database: Database) -> None:
    with database.reading() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(StorageFailed) as problem, database.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")
    assert problem.value.code == "read_only"


def test_closed_database_leaves_no_log_beside_the_file(tmp_path: Path) -> None:
    opened = Database(tmp_path / "contests.db")
    with opened.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")
    opened.close()
    assert [path.name for path in tmp_path.iterdir()] == ["contests.db"]


def test_database_that_can_be_read_answers(database: Database) -> None:
    assert database.answers()


def test_database_of_another_file_does_not_answer(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "empty.db")) as database:
        assert not database.answers()


def test_closed_database_does_not_answer(tmp_path: Path) -> None:
    database = Database(tmp_path / "contests.db")
    database.close()
    assert not database.answers()


@pytest.mark.parametrize("use", USES)
def test_database_in_use_does_not_answer_when_time_is_over(database: Database, use: Use) -> None:
    answers: list[bool] = []
    asking = threading.Thread(target=lambda: answers.append(database.answers(within_s=0.01)))
    with use(database):
        asking.start()
        asking.join(10)
    assert answers == [False]
    assert database.answers()


def test_database_does_not_answer_who_uses_it(database: Database) -> None:
    with database.writing():
        assert not database.answers()


def test_room_is_tried_by_storing_as_much_and_nothing_is_left(database: Database) -> None:
    with files_of_at_most(1_000_000):
        database.try_room(1_000_000)
        with pytest.raises(StorageFailed) as full:
            database.try_room(1_000_001)
    assert full.value.code == "disk_full"
    assert list(database.path.parent.glob("*-room")) == []


def test_room_that_cannot_be_tried_is_no_full_disk(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    database = Database(folder / "contests.db")
    database.path = tmp_path / "pulled out" / "contests.db"
    with pytest.raises(StorageFailed) as gone:
        database.try_room(1)
    assert gone.value.code == "storage_failed"
    database.close()


@pytest.mark.parametrize("write", WRITES)
def test_folder_that_was_pulled_out_takes_no_write_until_it_is_back(
    tmp_path: Path, write: Use
) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    with closing(Database(folder / "contests.db")) as database:
        database._file.raw.execute("CREATE TABLE alembic_version (a)")
        database._file.raw.execute("INSERT INTO alembic_version VALUES (1)")
        folder.rename(tmp_path / "pulled out")
        assert (refused(database, write), database.answers()) == ("gone", False)
        (tmp_path / "pulled out").rename(folder)
        with write(database):
            database._file.raw.execute("CREATE TABLE t (a)")
        assert database.answers()


@pytest.mark.parametrize("write", WRITES)
def test_another_file_in_the_place_of_ours_is_not_written(tmp_path: Path, write: Use) -> None:
    path = tmp_path / "contests.db"
    with closing(Database(path)) as database:
        path.rename(tmp_path / "ours.db")
        with closing(sqlite3.connect(path)) as other:
            other.execute("CREATE TABLE t (a)")
        assert refused(database, write) == "replaced"


class DeadConnection:
    """What the system holds open of a drive that was away."""

    def __init__(self) -> None:
        self.closed = False

    def execute(self, statement: str) -> None:
        problem = sqlite3.OperationalError("disk I/O error")
        problem.sqlite_errorcode = sqlite3.SQLITE_IOERR_READ
        raise problem

    def rollback(self) -> None:
        pass

    def close(self) -> None:
        self.closed = True


@pytest.mark.parametrize("write", WRITES)
def test_file_that_can_be_reached_again_is_opened_again(database: Database, write: Use) -> None:
    database._file.raw.close()
    dead = DeadConnection()
    database._file.raw = dead  # type: ignore[assignment]
    assert refused(database, write) == "storage_failed"
    with write(database):
        database._file.raw.execute("CREATE TABLE t (a)")
    assert (dead.closed, database.answers()) == (True, True)


def refused(database: Database, write: Use) -> str:
    """Why nothing can be written."""
    with pytest.raises(StorageFailed) as problem, write(database):
        pass
    return problem.value.code


def test_file_that_windows_does_not_share_is_locked() -> None:
    problem = PermissionError(13, "used by another process")
    problem.winerror = 32  # type: ignore[attr-defined,unused-ignore]
    assert code_of(problem) == "locked"
