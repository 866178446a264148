"""The host's list of people: whole for a console that comes, then only what changed.

Thousands of rows for every newcomer would be most of what a console is sent.
"""

import threading
from collections.abc import Callable

from quiz.core.nouns.console_shapes import RosterView
from quiz.core.nouns.state import Contest
from quiz.core.views.host_view import roster

Send = Callable[[RosterView], None]


class Roster:
    """What the consoles of one contest have been told: all of them the same."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._told: RosterView | None = None

    def whole(self, contest: Contest, send: Send) -> None:
        """Send all that the others have been told; what has changed since goes to all alike."""
        with self._guard:
            if self._told is None:
                self._told = _all(contest)
            send(self._told)

    def changes(self, contest: Contest, send: Send) -> None:
        """Send what changed since the last time, if anything did."""
        with self._guard:
            before, now = self._told, _all(contest)
            news = now if before is None else _between(before, now)
            if news.rows or news.gone or before is None:
                self._told = now
                send(news)


def _all(contest: Contest) -> RosterView:
    return RosterView(contest.version, 0, roster(contest))


def _between(before: RosterView, now: RosterView) -> RosterView:
    known = {row.number: row for row in before.rows}
    rows = tuple(row for row in now.rows if known.pop(row.number, None) != row)
    return RosterView(now.v, before.v, rows, tuple(known))
