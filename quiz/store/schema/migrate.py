"""Open the data folder: create the file on the first start, migrate it afterwards."""

import sqlite3
from contextlib import closing
from pathlib import Path

from quiz.service.errors import StorageFailed
from quiz.store.errors import DatabaseLocked, DatabaseUnreadable, LeftAlone, NewerDatabase
from quiz.store.folder.private import private_file, private_folder
from quiz.store.sqlite.database import FILE_NAME, Database, code_of
from quiz.store.sqlite.place import LOGS, copies_above
from quiz.store.sqlite.whole_copy import write_whole

__all__ = ["DatabaseUnreadable", "NewerDatabase", "open_database"]

SCRIPTS = Path(__file__).with_name("migrations")


def open_database(folder: Path, *, scripts: Path = SCRIPTS) -> Database:
    """Open `folder`'s file, creating the folder and the file where there is none.

    Both are made their owner's alone, also where they were found.
    An existing file is copied aside before it is migrated.

    Raises:
        DatabaseUnreadable: with the reason.
        DatabaseLocked: another program holds it just now.
        LeftAlone: there is none, but what a restore that was killed, a renamed file or a renamed
            folder left.
        NewerDatabase: a newer version of the program wrote it.
    """
    path = folder / FILE_NAME
    try:
        private_folder(folder)
        if not (path.exists() and path.stat().st_size):
            # SQLite deletes a log that it finds beside an empty file.
            _see_no_leftovers(path)
        private_file(path)
        database = Database(path)
    except (OSError, sqlite3.Error) as problem:
        raise _unreadable(path, problem) from problem
    try:
        _bring_up_to_date(database, scripts)
        _see_unlocked(database)
    except (sqlite3.Error, StorageFailed) as problem:
        database.close()
        raise _unreadable(path, problem) from problem
    except BaseException:
        database.close()
        raise
    return database


def _see_no_leftovers(path: Path, *own: str) -> None:
    """Raises LeftAlone where a first file is made beside older ones; `own` end its own names."""
    mine = {path.name + suffix for suffix in ("", "-journal", *own)}
    found = {each.name for each in path.parent.glob(f"{path.stem}*") if each.is_file()}
    if left := (*sorted(found - mine), *copies_above(path)):
        raise LeftAlone(left)


def _unreadable(path: Path, problem: Exception) -> DatabaseUnreadable:
    code = problem.code if isinstance(problem, StorageFailed) else code_of(problem)
    kind = DatabaseLocked if code == "locked" else DatabaseUnreadable
    return kind(f"{path}: {problem}", code)


def _see_unlocked(database: Database) -> None:
    """Raises StorageFailed where another program keeps us from writing; all else shows later."""
    try:
        with database.writing_plainly():
            pass
    except StorageFailed as problem:
        if problem.code == "locked":
            raise


def revisions(scripts: Path) -> tuple[str, ...]:
    """The known revisions, oldest first: what the scripts' names begin with."""
    names = sorted(path.name for path in (scripts / "versions").glob("[0-9]*.py"))
    return tuple(name.split("_", 1)[0] for name in names)


def _bring_up_to_date(database: Database, scripts: Path) -> None:
    known = revisions(scripts)
    found = revision_of(database.path)
    if found == known[-1]:
        return
    if found is None:
        _see_no_leftovers(database.path, *LOGS)
    elif found not in known:
        raise NewerDatabase(found)
    else:
        _copy_aside(database.path, found)
    _upgrade(database, scripts)


def revision_of(path: Path) -> str | None:
    """The revision of a file; None when it is new.

    Raises:
        DatabaseUnreadable: it is damaged, or another program's.
        sqlite3.Error: it is not a database.
    """
    with closing(sqlite3.connect(path)) as raw:
        (sound,) = raw.execute("PRAGMA quick_check(1)").fetchone()
        if sound != "ok":
            raise DatabaseUnreadable(f"{path}: {sound}")
        tables = {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}
        if not tables:
            return None
        if "alembic_version" not in tables:
            raise DatabaseUnreadable(f"{path}: not a file of contests")
        row = raw.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise DatabaseUnreadable(f"{path}: without a revision")
    return str(row[0])


def _copy_aside(path: Path, revision: str) -> None:
    """A whole copy beside the file, named after the revision it has."""
    copy = path.with_name(f"{path.stem}-before-migration-of-{revision}.db")
    with closing(sqlite3.connect(path)) as source:
        write_whole(source, copy)


def _upgrade(database: Database, scripts: Path) -> None:
    # Imported here because only the first start and a migration need them.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    with database.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
