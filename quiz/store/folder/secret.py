"""The key that signs cookies and links, in a file only its owner may read."""

import os
import secrets
from pathlib import Path

from filelock import FileLock

from quiz.store.errors import DatabaseUnreadable

FILE_NAME = "secret.key"
_LENGTH = 64


def secret_key(folder: Path) -> str:
    """The folder's key, 64 hexadecimal digits; made on the first call.

    Of several who call first at once, one makes it and all have the same.

    Raises:
        DatabaseUnreadable: the file cannot be read, or not be written.
    """
    path = folder / FILE_NAME
    try:
        return _read(path) or _made(path)
    except OSError as problem:
        raise DatabaseUnreadable(f"{path}: {problem}") from problem


def _read(path: Path) -> str:
    """The key in the file; empty when there is none, or half of one."""
    if not path.exists():
        return ""
    found = path.read_text(encoding="ascii", errors="replace").strip()
    return found if len(found) >= _LENGTH else ""


def _made(path: Path) -> str:
    """The key, made unless somebody else was first."""
    path.parent.stat()
    with FileLock(path.with_suffix(".lock"), mode=0o600):
        return _read(path) or _write(path, secrets.token_hex(_LENGTH // 2))


def _write(path: Path, key: str) -> str:
    """Put a whole file in place, so that a power cut never leaves half a key; returns the key."""
    unfinished = path.with_suffix(".new")
    unfinished.unlink(missing_ok=True)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(key)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    return key
