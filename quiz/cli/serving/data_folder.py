"""What a data folder does not let a command do, in words."""

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from filelock import Timeout

from quiz.cli.serving import problems
from quiz.core.errors import Rejected
from quiz.service.errors import StorageFailed
from quiz.store.errors import DatabaseUnreadable, LeftAlone, NewerDatabase
from quiz.store.sqlite.database import code_of

ROOM = 1_000_000
"""With fewer bytes left on the disk whatever fails is told to fail for that: SQLite says `disk I/O
error` of a log's index that finds no room."""


@contextlib.contextmanager
def in_words(folder: Path) -> Iterator[None]:
    """Have what goes wrong with a data folder told as a person can act on it.

    Raises:
        CannotStart: with the reason.
    """
    try:
        yield
    except Timeout:
        raise
    except NewerDatabase as error:
        raise problems.newer_database(folder) from error
    except LeftAlone as error:
        raise problems.left_alone(folder, error.names) from error
    except (DatabaseUnreadable, StorageFailed, Rejected, sqlite3.Error, OSError) as error:
        raise _said(folder, error) from error


def _said(folder: Path, error: Exception) -> problems.CannotStart:
    code = getattr(error, "code", "") or code_of(error)
    if code == "disk_full" or is_full(folder):
        return problems.disk_full(folder)
    if isinstance(error, DatabaseUnreadable):
        return problems.unreadable_database(folder, str(error))
    return problems.data_unusable(folder, getattr(error, "strerror", None) or str(error))


def not_copied(target: Path, error: DatabaseUnreadable) -> problems.CannotStart:
    """Why a back-up or a restore to `target` could not be carried out."""
    if error.code == "disk_full" or is_full(target):
        return problems.disk_full(target)
    return problems.not_copied(str(error))


def is_full(folder: Path) -> bool:
    """Whether there is next to no room on the disk of a folder, made already or not."""
    whole = folder.absolute()
    with contextlib.suppress(OSError):
        there = next(each for each in (whole, *whole.parents) if each.exists())
        return shutil.disk_usage(there).free < ROOM
    return False
