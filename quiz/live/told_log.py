"""The lines of all rounds' logs: whole for a console that comes, then only what changed.

They are the only part of what a console sees that grows all evening.
"""

import threading
from collections.abc import Callable

from quiz.core.nouns.console_shapes import LogRow, LogView
from quiz.core.nouns.state import Asked, Contest, LogEntry
from quiz.core.views.host_view import log_row

TellLog = Callable[[LogView], None]
Made = tuple[LogEntry, int, LogRow]


class ToldLog:
    """What the consoles of one contest have been told: all of them the same."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._made: dict[tuple[int, int], Made] = {}
        self._told: LogView | None = None

    def whole(self, contest: Contest, send: TellLog) -> None:
        """Send all that the others have been told; what has changed since goes to all alike."""
        with self._guard:
            if self._told is None:
                self._told = self._all(contest)
            send(self._told)

    def changes(self, contest: Contest, send: TellLog) -> None:
        """Send what changed since the last time, if anything did."""
        with self._guard:
            before, now = self._told, self._all(contest)
            if before is not None and before.rows == now.rows:
                return
            self._told = now
            send(now if before is None else _between(before, now))

    def _all(self, contest: Contest) -> LogView:
        """Every line; what was asked is told anew only where it, or who left by it, changed."""
        made: dict[tuple[int, int], Made] = {}
        for round_, play in enumerate(contest.plays):
            for place, (entry, left) in enumerate(zip(play.log, play.leavers, strict=True)):
                was = self._made.get((round_, place))
                is_same = was is not None and was[0] is entry and was[1] == left
                if was is None or not isinstance(entry, Asked) or not is_same:
                    was = entry, left, log_row(contest, round_, place, entry)
                made[round_, place] = was
        self._made = made
        return LogView(contest.version, 0, 0, tuple(row for _, _, row in made.values()))


def _between(before: LogView, now: LogView) -> LogView:
    pairs = enumerate(zip(before.rows, now.rows, strict=False))
    least = min(len(before.rows), len(now.rows))
    kept = next((place for place, (old, new) in pairs if old != new), least)
    return LogView(now.v, before.v, kept, now.rows[kept:])
