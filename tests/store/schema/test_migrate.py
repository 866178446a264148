import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from quiz.core.nouns.actors import UNKNOWN, account
from quiz.core.nouns.events import Muted
from quiz.service.contests.rows import JournalEntry
from quiz.store.errors import DatabaseLocked, LeftAlone
from quiz.store.journal import SqliteJournal
from quiz.store.schema.migrate import (
    SCRIPTS,
    DatabaseUnreadable,
    NewerDatabase,
    open_database,
    revisions,
)
from quiz.store.schema.tables import metadata
from quiz.store.sqlite.database import FILE_NAME, Database
from tests.store.sqlite.full import files_of_at_most

LAST = revisions(SCRIPTS)[-1]
NEXT = """
from alembic import op
revision = "9999"
down_revision = {last!r}
def upgrade():
    op.execute("CREATE TABLE later (a TEXT)")
    op.execute({more!r})
"""


def later_scripts(tmp_path: Path, more: str) -> Path:
    """The program's own scripts and one more step."""
    scripts = tmp_path / "scripts"
    shutil.copytree(SCRIPTS, scripts)
    (scripts / "versions" / "9999_next.py").write_text(NEXT.format(more=more, last=LAST))
    return scripts


def earlier_scripts(tmp_path: Path, last: str) -> Path:
    """The scripts of an earlier version of the program, whose last step this was."""
    scripts = tmp_path / f"scripts-{last}"
    shutil.copytree(SCRIPTS, scripts)
    for path in (scripts / "versions").glob("[0-9]*.py"):
        if path.name[:4] > last:
            path.unlink()
    return scripts


def tables_of(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as raw:
        return {
            name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type='table'")
        }


def test_first_start_creates_folder_and_tables(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there"
    open_database(folder).close()
    expected = {"alembic_version", *metadata.tables}
    assert tables_of(folder / FILE_NAME) == expected


def test_migrations_lead_to_the_declared_tables(database: Database) -> None:
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_revisions_told_from_names_are_those_of_the_scripts() -> None:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS))
    scripts = ScriptDirectory.from_config(config)
    oldest_first = [script.revision for script in scripts.walk_revisions()][::-1]
    assert list(revisions(SCRIPTS)) == oldest_first


def test_later_start_does_not_load_alembic(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    program = (
        "import sys, pathlib\n"
        "from quiz.store.schema.migrate import open_database\n"
        "open_database(pathlib.Path(sys.argv[1])).close()\n"
        "print('alembic' in sys.modules)"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    root = Path(__file__).parents[3]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    assert answer.stdout == "False\n"


def test_file_that_is_older_is_copied_aside_and_migrated(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    open_database(folder).close()
    open_database(folder, scripts=later_scripts(tmp_path, "SELECT 1")).close()
    copy = folder / f"contests-before-migration-of-{LAST}.db"
    assert tables_of(folder / FILE_NAME) - tables_of(copy) == {"later"}


def test_journal_from_before_actors_is_kept_and_nobodys(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    open_database(folder, scripts=earlier_scripts(tmp_path, "0003")).close()
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw, raw:
        raw.execute(
            "INSERT INTO contests (id, pin, title, owner, created_at, stage, joined)"
            " VALUES ('a', '1', 'Hội thi', 1, 5, 'lobby', 0)"
        )
        raw.execute(
            """INSERT INTO journal VALUES ('a', 1, 'x', 0, 'Muted', '{"muted":true}', 1000)"""
        )
    with closing(open_database(folder)) as database:
        journal = SqliteJournal(database)
        old = JournalEntry(1, "x", 0, Muted(muted=True), 1000, UNKNOWN)
        assert journal.entries("a") == [old]
        new = replace(old, version=2, command_id="y", actor=account(3))
        with journal.transaction("a") as transaction:
            transaction.append([new])
        assert journal.entries("a") == [old, new]
    with closing(sqlite3.connect(folder / "contests-before-migration-of-0003.db")) as raw:
        columns = {name for _, name, *_ in raw.execute("PRAGMA table_info(journal)")}
    assert "actor" not in columns


def test_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    open_database(folder).close()
    before = tables_of(folder / FILE_NAME)
    with pytest.raises(DatabaseUnreadable):
        open_database(folder, scripts=later_scripts(tmp_path, "SELECT * FROM nowhere"))
    assert tables_of(folder / FILE_NAME) == before
    open_database(folder).close()


def test_file_of_a_newer_version_is_told_apart(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    open_database(folder, scripts=later_scripts(tmp_path, "SELECT 1")).close()
    with pytest.raises(NewerDatabase) as problem:
        open_database(folder)
    assert problem.value.revision == "9999"


def test_file_that_is_no_database_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(b"this is a letter, not a database\n" * 100)
    with pytest.raises(DatabaseUnreadable):
        open_database(tmp_path)
    assert path.read_bytes().startswith(b"this is a letter")


def test_damaged_file_is_unreadable(tmp_path: Path) -> None:
    open_database(tmp_path).close()
    path = tmp_path / FILE_NAME
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\x55" * (len(whole) - 4096))
    with pytest.raises(DatabaseUnreadable):
        open_database(tmp_path)


def test_database_of_another_program_is_unreadable(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as raw:
        raw.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(DatabaseUnreadable):
        open_database(tmp_path)


def test_folder_that_is_a_file_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a note")
    with pytest.raises(DatabaseUnreadable):
        open_database(tmp_path / "data")


def test_file_that_is_a_folder_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(DatabaseUnreadable):
        open_database(tmp_path)


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
@pytest.mark.parametrize("exists", [True, False])
def test_file_that_another_program_holds_is_locked_and_not_unreadable(
    tmp_path: Path, mode: str, exists: bool
) -> None:
    if exists:
        open_database(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseLocked):
            open_database(tmp_path)
        other.execute("COMMIT")
    open_database(tmp_path).close()


def test_migration_whose_copy_finds_no_room_leaves_the_file_and_nothing_beside_it(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "data"
    open_database(folder).close()
    scripts = later_scripts(tmp_path, "SELECT 1")
    before = tables_of(folder / FILE_NAME)
    with files_of_at_most(40_000), pytest.raises(DatabaseUnreadable):
        open_database(folder, scripts=scripts)
    assert not list(folder.glob("contests-before-*"))
    assert tables_of(folder / FILE_NAME) == before
    open_database(folder, scripts=scripts).close()


def test_file_without_tables_beside_its_own_log_is_begun(tmp_path: Path) -> None:
    """A first start that found no room left it."""
    Database(tmp_path / FILE_NAME).close()
    open_database(tmp_path).close()
    assert "journal" in tables_of(tmp_path / FILE_NAME)


def test_file_below_a_copy_of_a_folder_that_was_renamed_is_not_begun(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    database = open_database(folder)
    folder.rename(tmp_path / "renamed")
    database.close(salvaging=True)
    with pytest.raises(LeftAlone) as refused:
        open_database(folder)
    assert refused.value.names == ("../data-contests-before-loss-1.db",)
    folder.rmdir()
    (tmp_path / "renamed").rename(folder)
    open_database(folder).close()


def test_file_without_tables_beside_an_older_one_is_not_begun(tmp_path: Path) -> None:
    Database(tmp_path / FILE_NAME).close()
    (tmp_path / "contests-before-restore-x.db").write_bytes(b"older answers")
    with pytest.raises(LeftAlone):
        open_database(tmp_path)
