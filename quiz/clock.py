"""The server's clock: a port for whoever asks for the time, and the machine's own."""

import time
from typing import Protocol


class Clock(Protocol):
    """The server's clock."""

    def now(self) -> int:
        """Ms since 1970."""


class SystemClock:
    """The wall clock."""

    def now(self) -> int:
        """Ms since 1970."""
        return time.time_ns() // 1_000_000
