"""The idle timeout: contests that nobody visits are let go, with state, threads and memory."""

from quiz.clock import Clock
from quiz.service.contests.runners import Runners
from quiz.service.machine import later as machine_later
from quiz.service.ports import Later
from quiz.service.recurring import Recurring

LOOK_MS = 60_000
QUIET_MS = 15 * 60_000
"""How long nobody may have asked for a contest that is let go."""


class Unvisited(Recurring):
    """Looks every minute."""

    every_ms = LOOK_MS

    def __init__(self, runners: Runners, clock: Clock, later: Later = machine_later) -> None:
        self._runners = runners
        self._clock = clock
        super().__init__(later)

    def _look(self) -> None:
        self._runners.letting_go.let_go(self._clock.now() - QUIET_MS)
