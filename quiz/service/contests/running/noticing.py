"""What a runner's writer does, as others notice it: counted by the meter, told to the log."""

import logging
from collections.abc import Sequence

from quiz.core.errors import Rejected
from quiz.core.nouns.events import ContestantJoined
from quiz.meter import Meter
from quiz.service.contests.running.batch import Decided, Receipt
from quiz.service.contests.running.waiting import Waiting

log = logging.getLogger(__name__)


class Notice:
    """Of one contest. The log is told kinds, codes and numbers, and nothing that people typed."""

    def __init__(self, contest_id: str, meter: Meter) -> None:
        self._meter = meter
        self._of = {"contest": contest_id}

    def full(self, size: int, left: int) -> None:
        """So many commands waited that the largest batch does not hold them."""
        text = "queue: back-pressure, a batch of %d is full and %d commands wait behind it"
        log.info(text, size, left, extra=self._of)

    def others(self, count: int) -> None:
        """Others appended to the journal meanwhile."""
        text = "optimistic lock: %d events of another writer are read first"
        log.info(text, count, extra=self._of)

    def repeated(self, count: int) -> None:
        """Commands that were stored before came again."""
        text = "idempotency key: %d commands came again and get their first receipt"
        log.info(text, count, extra=self._of)

    def committed(
        self, batch: Sequence[Waiting], decided: Decided, decided_at: float, at: float
    ) -> None:
        """A batch was decided, then stored; the times are those of `Waiting.since`."""
        self._meter.commit(
            at - decided_at,
            [at - waiting.since for waiting in batch],
            joined=sum(isinstance(entry.event, ContestantJoined) for entry in decided.entries),
            acknowledged=sum(isinstance(outcome, Receipt) for outcome in decided.outcomes),
        )
        for waiting, outcome in zip(batch, decided.outcomes, strict=True):
            if not isinstance(outcome, Receipt):
                self._not_done(type(waiting.asked.command).__name__, outcome)

    def _not_done(self, command: str, outcome: Exception) -> None:
        if not isinstance(outcome, Rejected):
            log.error("%s could not be decided", command, exc_info=outcome, extra=self._of)
        elif outcome.code == "stale":
            text = "optimistic lock conflict: %s is based on a version that is no more the last"
            log.info(text, command, extra=self._of)

    def failed(self, code: str, commands: int, problem: Exception, *, is_news: bool) -> None:
        """A batch was not stored; the log hears of it when it is news, not every second.

        The way of the exception is told where its code does not say what is wrong.
        """
        self._meter.fail(code)
        if is_news:
            text = "write failed (%s), rolled back: %d commands of the queue are refused"
            way = problem if code == "storage_failed" else None
            log.error(text, code, commands, exc_info=way, extra=self._of)

    def recovered(self) -> None:
        """Batches are stored again."""
        log.info("writes succeed again", extra=self._of)

    def mistaken(self, what: str, problem: Exception) -> None:
        """Somebody whom the writer called failed."""
        log.error(what, exc_info=problem, extra=self._of)
