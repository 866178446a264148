"""Two runners of one contest on one file, as two processes have them: each reads what the other
appended when it is told, and tells its own followers of every event once and in order."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns import events as e
from quiz.core.nouns.actors import NEWCOMER, TIMER, account
from quiz.core.nouns.commands import Advance, Join, LockExpired
from quiz.core.nouns.event import Event
from quiz.core.nouns.state import Life, Stage
from quiz.formats import ENGINE
from quiz.service.contests.rows import ContestRow, JournalEntry
from quiz.service.contests.running.batch import Receipt
from quiz.service.contests.running.runner import Change, Runner
from quiz.service.contests.watching.timers import GRACE_MS, LockTimer
from quiz.store.contests import SqliteContests
from quiz.store.journal import SqliteJournal
from quiz.store.schema.migrate import open_database
from tests.core.builders import START, Table, plan
from tests.service.fakes import Alarms, FakeClock, FakeIds, FakeStore

PATIENCE_S = 30


class Worker:
    """A runner with a database of its own, and what it told its followers."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        self.database = open_database(folder)
        self.journal = SqliteJournal(self.database)
        contest = Table(plan(2)).contest
        self.runner = Runner("a", contest, self.journal, ENGINE)
        self.changes: list[Change] = []
        self.alarms = Alarms()
        self._moved = threading.Condition()
        self.timer = LockTimer(self.runner, clock, FakeIds(), self.alarms.later)
        self.runner.subscribe(self._follow)

    def _follow(self, change: Change) -> None:
        with self._moved:
            self.changes.append(change)
            self._moved.notify_all()

    def told(self) -> list[Event]:
        return [event for change in self.changes for event in change.events]

    def reach(self, version: int) -> None:
        """Wait until the followers were told of this version."""
        with self._moved:
            assert self._moved.wait_for(
                lambda: bool(self.changes) and self.changes[-1].after.version >= version, PATIENCE_S
            )

    def close(self) -> None:
        self.timer.close()
        self.runner.close()
        self.database.close()


class Workers:
    """Two of them."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock()
        with closing(open_database(folder)) as database:
            first = Table(plan(2)).events[0]
            row = ContestRow("a", "123456", "Hội thi", 1, START)
            made = JournalEntry(1, "made", 0, first, START, account(1))  # type: ignore[arg-type]
            SqliteContests(database).create(row, [made])
        self.one, self.other = Worker(folder, self.clock), Worker(folder, self.clock)

    def meet(self) -> None:
        """Tell both, until both are where the journal is."""
        last = self.one.journal.lengths()["a"]
        for worker in (self.one, self.other):
            worker.runner.catch_up()
        for worker in (self.one, self.other):
            worker.reach(last)

    def run_clock(self) -> int:
        """Go on until a question's clock runs, each step at the other worker; its deadline."""
        self.one.runner.submit(Join("An", "Đỏ"), "an", self.clock.now(), NEWCOMER)
        for step in range(20):
            worker = (self.one, self.other)[step % 2]
            self.meet()
            contest = worker.runner.contest
            play = contest.play
            if play and play.current and play.current.life is Life.CLOCK:
                return play.current.deadline
            worker.runner.submit(
                Advance(contest.acted), f"step-{step}", self.clock.now(), account(1)
            )
        raise AssertionError

    def journal(self) -> list[Event]:
        """What both are to have told: the journal beyond what they began with."""
        return [entry.event for entry in self.one.journal.entries("a", after=1)]


@pytest.fixture
def workers(tmp_path: Path) -> Iterator[Workers]:
    made = Workers(tmp_path)
    yield made
    made.one.close()
    made.other.close()


def last_alarm(worker: Worker) -> int:
    """Ms of the last alarm that was set."""
    alarm = worker.alarms.next()
    while not worker.alarms.none_set():
        alarm = worker.alarms.next()
    return alarm.ms


def test_commands_to_either_are_told_by_both_once_and_in_order(workers: Workers) -> None:
    for number in range(1, 7):
        worker = (workers.one, workers.other)[number % 2]
        receipt = worker.runner.submit(Join(f"Số {number}", "Đỏ"), f"c{number}", START, NEWCOMER)
        assert receipt == Receipt(number + 1, number=number)
    workers.meet()
    assert workers.one.runner.contest == workers.other.runner.contest
    assert workers.one.told() == workers.other.told() == workers.journal()


def test_one_that_has_no_command_hears_of_the_others_acts(workers: Workers) -> None:
    workers.one.runner.submit(Join("An", "Đỏ"), "x", START, NEWCOMER)
    workers.one.runner.submit(Advance(1), "y", START, account(1))
    workers.other.runner.catch_up()
    workers.other.reach(3)
    assert len(workers.other.changes) == 1
    assert workers.other.runner.contest == workers.one.runner.contest
    assert workers.other.runner.contest.stage is Stage.PLAYING


