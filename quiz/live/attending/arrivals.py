"""Noticing a flood: far more people come in than came before, or people without phones.

Everybody who has the PIN may join, and a program can do so thousands of times a minute.
"""

from collections import deque
from collections.abc import Set
from itertools import pairwise

from quiz.core.nouns.console_shapes import FloodView
from quiz.core.nouns.state import Contest, Stage

WINDOW_MS = 60_000
MANY = 100
"""In a minute: fewer are taken out by hand, and a class or an office comes in together."""
TIMES = 3
"""So many times those who came before. A hall scans at one call, while next to nobody is in; when
`MANY` are in and three times as many follow in one minute, that is told: a large hall may do it."""
LASTS_MS = 10 * 60_000
"""How long it is told of those who stay: by then a host has looked."""
QUIET = FloodView(0, 0, 0, 0)


class Arrivals:
    """How people came into one contest; times are in ms."""

    def __init__(self, joined: int) -> None:
        self._joined = joined
        self._seconds: deque[tuple[int, int]] = deque()
        """In which somebody came: when each began, and how many had joined before it."""
        self._first = 0
        self._until = 0

    def note(self, joined: int, now: int) -> None:
        """So many had joined by now."""
        seconds = self._seconds
        if joined > self._joined:
            if not seconds or not 0 <= now - seconds[-1][0] < 1_000:
                seconds.append((now, self._joined))
            self._joined = joined
        # A clock set back lets go of all that seems to lie ahead.
        while seconds and not 0 <= now - seconds[0][0] < WINDOW_MS:
            seconds.popleft()

    def look(self, contest: Contest, unseen: Set[int], now: int) -> FloodView:
        """The flood that is on; `QUIET` without one. `unseen` never had a phone connected."""
        if self._seconds and self._joined - self._seconds[0][1] >= MANY:
            first = self._first or self._began()
            if self._first or _is_flood(contest, _since(contest, first, unseen)):
                self._first, self._until = first, now + LASTS_MS
        seen = _since(contest, self._first, unseen) if self._first else QUIET
        if seen.people < MANY or now >= self._until:
            self._first = 0
            return QUIET
        return seen

    def _began(self) -> int:
        """The first number of the first second that was like the busiest one."""
        before = [joined for _, joined in self._seconds]
        came = [end - start for start, end in pairwise((*before, self._joined))]
        return next(n + 1 for n, size in zip(before, came, strict=True) if size * 4 >= max(came))


def _since(contest: Contest, first: int, unseen: Set[int]) -> FloodView:
    """Those still in, from this number on."""
    came = [n for n in range(first, contest.joined + 1) if n in contest.contestants]
    without = sum(number in unseen for number in came)
    return FloodView(first, len(came), without, len(contest.contestants) - len(came))


def _is_flood(contest: Contest, found: FloodView) -> bool:
    if found.people < MANY:
        return False
    return (
        found.unseen * 2 > found.people
        or contest.stage is not Stage.LOBBY
        or found.people > TIMES * found.before >= TIMES * MANY
    )
