"""Whole copies of the file of contests: back-up, and the way back."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from quiz.store.errors import DatabaseUnreadable, NewerDatabase
from quiz.store.folder.private import private_file, private_folder
from quiz.store.schema.migrate import SCRIPTS, revision_of, revisions
from quiz.store.sqlite.database import FILE_NAME

_BESIDE = ("", "-wal", "-shm")
"""SQLite's own files beside a database."""


def back_up(folder: Path, copy: Path) -> None:
    """Write `folder`'s contests into a new file, also while a server writes to them.

    Raises:
        FileExistsError: `copy` is there already; it is left as it is.
        FileNotFoundError: there are no contests in `folder`.
        DatabaseUnreadable: they are damaged, or the copy cannot be written.
    """
    path = folder / FILE_NAME
    if copy.exists():
        raise FileExistsError(copy)
    if not path.exists():
        raise FileNotFoundError(path)
    _copy(path, copy)


def restore(folder: Path, copy: Path, *, replace: bool, stamp: str) -> Path | None:
    """Put a back-up in place; what was there is set aside, and where it is is returned.

    `stamp` ends the name of what is set aside. No server may run on `folder`.

    Raises:
        FileExistsError: there are contests in `folder` and `replace` is false; nothing is changed.
        FileNotFoundError: there is no such back-up.
        DatabaseUnreadable: it is no sound file of contests; nothing is changed.
        NewerDatabase: a newer version of the program wrote it; nothing is changed.
    """
    if not copy.exists():
        raise FileNotFoundError(copy)
    check(copy)
    path = folder / FILE_NAME
    if path.exists() and not replace:
        raise FileExistsError(path)
    private_folder(folder)
    fresh = path.with_suffix(".restored")
    fresh.unlink(missing_ok=True)
    _copy(copy, fresh)
    aside = _set_aside(path, stamp) if path.exists() else None
    fresh.rename(path)
    return aside


def check(path: Path) -> None:
    """Read a file through and through.

    Raises:
        DatabaseUnreadable, NewerDatabase: with the reason.
    """
    try:
        with closing(_reading(path)) as raw:
            found = [line for (line,) in raw.execute("PRAGMA integrity_check(5)")]
            strays = raw.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.Error as problem:
        raise DatabaseUnreadable(f"{path}: {problem}") from problem
    if found != ["ok"] or strays:
        raise DatabaseUnreadable(f"{path}: {'; '.join(found)} {strays or ''}")
    revision = revision_of(path)
    if revision is None:
        raise DatabaseUnreadable(f"{path}: empty")
    if revision not in revisions(SCRIPTS):
        raise NewerDatabase(revision)


def _copy(source: Path, target: Path) -> None:
    """A whole and sound copy in one file, or none."""
    unfinished = target.with_name(f"{target.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        private_file(unfinished)
        with closing(_reading(source)) as raw, closing(sqlite3.connect(unfinished)) as copy:
            raw.backup(copy)
            # One file, nothing beside it: people carry it away on a stick.
            copy.execute("PRAGMA journal_mode = DELETE")
        check(unfinished)
        with unfinished.open("rb+") as file:
            os.fsync(file.fileno())
        unfinished.rename(target)
    except (OSError, sqlite3.Error) as problem:
        raise DatabaseUnreadable(f"{target}: {problem}") from problem
    finally:
        unfinished.unlink(missing_ok=True)


def _set_aside(path: Path, stamp: str) -> Path:
    """Rename a file of contests with what SQLite keeps beside it; damaged or not."""
    aside = path.with_name(f"{path.stem}-before-restore-{stamp}.db")
    for beside in _BESIDE:
        found = path.with_name(path.name + beside)
        if found.exists():
            found.rename(aside.with_name(aside.name + beside))
    return aside


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10)
