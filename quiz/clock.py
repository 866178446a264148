"""The server's clock: a port for whoever asks for the time, and the machine's own."""

import time
from collections.abc import Callable
from typing import Protocol


class Clock(Protocol):
    """The server's clock."""

    def now(self) -> int:
        """Ms since 1970."""


def elapsed_ns() -> int:
    """Time that only ever goes on (ns), a laptop's sleep counted where the system can tell it."""
    counts_sleep = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic_ns() if counts_sleep is None else time.clock_gettime_ns(counts_sleep)


class SystemClock:
    """The wall clock as it was when this was made, and from then on the time that passed.

    Whoever sets the machine's clock meanwhile moves no deadline. `ahead_ns` is how far it is ahead
    of the time that passed, for another program on this machine that wants the same clock.
    """

    def __init__(
        self,
        wall_ns: Callable[[], int] = time.time_ns,
        elapsed_ns: Callable[[], int] = elapsed_ns,
        ahead_ns: int | None = None,
    ) -> None:
        self._elapsed_ns = elapsed_ns
        self.ahead_ns = wall_ns() - elapsed_ns() if ahead_ns is None else ahead_ns

    def now(self) -> int:
        """Ms since 1970."""
        return (self.ahead_ns + self._elapsed_ns()) // 1_000_000

    def go_on_from(self, at: int) -> None:
        """Be no earlier than `at` (ms): the machine's clock was set back before this was made."""
        self.ahead_ns += max(0, at - self.now()) * 1_000_000
