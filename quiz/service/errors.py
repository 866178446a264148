"""How storage says no to any service."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

# There are no quotas on Windows.
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_SHARING = (32, 33)
"""Windows says that another program holds the file, or a part of it."""


class StorageFailed(Exception):
    """A transaction could not be carried out; nothing was changed.

    `code` says why: `disk_full`, `read_only`, `locked`, `damaged`, `gone` (the file is not where it
    was), `replaced` (another is there), else `storage_failed`.
    """

    def __init__(self, reason: str, code: str = "storage_failed") -> None:
        super().__init__(reason)
        self.code = code


def system_code(problem: Exception) -> str:
    """Why the system said no, as `StorageFailed` names it; `storage_failed` for all else."""
    if getattr(problem, "winerror", 0) in _SHARING:
        return "locked"
    if isinstance(problem, OSError) and problem.errno in _FULL:
        return "disk_full"
    return "storage_failed"


@contextmanager
def storing_files() -> Iterator[None]:
    """Raise StorageFailed where the system cannot write or read files."""
    try:
        yield
    except OSError as problem:
        raise StorageFailed(str(problem), system_code(problem)) from problem
