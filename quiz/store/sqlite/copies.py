"""Whole copies of the file of contests: back-up, and the way back."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from quiz.store.errors import DatabaseUnreadable, NewerDatabase
from quiz.store.folder.private import private_file, private_folder
from quiz.store.schema.migrate import SCRIPTS, revision_of, revisions
from quiz.store.sqlite.database import FILE_NAME, code_of
from quiz.store.sqlite.place import LOGS
from quiz.store.sqlite.whole_copy import sync, sync_folder, write_whole


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

    `stamp` ends the name of what is set aside. No server may run on `folder`. Killed at any
    moment it leaves the old file or the new one, whole.

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
    fresh = path.with_suffix(".restored")
    try:
        private_folder(folder)
        _copy(copy, fresh)
        aside = _set_aside(path, stamp)
        fresh.replace(path)
        sync_folder(folder)
    except OSError as problem:
        raise DatabaseUnreadable(f"{path}: {problem}", code_of(problem)) from problem
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
    try:
        with closing(_reading(source)) as raw:
            write_whole(raw, target, check)
    except (OSError, sqlite3.Error) as problem:
        raise DatabaseUnreadable(f"{target}: {problem}", code_of(problem)) from problem


def _set_aside(path: Path, stamp: str) -> Path | None:
    """Give a file of contests, damaged or not, a second name; it loses its own to who comes next.

    A log is folded in before. One that cannot be goes by that name too, lest it be read into
    another file.
    """
    aside = path.with_name(f"{path.stem}-before-restore-{stamp}.db")
    if path.exists():
        _fold(path)
        _link(path, aside)
    for beside in LOGS:
        log = path.with_name(path.name + beside)
        if log.exists():
            log.replace(aside.with_name(aside.name + beside))
    return aside if path.exists() else None


def _fold(path: Path) -> None:
    """Write the log into the file; a damaged one keeps it. Raises DatabaseUnreadable."""
    try:
        with closing(sqlite3.connect(path, timeout=10)) as raw:
            raw.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as problem:
        if code_of(problem) != "damaged":
            raise DatabaseUnreadable(f"{path}: {problem}", code_of(problem)) from problem


def _link(path: Path, other: Path) -> None:
    """Have the file by another name too; a copy where the drive knows no links (a stick)."""
    try:
        os.link(path, other)
    except OSError:
        unfinished = other.with_name(f"{other.name}.unfinished")
        shutil.copyfile(path, unfinished)
        private_file(unfinished)
        sync(unfinished)
        unfinished.replace(other)


def _reading(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=10)
