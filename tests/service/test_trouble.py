"""A runner that cannot store says so, and says when it can again, without being asked."""

import queue
from collections.abc import Iterator

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.actors import NEWCOMER
from quiz.core.nouns.commands import Join
from quiz.formats import ENGINE
from quiz.service.contests.batch import Receipt
from quiz.service.contests.runner import Runner
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


def test_runner_in_trouble_can_be_closed(ill: Ill) -> None:
    ill.store.failure = "before"
    ill.join("An")
    ill.runner.close()
    assert ill.join("Bình") == "storage_failed"
