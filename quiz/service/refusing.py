"""What the store cannot do, said as a refusal."""

from collections.abc import Iterator
from contextlib import contextmanager

from quiz.core.errors import Rejected
from quiz.service.errors import StorageFailed


@contextmanager
def refusing() -> Iterator[None]:
    """Raise Rejected: `storage_failed` where the store fails."""
    try:
        yield
    except StorageFailed as problem:
        raise Rejected("storage_failed") from problem
