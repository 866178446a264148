"""All contests: which there are, and the hall of each that runs."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from quiz.core.commands import CreateContest
from quiz.core.errors import Rejected
from quiz.core.model import Contest, Plan, Stage
from quiz.service.batch import Asked, numbered
from quiz.service.hall import Hall
from quiz.service.machine import later as machine_later
from quiz.service.ports import Clock, Contests, Ids, Journal, Later, Rules
from quiz.service.timers import LockTimer
from quiz.store.errors import EventUnreadable, PinTaken, StorageFailed
from quiz.store.rows import ContestRow

log = logging.getLogger(__name__)

_TRIES = 50


class Halls:
    """The registry of running contests; safe to use from any thread."""

    def __init__(
        self,
        rules: Rules,
        contests: Contests,
        journal: Journal,
        *,
        clock: Clock,
        ids: Ids,
        later: Later = machine_later,
    ) -> None:
        self._rules = rules
        self._contests = contests
        self._journal = journal
        self._clock = clock
        self._ids = ids
        self._later = later
        self._open: dict[str, tuple[Hall, LockTimer]] = {}
        self._guard = threading.RLock()
        self._watchers: list[Callable[[Hall], None]] = []

    def create(self, plan: Plan, *, owner: int) -> str:
        """Start a contest's journal and give it a PIN; `owner` is an account.

        Raises:
            Rejected: the plan cannot be played, or `storage_failed`.
        """
        now = self._clock.now()
        asked = Asked(CreateContest(plan), self._ids.command(), now)
        entries = numbered(self._rules.decide(None, asked.command, now), 0, asked)
        for _ in range(_TRIES):
            row = ContestRow(self._ids.contest(), self._ids.pin(), plan.title, owner, now)
            with _refusing(), suppress(PinTaken):
                self._contests.create(row, entries)
                return row.id
        raise Rejected("storage_failed", "no free PIN was found")

    def hall(self, contest_id: str) -> Hall:
        """The hall of a contest, read from the journal the first time.

        Raises:
            Rejected: `no_such_contest`, or `storage_failed`.
            EventUnreadable: this version cannot read the contest's journal.
        """
        with self._guard:
            if contest_id not in self._open:
                self._open[contest_id] = self._load(contest_id)
            return self._open[contest_id][0]

    def by_pin(self, pin: str) -> str | None:
        """The id of the contest with this PIN; raises Rejected: `storage_failed`."""
        with _refusing():
            return self._contests.by_pin(pin)

    def listing(self) -> tuple[ContestRow, ...]:
        """Every contest, the newest first; raises Rejected: `storage_failed`."""
        with _refusing():
            return self._contests.listing()

    def watch(self, watcher: Callable[[Hall], None]) -> None:
        """Have `watcher` called once for each hall, those open now and those opened later."""
        with self._guard:
            self._watchers.append(watcher)
            for hall, _ in self._open.values():
                watcher(hall)

    def start(self) -> None:
        """Open all unfinished contests, so that their clocks run on.

        A deadline that passed meanwhile locks its question at once.
        """
        for row in self.listing():
            if row.stage is Stage.FINISHED:
                continue
            try:
                self.hall(row.id)
            except (EventUnreadable, Rejected):
                log.exception("Contest %s could not be opened", row.id)

    def close(self) -> None:
        """Stop the timers, let every hall carry out what waits, and stop."""
        with self._guard:
            opened = list(self._open.values())
            self._open.clear()
        for hall, timer in opened:
            timer.close()
            hall.close()

    def _load(self, contest_id: str) -> tuple[Hall, LockTimer]:
        with _refusing():
            entries = self._journal.entries(contest_id)
        contest: Contest | None = None
        for entry in entries:
            contest = self._rules.evolve(contest, entry.event)
        if contest is None:
            raise Rejected("no_such_contest")
        hall = Hall(contest_id, contest, self._journal, self._rules)
        timer = LockTimer(hall, self._clock, self._ids, self._later)
        for watcher in self._watchers:
            watcher(hall)
        return hall, timer


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except StorageFailed as problem:
        raise Rejected("storage_failed") from problem
