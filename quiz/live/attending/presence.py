"""Who has no phone connected: what consoles are told of it, and who never had one."""

from collections.abc import Callable, Iterable

from quiz.core.nouns.console_shapes import PresenceView
from quiz.core.question.timing import back_within_ms

STEADY_MS = 5_000
"""A phone that is back by then was never away: a dead path is left and a new one opened in less."""


class Presence:
    """The phones of one contest as its consoles have been told; times are in ms.

    Who was in before this was made may have had a phone: only later ones are known to be `unseen`.
    """

    def __init__(self, joined: int, now: int) -> None:
        self._joined = joined
        self._leaving = dict.fromkeys(range(1, joined + 1), now)
        """Since when those have been gone who are not yet told to be; the longest first."""
        self._away: set[int] = set()
        self._unseen: set[int] = set()
        self._news: dict[int, bool] = {}
        """Whether they are away, of those whose consoles were told something else."""

    @property
    def is_news(self) -> bool:
        """Whether consoles have something to hear."""
        return bool(self._news)

    def follow(
        self, joined: int, moved: Iterable[int], is_here: Callable[[int], bool], now: int
    ) -> int:
        """Take in who joined, and who of the `moved` is here; the ms until somebody is away, or 0.

        A hall whose phones come back together has as long as they are told to take.
        """
        for number in range(self._joined + 1, joined + 1):
            if not is_here(number):
                self._unseen.add(number)
                self._leaving[number] = now
        self._joined = joined
        for number in moved:
            if is_here(number):
                self._came(number)
            elif number not in self._away:
                self._leaving.setdefault(number, now)
        return self._let_go(now, STEADY_MS + back_within_ms(joined))

    def _came(self, number: int) -> None:
        self._unseen.discard(number)
        self._leaving.pop(number, None)
        if number in self._away:
            self._tell(number, away=False)

    def _let_go(self, now: int, steady_ms: int) -> int:
        gone = []
        for number, since in self._leaving.items():
            if 0 <= now - since < steady_ms:
                break
            gone.append(number)
        for number in gone:
            del self._leaving[number]
            self._tell(number, away=True)
        for since in self._leaving.values():
            return min(since + steady_ms - now, steady_ms)
        return 0

    def _tell(self, number: int, *, away: bool) -> None:
        (self._away.add if away else self._away.discard)(number)
        # What was not told yet need not be taken back.
        if self._news.pop(number, away) is away:
            self._news[number] = away

    def news(self) -> PresenceView:
        """What changed since the last time."""
        told, self._news = self._news, {}
        away = tuple(number for number, is_away in told.items() if is_away)
        back = tuple(number for number, is_away in told.items() if not is_away)
        return PresenceView(False, away, back)

    def whole(self) -> PresenceView:
        """All that consoles have been told."""
        pending = {number for number, is_away in self._news.items() if is_away}
        returned = {number for number, is_away in self._news.items() if not is_away}
        return PresenceView(True, tuple(sorted((self._away - pending) | returned)))

    def unseen(self) -> frozenset[int]:
        """Those who joined, had time enough, and never had a phone connected."""
        return frozenset(self._unseen & self._away)
