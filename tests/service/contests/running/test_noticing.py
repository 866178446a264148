"""What the log hears of a runner, in the field's words and of nobody; and what is counted of it."""

import logging
from collections.abc import Iterator

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.actors import NEWCOMER, Actor, account
from quiz.core.nouns.commands import Command, Join, LockRoom
from quiz.core.nouns.event import Event
from quiz.core.nouns.state import Contest
from quiz.formats import ENGINE
from quiz.meter import Meter
from quiz.service.contests.running.runner import LARGEST_BATCH, Runner
from tests.core.builders import START, Table, plan
from tests.service.fakes import FakeStore


class Clumsy:
    """Rules with a mistake in them."""

    evolve = staticmethod(ENGINE.evolve)
    due_at = staticmethod(ENGINE.due_at)
    still_counts = staticmethod(ENGINE.still_counts)

    def decide(self, contest: Contest | None, command: Command, now: int) -> tuple[Event, ...]:
        if isinstance(command, Join) and command.name == "Lỗi":
            raise KeyError(command.name)
        return ENGINE.decide(contest, command, now)


class Heard:
    """A runner, and what the log hears of it."""

    def __init__(self, caplog: pytest.LogCaptureFixture) -> None:
        self._caplog = caplog
        self.store = FakeStore()
        self.store.journals["a"] = []
        self.runner = Runner("a", Table(plan()).contest, self.store, Clumsy(), retry_s=0.001)

    def give(self, command: Command, command_id: str, actor: Actor = NEWCOMER) -> None:
        try:
            self.runner.submit(command, command_id, START, actor)
        except (Rejected, KeyError):
            return

    def log(self) -> list[str]:
        """What was said, of the contest `a` alone, once the runner is closed."""
        self.runner.close()
        records = self._caplog.records
        assert {vars(record)["contest"] for record in records} <= {"a"}
        return [f"{record.levelname} {record.getMessage()}" for record in records]


@pytest.fixture
def heard(caplog: pytest.LogCaptureFixture) -> Iterator[Heard]:
    caplog.set_level(logging.INFO, "quiz")
    made = Heard(caplog)
    yield made
    made.store.failure = ""
    made.runner.close()


def test_nothing_is_said_of_what_goes_well(heard: Heard) -> None:
    heard.give(Join("An", "Đỏ"), "x")
    heard.give(Join(" ", "Đỏ"), "y")
    assert heard.log() == []


def test_act_based_on_an_older_version_is_an_optimistic_lock_conflict(heard: Heard) -> None:
    heard.give(LockRoom(1, True), "x", account(1))
    heard.give(LockRoom(1, True), "y", account(2))
    assert heard.log() == [
        "INFO optimistic lock conflict: LockRoom is based on a version that is no more the last"
    ]


def test_command_that_comes_again_is_told_by_its_idempotency_key(heard: Heard) -> None:
    heard.give(Join("An", "Đỏ"), "x")
    heard.give(Join("An", "Đỏ"), "x")
    assert heard.log() == [
        "INFO idempotency key: 1 commands came again and get their first receipt"
    ]


def test_events_of_another_writer_are_told(heard: Heard) -> None:
    other = Runner("a", heard.runner.contest, heard.store, ENGINE)
    other.submit(Join("An", "Đỏ"), "x", START, NEWCOMER)
    other.close()
    heard.give(Join("Bình", "Đỏ"), "y")
    assert heard.log() == [
        "INFO optimistic lock: 1 events of another writer are read first",
    ]


def test_queue_that_fills_a_batch_is_back_pressure(heard: Heard) -> None:
    heard.store.gate.clear()
    for number in range(LARGEST_BATCH + 4):
        heard.runner.hand_in(Join(" ", "Đỏ"), f"x{number}", START, NEWCOMER, lambda _: None)
        assert heard.store.entered.wait(10)
    heard.store.gate.set()
    text = "queue: back-pressure, a batch of {} is full and 3 commands wait behind it"
    assert heard.log() == ["INFO " + text.format(LARGEST_BATCH)]


def test_failure_is_told_once_with_its_reason_and_so_is_its_end(heard: Heard) -> None:
    heard.store.failure = "before"
    for name in ("An", "Bình"):
        heard.give(Join(name, "Đỏ"), name)
    heard.store.failure = ""
    heard.give(Join("Cúc", "Đỏ"), "Cúc")
    assert heard.log() == [
        "ERROR write failed (disk_full), rolled back: 1 commands of the queue are refused",
        "INFO writes succeed again",
    ]


def test_mistake_of_the_rules_is_told_with_its_way(
    heard: Heard, caplog: pytest.LogCaptureFixture
) -> None:
    heard.give(Join("Lỗi", "Đỏ"), "x")
    assert heard.log() == ["ERROR Join could not be decided"]
    assert [type(record.exc_info[1]) for record in caplog.records if record.exc_info] == [KeyError]


class Counted:
    """A runner that is counted."""

    def __init__(self) -> None:
        self.store, self.meter = FakeStore(), Meter()
        self.store.journals["a"] = []
        contest = Table(plan()).contest
        self.runner = Runner("a", contest, self.store, ENGINE, meter=self.meter, retry_s=1000)

    def join(self, name: str) -> str:
        try:
            self.runner.submit(Join(name, "Đỏ"), name, START, NEWCOMER)
        except Rejected as refusal:
            return refusal.code
        return ""


@pytest.fixture
def counted() -> Iterator[Counted]:
    made = Counted()
    yield made
    made.store.failure = ""
    made.runner.close()


def test_runner_counts_joins_and_receipts_and_no_refusal_as_one(counted: Counted) -> None:
    assert [counted.join(name) for name in ("An", "Bình", "An", " ")] == ["", "", "", "bad_name"]
    counted.runner.submit(LockRoom(1, True), "lock", START, account(1))
    counted.runner.close()
    meter = counted.meter
    assert (meter.joined, meter.acknowledged) == (2, 4)
    assert (meter.batches.total, sum(meter.batches.counts)) == (5, 5)
    assert sum(meter.queued.counts) == sum(meter.commits.counts) == 5


def test_commands_that_waited_together_are_one_batch(counted: Counted) -> None:
    counted.store.gate.clear()
    told: list[object] = []
    for name in ("An", "Bình", "Cúc"):
        counted.runner.hand_in(Join(name, "Đỏ"), name, START, NEWCOMER, told.append)
        assert counted.store.entered.wait(10)
    counted.store.gate.set()
    counted.runner.close()
    assert (counted.meter.batches.counts[:2], counted.meter.batches.total) == ([1, 1], 3)


def test_wait_is_counted_from_the_queue_to_the_commit(counted: Counted) -> None:
    """What is decided within is part of the wait, and not of the commit."""
    counted.join("An")
    counted.runner.close()
    assert 0 < counted.meter.commits.total < counted.meter.queued.total


def test_batch_that_is_not_stored_counts_as_failed_alone(counted: Counted) -> None:
    counted.store.failure = "before"
    assert counted.join("An") == "storage_failed"
    counted.runner.close()
    meter = counted.meter
    assert meter.failed == {"disk_full": 1}
    assert (meter.joined, meter.acknowledged, sum(meter.batches.counts)) == (0, 0, 0)
