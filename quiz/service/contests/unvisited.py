"""Contests that nobody visits are let go after a while: state, threads and memory."""

import logging

from quiz.clock import Clock
from quiz.service.contests.runners import Runners
from quiz.service.machine import later as machine_later
from quiz.service.ports import Later

log = logging.getLogger(__name__)

LOOK_MS = 60_000
QUIET_MS = 15 * 60_000
"""How long nobody may have asked for a contest that is let go."""


class Unvisited:
    """Looks every minute."""

    def __init__(self, runners: Runners, clock: Clock, later: Later = machine_later) -> None:
        self._runners = runners
        self._clock = clock
        self._later = later
        self._call_off = _nothing
        self._closed = False

    def start(self) -> None:
        """Look in a minute, then again and again."""
        if not self._closed:
            self._call_off = self._later(LOOK_MS, self._look_on)

    def close(self) -> None:
        """Look no more."""
        self._closed = True
        self._call_off()

    def _look_on(self) -> None:
        try:
            self._runners.let_go(self._clock.now() - QUIET_MS)
        except Exception:
            log.exception("A contest that nobody visits could not be let go")
        self.start()


def _nothing() -> None:
    """Nothing is to come."""
