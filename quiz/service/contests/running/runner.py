"""One running contest: a queue of commands, and a single writer that commits them in batches."""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from quiz.core.errors import Rejected
from quiz.core.nouns.actors import Actor
from quiz.core.nouns.commands import Command
from quiz.core.nouns.event import Event
from quiz.core.nouns.state import Contest
from quiz.meter import Meter
from quiz.service.contests.ports import JournalStore, Transaction
from quiz.service.contests.running.batch import (
    Decided,
    Receipt,
    Submission,
    decide_batch,
    fold,
    moved_by,
    receipts_of,
)
from quiz.service.contests.running.noticing import Notice
from quiz.service.contests.running.storage_word import StorageWord
from quiz.service.contests.running.waiting import PendingReceipt, Tell, Waiting
from quiz.service.errors import StorageFailed
from quiz.service.ports import Rules

LARGEST_BATCH = 500
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change:
    """What one committed batch changed; published once, after the commit."""

    before: Contest
    after: Contest
    events: tuple[Event, ...]


class RunnerClosed(Rejected):
    """The runner takes no command any more: nothing was stored, and `Runners` has the next one."""

    def __init__(self) -> None:
        super().__init__("storage_failed")


ChangeListener = Callable[[Change], None]
RETRY_S = 1.0
"""How soon a runner that could not store looks whether it can again."""


