"""All contests: which there are, and the hall of each that runs."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace

from quiz.clock import Clock
from quiz.core.errors import Rejected
from quiz.core.evidence.chronicle import Noted
from quiz.core.nouns import actors
from quiz.core.nouns.actors import Actor
from quiz.core.nouns.commands import Command, CreateContest
from quiz.core.nouns.model import Plan
from quiz.core.nouns.state import Contest, Stage
from quiz.core.remembering import forget
from quiz.meter import Meter
from quiz.service.contests.batch import Receipt, Submission, numbered
from quiz.service.contests.locks import Locks
from quiz.service.contests.replaying import noted, replayed
from quiz.service.contests.runner import Hall, HallClosed
from quiz.service.contests.timers import LockTimer
from quiz.service.machine import later as machine_later
from quiz.service.ports import Contests, Ids, Journal, Later, Rules
from quiz.service.refusing import refusing
from quiz.store.errors import PinTaken, StorageFailed
from quiz.store.rows import ContestRow

log = logging.getLogger(__name__)

_TRIES = 50
LATELY_MS = 24 * 60 * 60 * 1000
"""A clock that may still run was started since."""


@dataclass(slots=True)
class _Opened:
    """An open hall; `asked` is when somebody last asked for it or needed it (ms)."""

    hall: Hall
    timer: LockTimer
    asked: int

    def close(self) -> None:
        self.timer.close()
        self.hall.close()


class Halls:
    """The registry of running contests; safe to use from any thread.

    Opening, shutting and letting go of a contest happen at its door, one at a time: who asks
    for another contest is not kept waiting.
    """

    def __init__(
        self,
        rules: Rules,
        contests: Contests,
        journal: Journal,
        *,
        clock: Clock,
        ids: Ids,
        later: Later = machine_later,
        meter: Meter | None = None,
    ) -> None:
        self._rules = rules
        self._contests = contests
        self._journal = journal
        self._clock = clock
        self._ids = ids
        self._later = later
        self._meter = meter or Meter()
        self.doors = Locks()
        self._open: dict[str, _Opened] = {}
        self._unreadable: set[str] = set()
        self._known: dict[str, str] = {}
        """Contest by PIN, of those asked for: every phone at the door asks."""
        self._guard = threading.RLock()
        """Over the list of open halls, for moments only."""
        self._ended = False
        self._watchers: list[Callable[[Hall], None]] = []
        self._needs: list[Callable[[Hall], bool]] = []
        self._after_letting_go: list[Callable[[Hall], None]] = []
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
        opened = self._open.get(contest_id)
        if opened is None:
            with self.doors.of(contest_id):
                if contest_id in self._unreadable:
                    raise Rejected("unreadable", contest_id)
                opened = self._open.get(contest_id) or self._load(contest_id)
        opened.asked = self._clock.now()
        return opened.hall

    def submit(
        self, contest_id: str, command: Command, command_id: str, received: int, actor: Actor
    ) -> Receipt:
        """As `Hall.submit`, by the next hall where this one is let go just then.

        Raises:
            Rejected: like `hall`, and like `Hall.submit`.
        """
        while True:
            with suppress(HallClosed):
                return self.hall(contest_id).submit(command, command_id, received, actor)

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
        """A contest's journal, row by row; raises Rejected: like `hall`, also on the way."""
        self.hall(contest_id)
        return self._noted(contest_id)

    def _noted(self, contest_id: str) -> Iterator[Noted]:
        with refusing():
            yield from noted(self._journal.walk(contest_id))

    def watch(self, watcher: Callable[[Hall], None]) -> None:
        """Have `watcher` called once for each hall, those open now and those opened later."""
        with self._guard:
            self._watchers.append(watcher)
            for opened in self._open.values():
                watcher(opened.hall)

    def opened(self) -> tuple[Hall, ...]:
        """The halls that are open now."""
        with self._guard:
            return tuple(opened.hall for opened in self._open.values())

    def on_closed(self, listener: Callable[[str], None]) -> None:
        """Have `listener` called with the id of each contest that was `closed`, afterwards."""
        self._after_closing.append(listener)

    @contextmanager
    def closed(self, contest_id: str) -> Iterator[Contest | None]:
        """Keep a contest shut while its journal is changed; it is read anew by who asks next.

        Hands over how it stood at the end, None where it was not open. Afterwards nothing is
        remembered of it, or of any other.
        """
        last: Contest | None = None
        try:
            with self.doors.of(contest_id):
                last = self._shut(contest_id)
                yield last
        finally:
            for listener in self._after_closing:
                listener(contest_id)
            forget()
            self._run_on(contest_id, last)

    @contextmanager
    def still(self) -> Iterator[None]:
        """Have no hall carry out anything, and none be opened: no clock starts meanwhile."""
        with self._guard, ExitStack() as held:
            for hall in self.opened():
                held.enter_context(hall.still())
            yield

    def _shut(self, contest_id: str) -> Contest | None:
        """Close this hall if it is open; how the contest stood at the end."""
        self._unreadable.discard(contest_id)
        with self._guard:
            for pin in [pin for pin, known in self._known.items() if known == contest_id]:
                del self._known[pin]
            opened = self._open.pop(contest_id, None)
        if opened is None:
            return None
        opened.close()
        return opened.hall.contest

    def _run_on(self, contest_id: str, last: Contest | None) -> None:
        """Open a contest again whose clock runs: nobody else would end it."""
        if last is not None and self._rules.due_at(last) is not None:
            with suppress(Rejected):
                self.hall(contest_id)

    def kept_while(self, need: Callable[[Hall], bool]) -> None:
        """Let no hall go while `need` says that somebody uses it."""
        self._needs.append(need)

    def on_let_go(self, listener: Callable[[Hall], None]) -> None:
        """Have `listener` called with each hall that was let go, afterwards."""
        self._after_letting_go.append(listener)

    def let_go(self, before: int) -> None:
        """Let the halls go that nobody asked for since `before` (ms) and nobody needs."""
        for contest_id, opened in tuple(self._open.items()):
            if self._is_needed(opened.hall):
                opened.asked = self._clock.now()
            elif opened.asked < before:
                with self.doors.of(contest_id):
                    self._retire(contest_id, opened)

    def _is_needed(self, hall: Hall) -> bool:
        contest = hall.contest
        if self._rules.due_at(contest) is not None:
            return True
        if contest.stage is Stage.PLAYING and len(contest.contestants):
            return True
        return any(need(hall) for need in self._needs)

    def _retire(self, contest_id: str, opened: _Opened) -> None:
        """Close a hall, unless somebody came; the door is held."""
        with self._guard:
            if self._open.get(contest_id) is not opened:
                return
            # Out of reach first: whoever comes from now on waits at the door.
            del self._open[contest_id]
            if self._is_needed(opened.hall):
                self._open[contest_id] = opened
                return
        opened.close()
        for listener in self._after_letting_go:
            listener(opened.hall)
        self._run_on(contest_id, opened.hall.contest)

    def start(self) -> None:
        """Open the contests that were being played lately, so that their clocks run on.

        A deadline that passed meanwhile locks its question at once. A contest that cannot be
        opened is left out; the others go on. All others are opened by who asks for them.
        """
        for row in self.listing():
            if row.stage is not Stage.PLAYING:
                continue
            try:
                if self._was_played_lately(row.id):
                    self.hall(row.id)
            except Rejected as refusal:
                log.warning("The contest is left out: %s", refusal.code, extra={"contest": row.id})
                if refusal.code != "storage_failed":
                    self._unreadable.add(row.id)

    def _was_played_lately(self, contest_id: str) -> bool:
        with refusing():
            return self._clock.now() - self._journal.last_at(contest_id) < LATELY_MS

    def close(self) -> None:
        """Stop the timers, let every hall carry out what waits, and stop."""
        with self._guard:
            self._ended = True
            closing = list(self._open.values())
            self._open.clear()
        for opened in closing:
            opened.close()

    def _load(self, contest_id: str) -> _Opened:
        """Open a hall; its door is held."""
        contest = self._replayed(contest_id)
        hall = Hall(contest_id, contest, self._journal, self._rules, meter=self._meter)
        timer = LockTimer(hall, self._clock, self._ids, self._later)
        opened = _Opened(hall, timer, self._clock.now())
        with self._guard:
            if not self._ended:
                for watcher in self._watchers:
                    watcher(hall)
                self._open[contest_id] = opened
                return opened
        opened.close()
        raise Rejected("storage_failed", "the server is ending")

    def _replayed(self, contest_id: str) -> Contest:
        try:
            contest = replayed(self._journal.events(contest_id), self._rules)
        except StorageFailed as problem:
            raise Rejected("storage_failed") from problem
        except Exception as problem:
            # Whatever is wrong with one journal, the other contests go on.
            log.exception("The journal cannot be read", extra={"contest": contest_id})
            self._unreadable.add(contest_id)
            raise Rejected("unreadable", contest_id) from problem
        if contest is None:
            raise Rejected("no_such_contest")
        return contest
