"""A runner that cannot store says so, and says when it can again, without being asked."""

import queue
from collections.abc import Iterator

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.actors import NEWCOMER
from quiz.core.nouns.commands import Join
from quiz.core.nouns.state import Stage
from quiz.formats import ENGINE
from quiz.service.contests.running.batch import Receipt
from quiz.service.contests.running.runner import Runner
from tests.core.builders import START, Table, plan
from tests.service.fakes import FakeStore


class Ill:
    """A runner on a store that can be made to fail, and what it told about its trouble."""

    def __init__(self) -> None:
        self.store = FakeStore()
        self.store.journals["a"] = []
        self.told: queue.Queue[str] = queue.Queue()
        self.runner = Runner("a", Table(plan()).contest, self.store, ENGINE, retry_s=0.001)
        self.runner.on_trouble(self.told.put)

    def join(self, name: str) -> Receipt | str:
        try:
            return self.runner.submit(Join(name, "Đỏ"), name, START, NEWCOMER)
        except Rejected as refusal:
            return refusal.code


@pytest.fixture
def ill() -> Iterator[Ill]:
    made = Ill()
    yield made
    made.store.failure = ""
    made.runner.close()


def test_trouble_is_told_once_and_again_when_it_is_over(ill: Ill) -> None:
    ill.store.failure = "before"
    assert [ill.join("An"), ill.join("Bình")] == ["storage_failed"] * 2
    assert (ill.told.get(timeout=10), ill.runner.trouble) == ("disk_full", "disk_full")
    ill.store.failure = ""
    assert ill.told.get(timeout=10) == ""
    assert (ill.runner.trouble, ill.told.empty()) == ("", True)
    assert ill.join("An") == Receipt(2, number=1)


def test_try_whether_storing_works_again_writes_but_adds_no_event(ill: Ill) -> None:
    ill.store.failure = "before"
    ill.join("An")
    ill.store.failure = ""
    ill.told.get(timeout=10)
    ill.told.get(timeout=10)
    assert (ill.store.journals["a"], len(ill.store.described)) == ([], 1)


def test_runner_without_trouble_stores_nothing_by_itself(ill: Ill) -> None:
    ill.join("An")
    assert (ill.store.commits, ill.told.empty()) == ([1], True)


def test_listener_that_fails_does_not_stop_the_runner(ill: Ill) -> None:
    def stumble(trouble: str) -> None:
        raise ZeroDivisionError

    ill.runner._watchers.insert(0, stumble)
    ill.store.failure = "before"
    ill.join("An")
    assert ill.told.get(timeout=10) == "disk_full"


def test_full_disk_that_takes_small_batches_is_still_full(ill: Ill) -> None:
    """Five at once do not fit; what fits is stored, and the trouble stays until five would fit."""
    ill.store.gate.clear()
    outcomes: queue.Queue[object] = queue.Queue()
    ill.runner.hand_in(Join("đầu", "Đỏ"), "first", START, NEWCOMER, outcomes.put)
    assert ill.store.entered.wait(10)
    for n in range(5):
        ill.runner.hand_in(Join(f"Người {n}", "Đỏ"), f"at once {n}", START, NEWCOMER, outcomes.put)
    ill.store.room = 4
    ill.store.gate.set()
    told = [outcomes.get(timeout=10) for _ in range(6)]
    assert [isinstance(one, Receipt) for one in told] == [True] + [False] * 5
    assert ill.told.get(timeout=10) == "disk_full"
    assert ill.join("An") == Receipt(3, number=2)
    assert (ill.runner.trouble, ill.told.empty()) == ("disk_full", True)
    assert set(ill.store.tried) == {5}
    ill.store.room = 5
    assert ill.told.get(timeout=10) == ""
    assert ill.runner.trouble == ""


def test_batch_as_large_as_the_one_that_failed_takes_the_trouble_back(ill: Ill) -> None:
    ill.store.failure = "before"
    ill.join("An")
    ill.told.get(timeout=10)
    ill.store.room, ill.store.failure = 1, ""
    assert ill.told.get(timeout=10) == ""


def test_runner_in_doubt_says_what_it_finds_though_nothing_is_to_be_stored(ill: Ill) -> None:
    ill.store.failure = "before"
    ill.runner.try_storing()
    assert (ill.told.get(timeout=10), ill.runner.trouble) == ("disk_full", "disk_full")
    ill.store.failure = ""
    assert ill.told.get(timeout=10) == ""


def test_doubt_that_proves_wrong_stores_and_tells_nothing(ill: Ill) -> None:
    ill.runner.try_storing()
    assert ill.join("An") == Receipt(2, number=1)
    assert (ill.store.commits, ill.store.described, ill.told.empty()) == (
        [1],
        [(Stage.LOBBY, 1)],
        True,
    )


def test_runner_in_trouble_can_be_closed(ill: Ill) -> None:
    ill.store.failure = "before"
    ill.join("An")
    ill.runner.close()
    assert ill.join("Bình") == "storage_failed"
