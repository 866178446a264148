"""How fast one connection may ask, and that others are heard between two of its requests."""

import time
from collections.abc import Callable

from quiz.budget import Budget
from quiz.transport.limits import REQUESTS_AT_ONCE, REQUESTS_PER_SECOND


def sleep_as_patched(seconds: float) -> None:
    """Sleep as the driver has it: this is imported before the driver is patched in."""
    time.sleep(seconds)


class Pace:
    """How fast one connection may ask, with turns for others; `now` is in ms, `sleep` in seconds.

    A request that waits unread is carried out at once: without turns, one connection that sends
    many would be heard alone.
    """

    def __init__(
        self,
        now: Callable[[], int] = lambda: time.monotonic_ns() // 1_000_000,
        sleep: Callable[[float], None] = sleep_as_patched,
    ) -> None:
        self._now = now
        self._sleep = sleep
        self._has_asked = False
        self._budget = Budget(now(), REQUESTS_AT_ONCE, REQUESTS_PER_SECOND)

    def keep(self) -> None:
        """Wait until the connection may ask, for the first time or again."""
        if self._has_asked:
            self._sleep(0)
        self._has_asked = True
        while not self._budget.spend(self._now()):
            self._sleep(1 / REQUESTS_PER_SECOND)
