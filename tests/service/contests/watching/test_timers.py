import logging
from collections.abc import Iterator

import pytest

from quiz.core.nouns.actors import TIMER, account
from quiz.core.nouns.commands import Act, Advance, CloseNow, Pause, Resume, Undo
from quiz.core.nouns.state import Life
from quiz.formats import ENGINE
from quiz.service.contests.running.runner import Change, Runner
from quiz.service.contests.watching.timers import GRACE_MS, LONGEST_WAIT_MS, LockTimer
from tests.core.builders import Table, plan, whose
from tests.service.fakes import Alarm, Alarms, FakeClock, FakeIds, FakeStore


class Evening:
    """A contest whose clock runs, its runner, and a timer in hand."""

    def __init__(self) -> None:
        table = Table(plan(), 2)
        table.open()
        self.deadline = table.asked.deadline
        self.store = FakeStore()
        self.store.journals["a"] = []
        self.clock = FakeClock()
        self.clock.time = table.now
        self.alarms = Alarms()
        self.ids = FakeIds()
        self.runner = Runner("a", table.contest, self.store, ENGINE)

    def arm(self) -> LockTimer:
        return LockTimer(self.runner, self.clock, self.ids, self.alarms.later)

    def act(self, kind: type[Act]) -> None:
        command = kind(self.runner.contest.acted)
        self.runner.submit(command, self.ids.command(), self.clock.now(), whose(command))

    def life(self) -> Life:
        play = self.runner.contest.play
        assert play is not None
        assert play.current is not None
        return play.current.life


@pytest.fixture
def evening() -> Iterator[Evening]:
    made = Evening()
    yield made
    made.runner.close()


def ring_until_due(evening: Evening, alarm: Alarm) -> Alarm:
    """Let time pass, alarm after alarm, to the last before the deadline's grace is over."""
    while evening.clock.time + alarm.ms < evening.deadline + GRACE_MS:
        evening.clock.time += alarm.ms
        alarm.ring()
        alarm = evening.alarms.next()
    return alarm


def test_question_locks_a_grace_after_its_deadline(evening: Evening) -> None:
    evening.arm()
    alarm = ring_until_due(evening, evening.alarms.next())
    assert evening.clock.time + alarm.ms == evening.deadline + GRACE_MS
    assert evening.life() is Life.CLOCK
    evening.clock.time += alarm.ms
    alarm.ring()
    assert evening.life() is Life.LOCKED


def test_lock_at_the_deadline_is_the_timers_and_a_hosts_is_the_hosts(evening: Evening) -> None:
    evening.clock.time = evening.deadline + GRACE_MS
    evening.arm()
    evening.alarms.next().ring()
    evening.act(Undo)
    evening.act(CloseNow)
    assert [entry.actor for entry in evening.store.journals["a"]] == [TIMER, account(1), account(1)]


def test_no_wait_is_longer_than_a_second(evening: Evening) -> None:
    evening.arm()
    assert evening.alarms.next().ms == LONGEST_WAIT_MS


def test_alarm_that_rings_after_the_clock_was_set_back_waits_on(evening: Evening) -> None:
    evening.arm()
    alarm = ring_until_due(evening, evening.alarms.next())
    evening.clock.time -= 500
    alarm.ring()
    assert evening.alarms.next().ms == alarm.ms + 500
    assert evening.life() is Life.CLOCK


def test_deadline_passed_while_nobody_looked_locks_at_once(evening: Evening) -> None:
    evening.clock.time = evening.deadline + 3_600_000
    evening.arm()
    alarm = evening.alarms.next()
    assert alarm.ms == 0
    alarm.ring()
    assert evening.life() is Life.LOCKED


def test_pause_calls_the_alarm_off_and_resuming_sets_another(evening: Evening) -> None:
    evening.arm()
    first = evening.alarms.next()
    evening.act(Pause)
    evening.clock.time += 60_000
    evening.act(Resume)
    evening.alarms.next()
    assert first.called_off
    evening.clock.time = evening.deadline + GRACE_MS
    first.ring()
    assert evening.life() is Life.CLOCK


def test_contest_without_a_running_clock_sets_no_alarm(evening: Evening) -> None:
    evening.act(Advance)
    evening.arm()
    assert evening.life() is Life.LOCKED
    assert evening.alarms.none_set()


def test_lock_that_could_not_be_stored_is_tried_again(evening: Evening) -> None:
    evening.clock.time = evening.deadline + GRACE_MS
    evening.arm()
    alarm = evening.alarms.next()
    evening.store.failure = "before"
    alarm.ring()
    again = evening.alarms.next()
    assert again.ms == LONGEST_WAIT_MS
    evening.store.failure = ""
    again.ring()
    assert evening.life() is Life.LOCKED


def test_lock_refused_by_the_rules_is_let_be(evening: Evening) -> None:
    changes: list[Change] = []
    evening.clock.time = evening.deadline + GRACE_MS
    evening.arm()
    alarm = evening.alarms.next()
    evening.runner._listeners.clear()  # as if the change had not been published yet
    evening.act(Advance)
    evening.runner.subscribe(changes.append)
    alarm.ring()
    assert evening.alarms.none_set()
    assert changes == []


def test_closed_timer_calls_its_alarm_off(evening: Evening) -> None:
    evening.arm().close()
    assert evening.alarms.next().called_off


def test_lock_that_comes_late_is_told_with_how_late(
    evening: Evening, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "quiz")
    evening.clock.time = evening.deadline + 3_600_000
    evening.arm()
    evening.alarms.next().ring()
    assert caplog.messages == ["deadline: what was due is asked for 3600000 ms late"]


def test_lock_in_time_is_not_told(evening: Evening, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "quiz")
    evening.clock.time = evening.deadline + GRACE_MS
    evening.arm()
    evening.alarms.next().ring()
    assert (evening.life(), caplog.messages) == (Life.LOCKED, [])


def test_lock_that_is_refused_is_told_by_its_code(
    evening: Evening, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "quiz.service.contests.watching.timers")
    evening.clock.time = evening.deadline + GRACE_MS
    evening.arm()
    evening.store.failure = "before"
    evening.alarms.next().ring()
    told = [one for one in caplog.records if one.name == "quiz.service.contests.watching.timers"]
    assert [(one.getMessage(), vars(one)["contest"]) for one in told] == [
        ("deadline: what was due was refused (storage_failed)", "a")
    ]
    evening.store.failure = ""
