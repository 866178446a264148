"""The deadline of a running clock, kept as a timer that is always read off the state."""

import logging

from quiz.clock import Clock
from quiz.core.errors import Rejected
from quiz.core.nouns import actors
from quiz.core.nouns.commands import LockExpired
from quiz.service.contests.running.runner import Change, Runner
from quiz.service.ports import Ids, Later

log = logging.getLogger(__name__)

GRACE_MS = 60
"""Answers received before the deadline are decided first, though they still wait in the queue."""
LONGEST_WAIT_MS = 1000
"""Look at the clock again: for timers a laptop's sleep does not count."""
LATE_MS = 1000
"""Later than this is worth a line in the log."""


class LockTimer:
    """Locks the answers of one runner at each deadline."""

    def __init__(self, runner: Runner, clock: Clock, ids: Ids, later: Later) -> None:
        self._runner = runner
        self._clock = clock
        self._ids = ids
        self._later = later
        self._armed: int | None = None
        self._call_off = _nothing
        runner.subscribe(self._follow)
        self._arm(runner.due_at)

    def close(self) -> None:
        """Call the timer off."""
        self._arm(None)

    def _follow(self, change: Change) -> None:
        deadline = self._runner.due_at
        if deadline != self._armed:
            self._arm(deadline)

    def _arm(self, deadline: int | None) -> None:
        self._call_off()
        self._call_off = _nothing
        self._armed = deadline
        if deadline is not None:
            self._wait(deadline)

    def _wait(self, deadline: int) -> None:
        left = max(0, deadline + GRACE_MS - self._clock.now())
        self._call_off = self._later(min(left, LONGEST_WAIT_MS), lambda: self._wake(deadline))

    def _wake(self, deadline: int) -> None:
        if deadline != self._armed:
            return
        now = self._clock.now()
        if now < deadline + GRACE_MS:
            self._wait(deadline)
            return
        if now - deadline > LATE_MS:
            text = "deadline: what was due is asked for %d ms late"
            log.info(text, now - deadline, extra={"contest": self._runner.id})
        try:
            self._runner.submit(LockExpired(), self._ids.command(), now, actors.TIMER)
        except Rejected as refusal:
            text = "deadline: what was due was refused (%s)"
            log.info(text, refusal.code, extra={"contest": self._runner.id})
            if refusal.code == "storage_failed" and deadline == self._armed:
                self._call_off = self._later(LONGEST_WAIT_MS, lambda: self._wake(deadline))


def _nothing() -> None:
    """Nothing is armed."""
