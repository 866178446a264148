import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from quiz.store.database import Database
from quiz.store.errors import StorageFailed


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


def test_writing_while_another_program_writes_is_a_named_failure(database: Database) -> None:
    with database.reading() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(database.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFailed), database.writing():
            pass
    with database.writing() as connection:
        assert connection.exec_driver_sql("SELECT 1").scalar() == 1


def test_closed_database_leaves_no_log_beside_the_file(tmp_path: Path) -> None:
    opened = Database(tmp_path / "contests.db")
    with opened.writing() as connection:
        connection.exec_driver_sql("CREATE TABLE t (a)")
    opened.close()
    assert [path.name for path in tmp_path.iterdir()] == ["contests.db"]
