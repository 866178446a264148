"""Rate limits by token buckets: so many at once, so many a second after that."""

import time
from collections import OrderedDict
from collections.abc import Callable


class Budget:
    """A token bucket of `burst` that gains `per_second`; times are in ms."""

    __slots__ = ("_at", "_burst", "_left", "_per_second")

    def __init__(self, now: int, burst: int, per_second: float) -> None:
        self._burst = burst
        self._per_second = per_second
        self._left = float(burst)
        self._at = now

    def left(self, now: int) -> float:
        """How much there is at `now`; a clock set back gives nothing and takes nothing."""
        self._left = min(self._burst, self._left + max(0, now - self._at) * self._per_second / 1000)
        self._at = now
        return self._left

    def spend(self, now: int, amount: int = 1) -> bool:
        """Take so much at `now`; False, with nothing taken, when less is left."""
        if self.left(now) < amount:
            return False
        self._left -= amount
        return True


RUSH, RUSH_PER_SECOND = 300, 300
"""More than ever come for the first time, fewer than come back when a server starts again."""


class Rush:
    """Whether phones are coming back by the hundred, so that others are to wait; times in ms."""

    def __init__(self, now: Callable[[], int] = lambda: time.monotonic_ns() // 1_000_000) -> None:
        self._now = now
        self._quiet = Budget(now(), RUSH, RUSH_PER_SECOND)

    def came(self) -> None:
        """A phone came."""
        self._quiet.spend(self._now())

    def is_on(self) -> bool:
        """Whether they come faster than it calms down."""
        return self._quiet.left(self._now()) < 1


class Budgets:
    """A budget for each name, in an LRU cache: of many names, those used last stay."""

    def __init__(self, burst: int, per_second: float, most: int = 10_000) -> None:
        self._burst = burst
        self._per_second = per_second
        self._most = most
        self._by_name: OrderedDict[str, Budget] = OrderedDict()

    def of(self, name: str, now: int) -> Budget:
        """The budget of this name, full when it is new."""
        budget = self._by_name.pop(name, None) or Budget(now, self._burst, self._per_second)
        self._by_name[name] = budget
        if len(self._by_name) > self._most:
            self._by_name.popitem(last=False)
        return budget
