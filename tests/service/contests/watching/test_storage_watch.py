import queue
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from quiz.formats import ENGINE
from quiz.service.contests.runners import Runners
from quiz.service.contests.watching.storage_watch import LOOK_MS, SAID_MS, StorageWatch
from quiz.service.errors import StorageFailed
from tests.core.builders import plan
from tests.service.fakes import Alarms, FakeClock, FakeIds, FakeStore


@dataclass
class Watched:
    """A contest that is open, and what its consoles are told of its file."""

    store: FakeStore = field(default_factory=FakeStore)
    alarms: Alarms = field(default_factory=Alarms)
    told: "queue.Queue[str]" = field(default_factory=queue.Queue)
    was_put_right: bool = False

    def __post_init__(self) -> None:
        self.runners = Runners(
            ENGINE,
            self.store,
            self.store,
            clock=FakeClock(),
            ids=FakeIds(),
            later=Alarms().later,
        )
        self.runner = self.runners.runner(self.runners.create(plan(), owner=1))
        self.runner.on_trouble(self.told.put)
        self.watch = StorageWatch(self.see, self.runners, self.alarms.later)
        self.watch.start()

    def see(self) -> bool:
        if self.store.failure:
            raise StorageFailed("taken away", "gone")
        return self.was_put_right

    def look(self) -> None:
        """A second passes."""
        alarm = self.alarms.next()
        assert alarm.ms == LOOK_MS
        alarm.ring()


@pytest.fixture
def watched() -> Iterator[Watched]:
    made = Watched()
    yield made
    made.watch.close()
    made.runners.close()


def test_file_in_its_place_is_not_spoken_of(watched: Watched) -> None:
    watched.look()
    assert (watched.runner.trouble, watched.told.empty()) == ("", True)


def test_file_that_is_taken_away_while_nobody_writes_is_trouble_within_a_second(
    watched: Watched,
) -> None:
    watched.store.failure = "before"
    watched.look()
    assert watched.told.get(timeout=10) == "disk_full"
    watched.store.failure = ""
    assert watched.told.get(timeout=10) == ""


def test_file_that_was_put_back_is_spoken_of_for_a_minute(watched: Watched) -> None:
    watched.was_put_right = True
    watched.look()
    watched.was_put_right = False
    assert watched.told.get_nowait() == "put_back"
    for _ in range(SAID_MS // LOOK_MS - 1):
        watched.look()
    assert watched.told.empty()
    watched.look()
    assert watched.told.get_nowait() == ""
    watched.look()
    assert (watched.runner.trouble, watched.told.empty()) == ("", True)


def test_file_that_is_put_back_while_trouble_stands_is_spoken_of_after_it(
    watched: Watched,
) -> None:
    watched.store.failure = "before"
    watched.look()
    assert watched.told.get(timeout=10) == "disk_full"
    with watched.runner.still():
        watched.store.failure, watched.was_put_right = "", True
        watched.look()
        assert (watched.runner.word.said, watched.told.empty()) == ("disk_full", True)
    assert watched.told.get(timeout=10) == "put_back"
    assert watched.runner.word.said == "put_back"


def test_contest_that_is_opened_within_the_minute_speaks_of_it_too(watched: Watched) -> None:
    watched.was_put_right = True
    watched.look()
    watched.was_put_right = False
    later = watched.runners.runner(watched.runners.create(plan(), owner=1))
    watched.look()
    assert later.word.said == "put_back"
