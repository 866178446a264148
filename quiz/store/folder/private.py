"""Folder and files that only their owner may read; Windows keeps the folder's own permissions."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

_OURS = ("contests", "secret.", "running.", "way-in.", "logs", "quiz.log", "apart")
"""What the names of our files in a data folder begin with."""


def private_file(path: Path) -> None:
    """Have the file, made empty if need be, readable by its owner alone; raises OSError."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    _tighten(path, 0o600)


def private_folder(folder: Path) -> None:
    """Have the folder and our files in it readable by their owner alone.

    A folder found with other people's files in it stays as it is; ours in it do not.

    Raises:
        OSError: it cannot be made or read.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    inside = tuple(folder.iterdir())
    ours = tuple(_ours(inside))
    if len(ours) == len(inside):
        _tighten(folder, 0o700)
    for path in ours:
        if path.is_file():
            _tighten(path, 0o600)


def _ours(paths: tuple[Path, ...]) -> Iterator[Path]:
    return (path for path in paths if path.name.startswith(_OURS))


def _tighten(path: Path, mode: int) -> None:
    """What another user owns, and a stick that knows no such bits, stay as they are."""
    if path.stat().st_mode & 0o777 & ~mode:
        with contextlib.suppress(PermissionError):
            path.chmod(mode)
