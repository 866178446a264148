"""What the consoles of one contest are told of who is here and of who floods in."""

import threading
from collections.abc import Callable

from quiz.core.nouns.console_shapes import FloodView, PresenceView
from quiz.core.nouns.state import Contest
from quiz.live.attending.arrivals import QUIET, Arrivals
from quiz.live.attending.presence import Presence
from quiz.live.visitors import Phones

TellConsoles = Callable[[PresenceView | FloodView], None]

EVERY_MS = 1_000


class Attendance:
    """Follows the phones; consoles hear of it at most once a second, and only what changed."""

    def __init__(self, contest: Contest, now: int) -> None:
        self._guard = threading.Lock()
        self._presence = Presence(contest.joined, now)
        self._arrivals = Arrivals(contest.joined)
        self._flood = QUIET
        self._due = now

    def follow(self, contest: Contest, phones: Phones, now: int, tell: TellConsoles) -> int:
        """Tell what changed and is due; in how many ms to look again, 0: when somebody moves."""
        with self._guard:
            self._arrivals.note(contest.joined, now)
            wait = self._presence.follow(contest.joined, phones.moved(), phones.has, now)
            # A clock set back must not silence it.
            due = min(self._due - now, EVERY_MS)
            if due > 0:
                return due
            self._due = now + EVERY_MS
            self._look(contest, now, tell)
            return wait

    def _look(self, contest: Contest, now: int, tell: TellConsoles) -> None:
        if self._presence.is_news:
            tell(self._presence.news())
        flood = self._arrivals.look(contest, self._presence.unseen(), now)
        if flood != self._flood:
            self._flood = flood
            tell(flood)

    def whole(self, tell: TellConsoles) -> None:
        """Tell a console that comes all that the others have been told."""
        with self._guard:
            tell(self._presence.whole())
            tell(self._flood)

    def unseen(self, first: int) -> tuple[int, ...]:
        """Those from this number on who never had a phone connected."""
        with self._guard:
            return tuple(sorted(n for n in self._presence.unseen() if n >= first))
