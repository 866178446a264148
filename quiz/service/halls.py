"""All contests: which there are, and the hall of each that runs."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace

from quiz.core import actors
from quiz.core.chronicle import Noted
from quiz.core.commands import CreateContest
from quiz.core.errors import Rejected
from quiz.core.model import Plan
from quiz.core.state import Contest, Stage
from quiz.service.batch import Submission, numbered
from quiz.service.hall import Hall
from quiz.service.machine import later as machine_later
from quiz.service.ports import Clock, Contests, Ids, Journal, Later, Rules
from quiz.service.refusing import refusing
from quiz.service.replaying import noted, replayed
from quiz.service.timers import LockTimer
from quiz.store.errors import PinTaken, StorageFailed
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
        self._unreadable: set[str] = set()
        self._known: dict[str, str] = {}
        """Contest by PIN, of those asked for: every phone at the door asks."""
        self._guard = threading.RLock()
        self._watchers: list[Callable[[Hall], None]] = []
        self._after_closing: list[Callable[[str], None]] = []

    def create(self, plan: Plan, *, owner: int) -> str:
        """Start a contest's journal and give it a PIN; `owner` is an account.

        Raises:
            Rejected: the plan cannot be played, or `storage_failed`.
        """
        now = self._clock.now()
        asked = Submission(CreateContest(plan), self._ids.command(), now, actors.account(owner))
        entries = numbered(self._rules.decide(None, asked.command, now), 0, asked)
        for _ in range(_TRIES):
            row = ContestRow(self._ids.contest(), self._ids.pin(), plan.title, owner, now)
            with refusing(), suppress(PinTaken):
                self._contests.create(row, entries)
                self._known[row.pin] = row.id
                return row.id
        raise Rejected("storage_failed", "no free PIN was found")

    def hall(self, contest_id: str) -> Hall:
        """The hall of a contest, read from the journal the first time.

        Raises:
            Rejected: `no_such_contest`, `storage_failed`, or `unreadable` when this version
                cannot replay the contest's journal.
        """
        with self._guard:
            if contest_id in self._unreadable:
                raise Rejected("unreadable", contest_id)
            if contest_id not in self._open:
                self._open[contest_id] = self._load(contest_id)
            return self._open[contest_id][0]

    def by_pin(self, pin: str) -> str | None:
        """The id of the contest with this PIN; raises Rejected: `storage_failed`."""
        if pin in self._known:
            return self._known[pin]
        with refusing():
            contest_id = self._contests.by_pin(pin)
        if contest_id is not None:
            self._known[pin] = contest_id
        return contest_id

    def pin(self, contest_id: str) -> str:
        """The PIN of a contest; raises Rejected: `no_such_contest`, `storage_failed`."""
        with refusing():
            pin = self._contests.pin(contest_id)
        if pin is None:
            raise Rejected("no_such_contest")
        return pin

    def listing(self) -> tuple[ContestRow, ...]:
        """Every contest, the newest first; raises Rejected: `storage_failed`."""
        with refusing():
            rows = self._contests.listing()
        return tuple(replace(row, readable=row.id not in self._unreadable) for row in rows)

    def noted(self, contest_id: str) -> Iterator[Noted]:
        """A contest's journal, row by row; raises Rejected: like `hall`."""
        self.hall(contest_id)
        with refusing():
            return noted(self._journal.entries(contest_id))

    def watch(self, watcher: Callable[[Hall], None]) -> None:
        """Have `watcher` called once for each hall, those open now and those opened later."""
        with self._guard:
            self._watchers.append(watcher)
            for hall, _ in self._open.values():
                watcher(hall)

    def opened(self) -> tuple[Hall, ...]:
        """The halls that are open now."""
        with self._guard:
            return tuple(hall for hall, _ in self._open.values())

    def on_closed(self, listener: Callable[[str], None]) -> None:
        """Have `listener` called with the id of each contest that was `closed`, afterwards."""
        self._after_closing.append(listener)

    @contextmanager
    def closed(self, contest_id: str) -> Iterator[None]:
        """Keep a contest shut while its journal is changed; it is read anew by who asks next."""
        try:
            with self._guard:
                self._shut(contest_id)
                yield
        finally:
            for listener in self._after_closing:
                listener(contest_id)

    def _shut(self, contest_id: str) -> None:
        self._unreadable.discard(contest_id)
        for pin in [pin for pin, known in self._known.items() if known == contest_id]:
            del self._known[pin]
        if contest_id in self._open:
            hall, timer = self._open.pop(contest_id)
            timer.close()
            hall.close()

    def start(self) -> None:
        """Open all unfinished contests, so that their clocks run on.

        A deadline that passed meanwhile locks its question at once. A contest that cannot be
        opened is left out; the others go on.
        """
        for row in self.listing():
            if row.stage is Stage.FINISHED:
                continue
            try:
                self.hall(row.id)
            except Rejected as refusal:
                log.warning("Contest %s is left out: %s", row.id, refusal)
                if refusal.code != "storage_failed":
                    self._unreadable.add(row.id)

    def close(self) -> None:
        """Stop the timers, let every hall carry out what waits, and stop."""
        with self._guard:
            opened = list(self._open.values())
            self._open.clear()
        for hall, timer in opened:
            timer.close()
            hall.close()

    def _load(self, contest_id: str) -> tuple[Hall, LockTimer]:
        contest = self._replayed(contest_id)
        hall = Hall(contest_id, contest, self._journal, self._rules)
        timer = LockTimer(hall, self._clock, self._ids, self._later)
        for watcher in self._watchers:
            watcher(hall)
        return hall, timer

    def _replayed(self, contest_id: str) -> Contest:
        try:
            contest = replayed(self._journal.events(contest_id), self._rules)
        except StorageFailed as problem:
            raise Rejected("storage_failed") from problem
        except Exception as problem:
            # Whatever is wrong with one journal, the other contests go on.
            log.exception("Contest %s cannot be read", contest_id)
            self._unreadable.add(contest_id)
            raise Rejected("unreadable", contest_id) from problem
        if contest is None:
            raise Rejected("no_such_contest")
        return contest
