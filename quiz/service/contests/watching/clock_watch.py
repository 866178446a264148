"""Whether the server lives while a clock runs: a stop is found by the time it left no sign of.

A kill, a power cut, a laptop's sleep and a process that was stopped are all the same here: nobody
looked for longer than a moment.
"""

import logging
import threading

from quiz.clock import Clock
from quiz.core.errors import Rejected
from quiz.core.nouns import actors
from quiz.core.nouns.commands import ReportStop
from quiz.core.question.losing import clock_until
from quiz.service.contests.ports import Pulse
from quiz.service.contests.running.runner import Change, Runner
from quiz.service.ports import Ids, Later

log = logging.getLogger(__name__)

LOOK_MS = 1000
STOPPED_MS = 2000
"""A longer time between two looks is a stop."""


class ClockWatch:
    """Looks each second while a clock of one runner runs, and reports the stops that it finds."""

    def __init__(
        self,
        runner: Runner,
        clock: Clock,
        ids: Ids,
        later: Later,
        pulse: Pulse,
        alive_at: int = 0,
    ) -> None:
        """Begin at once where a clock runs.

        Args:
            runner: whose clock it is.
            clock: tells the time.
            ids: names the reports.
            later: has it look again.
            pulse: is told that the server lives.
            alive_at: when it last did (ms), for a clock that runs already; 0: now.
        """
        self._runner = runner
        self._clock = clock
        self._ids = ids
        self._later = later
        self._pulse = pulse
        self._guard = threading.Lock()
        self._looking = False
        self._closed = False
        self._stop: tuple[int, int] | None = None
        self._looked_at = self._stored_at = alive_at or clock.now()
        self._call_off = _nothing
        runner.subscribe(self._follow)
        self._begin(in_ms=0)

    def close(self) -> None:
        """Look no more."""
        with self._guard:
            self._closed = True
            self._call_off()

    def _follow(self, change: Change) -> None:
        # What was stored is a sign of life too.
        self._stored_at = self._clock.now()
        if not self._looking:
            self._looked_at = self._stored_at
            self._begin(in_ms=LOOK_MS)

    def _begin(self, in_ms: int) -> None:
        with self._guard:
            if not self._looking and clock_until(self._runner.contest) is not None:
                self._look_again(in_ms)

    def _look_again(self, in_ms: int) -> None:
        self._looking = not self._closed
        if self._looking:
            self._call_off = self._later(in_ms, self._look)

    def _look(self) -> None:
        now = self._clock.now()
        if self._stop is None and now - self._looked_at > STOPPED_MS:
            self._stop = (self._looked_at, now)
        self._looked_at = now
        self._report()
        if now - self._stored_at >= LOOK_MS:
            self._stored_at = now
            self._pulse.beat(now)
        with self._guard:
            self._looking = False
            until = clock_until(self._runner.contest)
            if self._stop is not None or (until is not None and now <= until):
                self._look_again(LOOK_MS)

    def _report(self) -> None:
        """Have the stop stored; once more later where nothing can be stored just now."""
        if self._stop is None:
            return
        since, until = self._stop
        text = "the server stood still for %d ms while a clock ran"
        log.info(text, until - since, extra={"contest": self._runner.id})
        try:
            command = ReportStop(since, until)
            self._runner.submit(command, self._ids.command(), until, actors.TIMER)
        except Rejected as refusal:
            if refusal.code == "storage_failed":
                return
        self._stop = None


def _nothing() -> None:
    """Nothing is to be called off."""
