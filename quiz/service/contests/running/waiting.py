"""Commands that wait for the writer, and those who wait for the outcome."""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from quiz.core.errors import Rejected
from quiz.service.contests.running.batch import Receipt, Submission

Tell = Callable[[Receipt | Exception], None]


@dataclass(frozen=True, slots=True)
class Waiting:
    """A command in the queue since then (s); `tell` hears of its outcome, from the writer."""

    asked: Submission
    tell: Tell
    since: float


class PendingReceipt:
    """A future: the outcome somebody waits for, on a bare lock, for many may wait at once."""

    __slots__ = ("_told", "_was")

    def __init__(self) -> None:
        self._was: Receipt | Exception | None = None
        self._told = threading.Lock()
        self._told.acquire()

    def tell(self, was: Receipt | Exception) -> None:
        """Let the one who waits go on."""
        self._was = was
        self._told.release()

    def wait(self) -> Receipt:
        """The receipt, once it is there; raises Rejected, or what went wrong."""
        self._told.acquire()
        if isinstance(self._was, Receipt):
            return self._was
        raise self._was or Rejected("storage_failed")
