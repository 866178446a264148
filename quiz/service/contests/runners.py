"""All contests: which there are, and the runner of each that runs."""

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace

from quiz.clock import Clock
from quiz.core.errors import Rejected
from quiz.core.evidence.chronicle import RecordedEvent
from quiz.core.nouns import actors
from quiz.core.nouns.actors import Actor
from quiz.core.nouns.commands import Command, CreateContest
from quiz.core.nouns.model import Plan
from quiz.core.nouns.state import Contest, Stage
from quiz.core.question.losing import clock_until
from quiz.core.remembering import forget
from quiz.meter import Meter
from quiz.service.contests.errors import PinTaken
from quiz.service.contests.locks import Locks
from quiz.service.contests.open_runners import OpenRunner, OpenRunners
from quiz.service.contests.ports import ContestStore, JournalStore, Pulse
from quiz.service.contests.replaying import noted, replayed
from quiz.service.contests.rows import ContestRow
from quiz.service.contests.running.batch import Receipt, Submission, entries_for
from quiz.service.contests.running.runner import Runner, RunnerClosed
from quiz.service.contests.watching.clock_watch import ClockWatch
from quiz.service.contests.watching.letting_go import LettingGo
from quiz.service.contests.watching.timers import LockTimer
from quiz.service.errors import StorageFailed
from quiz.service.machine import later as machine_later
from quiz.service.ports import Ids, Later, Rules
from quiz.service.refusing import refusing

log = logging.getLogger(__name__)

_TRIES = 50
LATELY_MS = 24 * 60 * 60 * 1000
"""A clock that may still run was started since."""


class Runners:
    """The registry of running contests; safe to use from any thread.

    Opening, shutting and letting go of a contest happen at its door, one at a time: who asks
    for another contest is not kept waiting.
    """

    def __init__(
        self,
        rules: Rules,
        contests: ContestStore,
        journal: JournalStore,
        *,
        clock: Clock,
        ids: Ids,
        later: Later = machine_later,
        meter: Meter | None = None,
        pulse: Pulse | None = None,
        go_on_from: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Know all contests of a storage; with a `pulse` stops of the server are found.

        `go_on_from` has the clock be no earlier than this (ms).
        """
        self._rules = rules
        self._contests = contests
        self._journal = journal
        self._clock = clock
        self._ids = ids
        self._later = later
        self._meter = meter or Meter()
        self._pulse = pulse
        self._go_on_from = go_on_from
        self.doors = Locks()
        self._open = OpenRunners()
        self.letting_go = LettingGo(self._open, self.doors, rules, clock=clock, run_on=self._run_on)
        self._unreadable: set[str] = set()
        self._known: dict[str, str] = {}
        """Contest by PIN, of those asked for: every phone at the door asks."""
        self._after_closing: list[Callable[[str], None]] = []

    def create(self, plan: Plan, *, owner: int) -> str:
        """Start a contest's journal and give it a PIN; `owner` is an account.

        Raises:
            Rejected: the plan cannot be played, or `storage_failed`.
        """
        now = self._clock.now()
        asked = Submission(CreateContest(plan), self._ids.command(), now, actors.account(owner))
        entries = entries_for(self._rules.decide(None, asked.command, now), 0, asked)
        for _ in range(_TRIES):
            row = ContestRow(self._ids.contest(), self._ids.pin(), plan.title, owner, now)
            with refusing(), suppress(PinTaken):
                self._contests.create(row, entries)
                self._known[row.pin] = row.id
                return row.id
        raise Rejected("storage_failed", "no free PIN was found")

    def runner(self, contest_id: str) -> Runner:
        """The runner of a contest, read from the journal the first time.

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
        return opened.runner

    def submit(
        self, contest_id: str, command: Command, command_id: str, received: int, actor: Actor
    ) -> Receipt:
        """As `Runner.submit`, by the next runner where this one is let go just then.

        Raises:
            Rejected: like `runner`, and like `Runner.submit`.
        """
        while True:
            with suppress(RunnerClosed):
                return self.runner(contest_id).submit(command, command_id, received, actor)

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

    def noted(self, contest_id: str) -> Iterator[RecordedEvent]:
        """A contest's journal, row by row; raises Rejected: like `runner`, also on the way."""
        self.runner(contest_id)
        return self._noted(contest_id)

    def _noted(self, contest_id: str) -> Iterator[RecordedEvent]:
        with refusing():
            yield from noted(self._journal.walk(contest_id))

    def watch(self, watcher: Callable[[Runner], None]) -> None:
        """Have `watcher` called once for each runner, those open now and those opened later."""
        self._open.watch(watcher)

    def opened(self) -> tuple[Runner, ...]:
        """The runners that are open now."""
        return tuple(opened.runner for opened in self._open.listing())

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

    def still(self) -> AbstractContextManager[None]:
        """Have no runner carry out anything, and none be opened: no clock starts meanwhile."""
        return self._open.still()

    def is_clock_running(self) -> bool:
        """Whether a clock runs in any open contest."""
        return any(self._rules.due_at(each.contest) is not None for each in self.opened())

    def _shut(self, contest_id: str) -> Contest | None:
        """Close this runner if it is open; how the contest stood at the end."""
        self._unreadable.discard(contest_id)
        for pin in [pin for pin, known in tuple(self._known.items()) if known == contest_id]:
            self._known.pop(pin, None)
        opened = self._open.take(contest_id)
        if opened is None:
            return None
        opened.close()
        return opened.runner.contest

    def _run_on(self, contest_id: str, last: Contest | None) -> None:
        """Open a contest again whose clock runs: nobody else would end it."""
        if last is not None and self._rules.due_at(last) is not None:
            with suppress(Rejected):
                self.runner(contest_id)

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
                    self.runner(row.id)
            except Rejected as refusal:
                log.warning("The contest is left out: %s", refusal.code, extra={"contest": row.id})
                if refusal.code != "storage_failed":
                    self._unreadable.add(row.id)

    def _was_played_lately(self, contest_id: str) -> bool:
        with refusing():
            return self._clock.now() - self._journal.last_at(contest_id) < LATELY_MS

    def close(self) -> None:
        """Stop the timers, let every runner carry out what waits, and stop."""
        self._open.end()

    def _load(self, contest_id: str) -> OpenRunner:
        """Open a runner; its door is held."""
        contest = self._replayed(contest_id)
        runner = Runner(contest_id, contest, self._journal, self._rules, meter=self._meter)
        watch = self._watch(runner)
        timer = LockTimer(runner, self._clock, self._ids, self._later)
        opened = OpenRunner(runner, timer, self._clock.now(), watch)
        if self._open.add(opened):
            return opened
        opened.close()
        raise Rejected("storage_failed", "the server is ending")

    def _watch(self, runner: Runner) -> ClockWatch | None:
        """Begun before the timer, which may end the clock that runs."""
        if self._pulse is None:
            return None
        alive_at = 0
        if clock_until(runner.contest) is not None:
            with suppress(StorageFailed):
                alive_at = max(self._pulse.last(), self._journal.last_at(runner.id))
            # Set back while the server was dead: its deadlines would be as much further away.
            if alive_at - self._clock.now() < LATELY_MS:
                self._go_on_from(alive_at)
        return ClockWatch(runner, self._clock, self._ids, self._later, self._pulse, alive_at)

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
