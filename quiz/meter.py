"""What a server counts of its running: plain numbers, for whoever shows them."""

import threading
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

SIZES = (1, 2, 5, 10, 20, 50, 100, 200, 500)
SECONDS = (0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)


class Spread:
    """How many values were up to each bound and above the one before; the last: above all."""

    def __init__(self, bounds: tuple[float, ...]) -> None:
        self.bounds = bounds
        self.counts = [0] * (len(bounds) + 1)
        self.total = 0.0

    def add(self, value: float) -> None:
        """Count one more."""
        self.counts[bisect_left(self.bounds, value)] += 1
        self.total += value


class Meter:
    """Counts since the start, of all contests together. Safe to use from any thread."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self.joined = self.acknowledged = 0
        self.refused: Counter[str] = Counter()
        """By code."""
        self.failed: Counter[str] = Counter()
        """Writes, by `StorageFailed.code`."""
        self.batches = Spread(SIZES)
        self.commits = Spread(SECONDS)
        self.queued = Spread(SECONDS)
        self.pushes = Spread(SECONDS)

    def commit(
        self, took_s: float, waited_s: Iterable[float], *, joined: int, acknowledged: int
    ) -> None:
        """A batch was stored: how long that took, and how long each command had waited by then."""
        with self._guard:
            size = 0
            for waited in waited_s:
                size += 1
                self.queued.add(waited)
            self.batches.add(size)
            self.commits.add(took_s)
            self.joined += joined
            self.acknowledged += acknowledged

    def fail(self, code: str) -> None:
        """A batch could not be stored."""
        with self._guard:
            self.failed[code] += 1

    def refuse(self, code: str) -> None:
        """Somebody was told no."""
        with self._guard:
            self.refused[code] += 1

    def push(self, took_s: float) -> None:
        """A new view was written to all phones."""
        with self._guard:
            self.pushes.add(took_s)