def test_many_at_both_at_once_end_alike(workers: Workers) -> None:
    """Commands and bells cross each other; nothing is told twice, nothing passed over."""
    together = threading.Barrier(4)

    def join(worker: Worker, team: str) -> None:
        together.wait(PATIENCE_S)
        for number in range(40):
            worker.runner.submit(
                Join(f"{team} {number}", "Đỏ"), f"{team}-{number}", START, NEWCOMER
            )

    def ring(worker: Worker) -> None:
        together.wait(PATIENCE_S)
        for _ in range(40):
            worker.runner.catch_up()

    acts = [
        threading.Thread(target=join, args=(workers.one, "một")),
        threading.Thread(target=join, args=(workers.other, "hai")),
        threading.Thread(target=ring, args=(workers.one,)),
        threading.Thread(target=ring, args=(workers.other,)),
    ]
    for act in acts:
        act.start()
    for act in acts:
        act.join(PATIENCE_S)
    workers.meet()
    assert len(workers.journal()) == 80
    assert workers.one.runner.contest == workers.other.runner.contest
    assert workers.one.told() == workers.other.told() == workers.journal()


def test_repeat_at_the_other_gets_the_first_receipt(workers: Workers) -> None:
    first = workers.one.runner.submit(Join("An", "Đỏ"), "x", START, NEWCOMER)
    assert workers.other.runner.submit(Join("An", "Đỏ"), "x", START, NEWCOMER) == first
    workers.meet()
    assert workers.journal() == workers.one.told() == workers.other.told()


def test_clock_started_at_one_is_armed_at_both_and_the_first_append_wins(
    workers: Workers,
) -> None:
    deadline = workers.run_clock()
    workers.meet()
    for worker in (workers.one, workers.other):
        assert last_alarm(worker) == min(1_000, deadline + GRACE_MS - workers.clock.now())
        assert worker.runner.due_at == deadline
    workers.clock.time = deadline + GRACE_MS
    together = threading.Barrier(2)

    def lock(worker: Worker) -> None:
        together.wait(PATIENCE_S)
        worker.timer._wake(deadline)

    acts = [
        threading.Thread(target=lock, args=(worker,)) for worker in (workers.one, workers.other)
    ]
    for act in acts:
        act.start()
    for act in acts:
        act.join(PATIENCE_S)
    workers.meet()
    assert [type(event) for event in workers.journal()].count(e.QuestionClosed) == 1
    assert workers.one.told() == workers.other.told() == workers.journal()
    assert workers.one.runner.due_at == workers.other.runner.due_at is None


def test_timer_of_a_clock_that_the_other_locked_changes_nothing(workers: Workers) -> None:
    deadline = workers.run_clock()
    workers.one.runner.submit(LockExpired(), "one", deadline + GRACE_MS, TIMER)
    with pytest.raises(Rejected):
        workers.other.runner.submit(LockExpired(), "other", deadline + GRACE_MS, TIMER)
    workers.meet()
    assert [type(event) for event in workers.journal()].count(e.QuestionClosed) == 1
    assert workers.other.runner.contest == workers.one.runner.contest


class Counting(FakeStore):
    """Says how often it was asked, and by what."""

    def __init__(self) -> None:
        super().__init__()
        self.journals["a"] = []
        self.looked = threading.Semaphore(0)

    def entries(self, contest_id: str, after: int = 0) -> list[JournalEntry]:
        try:
            return super().entries(contest_id, after)
        finally:
            self.looked.release()


@pytest.fixture
def store() -> Counting:
    return Counting()


@pytest.fixture
def runner(store: Counting) -> Iterator[Runner]:
    opened = Runner("a", Table(plan()).contest, store, ENGINE, retry_s=0.01)
    yield opened
    opened.close()


def test_nothing_new_is_one_look_and_no_transaction(runner: Runner, store: Counting) -> None:
    before, changes = runner.contest, list[Change]()
    runner.subscribe(changes.append)
    for _ in range(3):
        runner.catch_up()
        assert store.looked.acquire(timeout=PATIENCE_S)
    runner.close()
    assert (runner.contest is before, changes, store.entered.is_set()) == (True, [], False)


def test_journal_that_cannot_be_read_is_a_trouble_until_it_can(
    runner: Runner, store: Counting
) -> None:
    over = threading.Event()
    troubles: list[str] = []

    def hear(trouble: str) -> None:
        troubles.append(trouble)
        store.failure = ""
        if not trouble:
            over.set()

    runner.on_trouble(hear)
    store.failure = "before"
    runner.catch_up()
    assert over.wait(PATIENCE_S)
    assert (troubles, runner.contest.version) == (["storage_failed", ""], 1)


def test_runner_that_is_closed_catches_up_no_more(runner: Runner, store: Counting) -> None:
    runner.close()
    runner.catch_up()
    assert not store.looked.acquire(timeout=0)
