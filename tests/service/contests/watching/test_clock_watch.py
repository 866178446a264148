from collections.abc import Iterator

import pytest

from quiz.core.nouns.actors import TIMER
from quiz.core.nouns.commands import Act, Advance, CloseNow, Pause, Resume
from quiz.core.nouns.events import ServerStopped
from quiz.formats import ENGINE
from quiz.service.contests.running.runner import Runner
from quiz.service.contests.watching.clock_watch import LOOK_MS, STOPPED_MS, ClockWatch
from tests.core.builders import Table, plan, whose
from tests.service.fakes import Alarms, FakeClock, FakeIds, FakePulse, FakeStore


class Evening:
    """A contest whose clock runs, its runner, and time in hand."""

    def __init__(self, *steps: str) -> None:
        table = Table(plan(), 2)
        if steps:
            table.until(*steps)
        else:
            table.open()
            table.now = table.asked.opens_at
        self.store = FakeStore()
        self.store.journals["a"] = []
        self.clock = FakeClock()
        self.clock.time = self.began = table.now
        self.alarms = Alarms()
        self.ids = FakeIds()
        self.pulse = FakePulse()
        self.runner = Runner("a", table.contest, self.store, ENGINE)

    def watch(self, alive_at: int = 0) -> ClockWatch:
        return ClockWatch(
            self.runner, self.clock, self.ids, self.alarms.later, self.pulse, alive_at
        )

    def look(self, late_ms: int = 0) -> int:
        """The next look, as late as this; returns when it was."""
        alarm = self.alarms.next()
        self.clock.time += alarm.ms + late_ms
        alarm.ring()
        return self.clock.time

    def act(self, kind: type[Act]) -> None:
        command = kind(self.runner.contest.acted)
        self.runner.submit(command, self.ids.command(), self.clock.now(), whose(command))

    def stops(self) -> list[tuple[int, int]]:
        events = [entry.event for entry in self.store.journals["a"]]
        return [(each.since, each.until) for each in events if isinstance(each, ServerStopped)]


@pytest.fixture
def evening() -> Iterator[Evening]:
    made = Evening()
    yield made
    made.runner.close()


def test_server_that_lives_leaves_a_sign_of_it_each_second_and_reports_nothing(
    evening: Evening,
) -> None:
    evening.watch()
    looks = [evening.look() for _ in range(4)]
    assert evening.pulse.beats == looks[1:]
    assert evening.stops() == []


def test_server_that_stood_still_reports_for_how_long(evening: Evening) -> None:
    evening.watch()
    before = evening.look()
    after = evening.look(late_ms=STOPPED_MS)
    assert evening.stops() == [(before, after)]
    assert [entry.actor for entry in evening.store.journals["a"]] == [TIMER]
    evening.look()
    assert len(evening.stops()) == 1


def test_look_that_comes_a_little_late_is_no_stop(evening: Evening) -> None:
    evening.watch()
    evening.look()
    evening.look(late_ms=STOPPED_MS - LOOK_MS)
    assert evening.stops() == []


def test_server_that_was_dead_reports_from_the_last_sign_of_life_on(evening: Evening) -> None:
    evening.clock.time += 8_000
    evening.watch(alive_at=evening.began + 3_000)
    evening.look()
    assert evening.stops() == [(evening.began + 3_000, evening.began + 8_000)]


def test_what_was_stored_within_the_second_is_a_sign_of_life_enough(evening: Evening) -> None:
    evening.watch()
    evening.look()
    evening.clock.time += LOOK_MS - 1
    evening.act(Pause)
    evening.act(Resume)
    evening.clock.time += 1 - LOOK_MS
    evening.look()
    assert evening.pulse.beats == []


def test_nobody_looks_while_no_clock_runs_and_again_when_one_does(evening: Evening) -> None:
    evening.watch()
    evening.look()
    evening.act(Pause)
    evening.look()
    assert evening.alarms.none_set()
    evening.clock.time += 60_000
    evening.act(Resume)
    evening.look()
    assert evening.stops() == []


def test_clock_that_ran_out_is_looked_at_no_more(evening: Evening) -> None:
    evening.watch()
    evening.look()
    evening.act(CloseNow)
    evening.look()
    assert evening.alarms.none_set()


def test_stop_that_cannot_be_stored_is_reported_later_as_it_was(evening: Evening) -> None:
    evening.watch()
    before = evening.look()
    evening.store.failure = "before"
    after = evening.look(late_ms=5_000)
    evening.look()
    assert evening.stops() == []
    evening.store.failure = ""
    evening.look()
    assert evening.stops() == [(before, after)]


def test_watch_that_was_closed_looks_no_more(evening: Evening) -> None:
    watch = evening.watch()
    watch.close()
    alarm = evening.alarms.next()
    assert alarm.called_off
    alarm.ring()
    assert evening.alarms.none_set()


def test_watch_begins_with_the_clock() -> None:
    evening = Evening("start_clock")
    evening.watch()
    assert evening.alarms.none_set()
    evening.act(Advance)
    evening.look()
    assert not evening.alarms.none_set()
    evening.runner.close()