class Runner:
    """A contest's state, its queue and its writer (a thread; green where threads are).

    `meter` counts what is done; `word` is what consoles are told of the storage.
    """

    def __init__(
        self,
        contest_id: str,
        contest: Contest,
        journal: JournalStore,
        rules: Rules,
        *,
        meter: Meter | None = None,
        retry_s: float = RETRY_S,
    ) -> None:
        self.id = contest_id
        self.contest = contest
        self._retry_s = retry_s
        self._notice = Notice(contest_id, meter or Meter())
        self._watchers: list[Callable[[str], None]] = []
        # Not by a method of this runner, which would then be held by what it holds.
        self.word = StorageWord(partial(call_all, self._watchers, self._notice))
        self._journal = journal
        self._rules = rules
        self._listeners: list[ChangeListener] = []
        self._queue: deque[Waiting] = deque()
        self._changed = threading.Condition()
        self._deciding = threading.Lock()
        self._moved_at = 0
        self._owed = 0
        self._closed = False
        self._behind = self._doubted = False
        self._writer = threading.Thread(
            target=self._write, name=f"contest-{contest_id}", daemon=True
        )
        self._writer.start()

    @property
    def trouble(self) -> str:
        """Why the last batch could not be stored (`StorageFailed.code`), else empty."""
        return self.word.trouble

    @property
    def due_at(self) -> int | None:
        """When something happens by itself (ms), None while nothing runs."""
        return self._rules.due_at(self.contest)

    def submit(
        self, command: Command, command_id: str, received: int, actor: Actor, still_ms: int = 0
    ) -> Receipt:
        """Have a command carried out; blocks until it is committed.

        `received` is the server's time (ms) when the command came, `actor` whose it is; a
        repeated `command_id` (the idempotency key) gets its first receipt. A command that came
        within `still_ms` of what last moved the run of show is `too_soon`.

        Raises:
            Rejected: by the rules, or `storage_failed`; nothing of the command was stored.
        """
        outcome = PendingReceipt()
        self.hand_in(command, command_id, received, actor, outcome.tell, still_ms)
        return outcome.wait()

    def hand_in(
        self,
        command: Command,
        command_id: str,
        received: int,
        actor: Actor,
        tell: Tell,
        still_ms: int = 0,
    ) -> None:
        """As `submit`, but go on: the writer calls `tell` after the commit; it must not wait.

        Raises:
            RunnerClosed: it will not be carried out here.
        """
        with self._changed:
            if self._closed:
                raise RunnerClosed
            asked = Submission(command, command_id, received, actor, still_ms)
            self._queue.append(Waiting(asked, tell, time.perf_counter()))
            self._changed.notify()

    def catch_up(self) -> None:
        """Have the writer read what others appended to the journal; one look where nothing is."""
        with self._changed:
            self._behind = True
            self._changed.notify()

    def try_storing(self) -> None:
        """Have the writer see whether it can store; where it cannot, there is `trouble`."""
        with self._changed:
            self._doubted = not self.trouble
            self._changed.notify()

    def subscribe(self, listener: ChangeListener) -> None:
        """Have `listener` called after every commit, by the writer."""
        self._listeners.append(listener)

    def on_trouble(self, listener: Callable[[str], None]) -> None:
        """Have `listener` called with the `word` that is said whenever it changed."""
        self._watchers.append(listener)

    def close(self) -> None:
        """Carry out what waits, then stop."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._writer.join()
        # What follows a runner holds it too: gone at once, without a search for garbage.
        self._listeners.clear()
        self._watchers.clear()

    @contextmanager
    def still(self) -> Iterator[None]:
        """Have the writer carry out nothing meanwhile: the contest stays as it is stored."""
        with self._deciding:
            yield

    def _write(self) -> None:
        while (batch := self._take()) is not None:
            with self._deciding:
                if batch or self.trouble or self._doubted:
                    self._doubted = False
                    self._carry_out(batch)
                else:
                    self._read_on()

    def _take(self) -> list[Waiting] | None:
        """All that waits, up to the largest batch; None once closed.

        An empty batch, while there is trouble or doubt, is a try whether it can store; else it is
        a look at the journal, which every batch takes anyway.
        """
        with self._changed:
            while not (self._queue or self._closed or self._behind or self._doubted):
                if not self._changed.wait(self._retry_s if self.trouble else None):
                    return []
            if self._closed and not self._queue:
                return None
            self._behind = False
            size = min(len(self._queue), LARGEST_BATCH)
            return [self._queue.popleft() for _ in range(size)]

    def _carry_out(self, batch: Sequence[Waiting]) -> None:
        before = self.contest
        if len(batch) == LARGEST_BATCH:
            self._notice.full(len(batch), len(self._queue))
        try:
            with self._journal.transaction(self.id) as transaction:
                unseen = transaction.after(before.version)
                moved_at = moved_by(unseen, self._moved_at)
                contest = fold(before, unseen, self._rules)
                decided = self._decide_in(transaction, contest, batch, moved_at)
                decided_at = time.perf_counter()
        except Exception as problem:  # noqa: BLE001  `_failed` logs it
            # The state stays as it was; the next batch first reads what the journal holds.
            self._failed(batch, problem)
            return
        committed_at = time.perf_counter()
        self.contest, self._moved_at = decided.contest, decided.moved_at
        # What is smaller than what failed may fit where that still does not.
        is_over = not batch or len(decided.entries) >= self._owed
        if is_over:
            self._owed = 0
            self._be_in("")
        for waiting, outcome in zip(batch, decided.outcomes, strict=True):
            self._tell(waiting, outcome)
        self._notice.committed(batch, decided, decided_at, committed_at)
        if unseen:
            self._notice.others(len(unseen))
        events = tuple(entry.event for entry in (*unseen, *decided.entries))
        if events:
            call_all(self._listeners, self._notice, Change(before, decided.contest, events))
        if not is_over and self.trouble:
            self._carry_out(())

    def _read_on(self) -> None:
        """Follow what others appended."""
        before = self.contest
        try:
            unseen = self._journal.entries(self.id, before.version)
            after = fold(before, unseen, self._rules)
        except Exception as problem:  # noqa: BLE001  `_failed` logs it
            self._failed((), problem)
            return
        if unseen:
            self.contest, self._moved_at = after, moved_by(unseen, self._moved_at)
            events = tuple(entry.event for entry in unseen)
            call_all(self._listeners, self._notice, Change(before, after, events))

    def _failed(self, batch: Sequence[Waiting], problem: Exception) -> None:
        """Refuse the batch."""
        code = problem.code if isinstance(problem, StorageFailed) else "storage_failed"
        self._notice.failed(code, len(batch), problem, is_news=code != self.trouble)
        self._be_in(code)
        self._owed = max(self._owed, len(batch))
        for waiting in batch:
            self._tell(waiting, Rejected("storage_failed"))

    def _decide_in(
        self, transaction: Transaction, contest: Contest, batch: Sequence[Waiting], moved_at: int
    ) -> Decided:
        """Decide within the transaction, and store."""
        asked = [waiting.asked for waiting in batch]
        known = receipts_of(transaction.of_commands(each.command_id for each in asked))
        if known:
            self._notice.repeated(len(known))
        decided = decide_batch(asked, contest, known, self._rules, moved_at)
        transaction.append(decided.entries)
        after = decided.contest
        moved = (after.stage, len(after.contestants)) != (contest.stage, len(contest.contestants))
        # While there is trouble every batch writes something: reading alone proves nothing.
        if moved or self.trouble:
            transaction.describe(after.stage, len(after.contestants))
        if after.plan.title != contest.plan.title:
            transaction.entitle(after.plan.title)
        if self.trouble and not batch:
            transaction.try_room(self._owed)
        return decided

    def _be_in(self, trouble: str) -> None:
        if self.trouble and not trouble:
            self._notice.recovered()
        self.word.be_in(trouble)

    def _tell(self, waiting: Waiting, outcome: Receipt | Exception) -> None:
        """Answer one; what it does with it must not keep the others from theirs."""
        try:
            waiting.tell(outcome)
        except Exception as problem:  # noqa: BLE001  the notice logs it
            self._notice.mistaken("The callback of a command failed", problem)


def call_all(listeners: Sequence[Callable[[T], None]], notice: Notice, told: T) -> None:
    """Call each; a mistake of one is logged, and keeps the others from nothing."""
    for listener in tuple(listeners):
        try:
            listener(told)
        except Exception as problem:  # noqa: BLE001  the notice logs it
            notice.mistaken("A listener failed", problem)
