"""The timer between a buzz and its turn, and of a turn on the phone; a restart loses neither."""

from collections.abc import Iterator

import pytest

from quiz.core.nouns.actors import NEWCOMER, account, seat
from quiz.core.nouns.commands import AddTime, Join, SubmitAnswer, Undo
from quiz.core.nouns.model import Pool
from quiz.core.nouns.state import Asked, Life
from quiz.formats.buzzer.commands import Buzz
from quiz.formats.buzzer.part import Phase
from quiz.service.contests.running.runner import Runner
from quiz.service.contests.watching.timers import GRACE_MS
from tests.core.builders import START, plan, whose
from tests.formats.looking import buzzer, life
from tests.service.contests.test_runners import Venue, run_clock
from tests.service.fakes import Alarm


class Evening(Venue):
    """A venue with one buzzer contest, at a question whose clock has run for a second."""

    def __init__(self, **settings: object) -> None:
        super().__init__()
        self.id = self.runners.create(plan(3, "buzzer", **settings), owner=1)
        for number in (1, 2):
            self.runner.submit(Join(f"Thí sinh {number}", "Đỏ"), f"join-{number}", START, NEWCOMER)
        run_clock(self, self.runner)
        self.clock.time = self.asked.opens_at + 1_000
        self.alarms.next()

    @property
    def runner(self) -> Runner:
        return self.runners.runner(self.id)

    @property
    def asked(self) -> Asked:
        play = self.runner.contest.play
        assert play is not None
        assert play.current is not None
        return play.current

    def buzz(self, number: int, credit_ms: int = 0) -> None:
        command = Buzz(number, Pool.MAIN, 1, credit_ms)
        self.runner.submit(command, f"{number}:buzz", self.clock.time, whose(command))

    def ring(self, alarm: Alarm) -> None:
        """Let an alarm's time pass, and its runner's writer do the rest."""
        self.clock.time += alarm.ms
        alarm.ring()


@pytest.fixture
def aloud() -> Iterator[Evening]:
    made = Evening()
    yield made
    made.runners.close()


@pytest.fixture
def typed() -> Iterator[Evening]:
    made = Evening(aloud=False)
    yield made
    made.runners.close()


def test_turn_is_given_a_grace_after_slower_lines_had_their_time(aloud: Evening) -> None:
    aloud.buzz(1)
    alarm = aloud.alarms.next()
    assert alarm.ms == 150 + GRACE_MS
    aloud.ring(alarm)
    assert (life(aloud.asked), buzzer(aloud.asked).turns[0].numbers) == (Phase.ANSWERING, (1,))


def test_no_alarm_is_set_while_somebody_speaks(aloud: Evening) -> None:
    aloud.buzz(1)
    aloud.ring(aloud.alarms.next())
    aloud.runners.close()
    assert aloud.alarms.none_set()


def test_slower_buzz_sets_no_second_alarm(aloud: Evening) -> None:
    aloud.buzz(1)
    alarm = aloud.alarms.next()
    aloud.clock.time += 50
    aloud.buzz(2, credit_ms=100)
    aloud.clock.time -= 50
    aloud.ring(alarm)
    assert buzzer(aloud.asked).turns[0].numbers == (2,)


def test_turn_on_the_phone_ends_a_grace_after_its_deadline(typed: Evening) -> None:
    typed.buzz(1)
    typed.ring(typed.alarms.next())
    while typed.clock.time + (alarm := typed.alarms.next()).ms < typed.asked.deadline + GRACE_MS:
        typed.ring(alarm)
        assert life(typed.asked) == Phase.ANSWERING
    typed.ring(alarm)
    assert typed.clock.time == typed.asked.deadline + GRACE_MS
    assert life(typed.asked) == Life.LOCKED


def test_turn_on_the_phone_ends_at_once_when_it_was_answered(typed: Evening) -> None:
    typed.buzz(1)
    typed.ring(typed.alarms.next())
    typed.alarms.next()
    typed.clock.time += 800
    typed.runner.submit(SubmitAnswer(1, Pool.MAIN, 1, (1,)), "1:x", typed.clock.time, seat(1))
    alarm = typed.alarms.next()
    assert alarm.ms == 0
    typed.ring(alarm)
    assert life(typed.asked) == Life.LOCKED


def test_time_added_to_a_turn_moves_its_alarm(typed: Evening) -> None:
    typed.buzz(1)
    typed.ring(typed.alarms.next())
    first = typed.alarms.next()
    typed.runner.submit(
        AddTime(typed.runner.contest.acted, 10_000), "add", typed.clock.time, account(1)
    )
    typed.alarms.next()
    assert first.called_off
    typed.clock.time = typed.asked.deadline - 1
    first.ring()
    assert life(typed.asked) == Phase.ANSWERING


def test_turn_taken_back_calls_its_alarm_off(typed: Evening) -> None:
    typed.buzz(1)
    typed.ring(typed.alarms.next())
    alarm = typed.alarms.next()
    typed.runner.submit(Undo(typed.runner.contest.acted), "undo", typed.clock.time, account(1))
    typed.runners.close()
    assert alarm.called_off
    assert typed.alarms.none_set()


@pytest.mark.parametrize("asleep_ms", [0, 3_600_000])
def test_server_that_was_restarted_after_a_buzz_gives_the_turn(
    aloud: Evening, asleep_ms: int
) -> None:
    aloud.buzz(1)
    aloud.clock.time += 40
    aloud.buzz(2, credit_ms=90)
    aloud.alarms.next()
    aloud.restart()
    aloud.clock.time += asleep_ms
    assert life(aloud.asked) == Phase.BUZZED
    alarm = aloud.alarms.next()
    assert alarm.ms == (0 if asleep_ms else 110 + GRACE_MS)
    aloud.ring(alarm)
    assert (life(aloud.asked), buzzer(aloud.asked).turns[0].numbers) == (Phase.ANSWERING, (2,))
    assert aloud.asked.deadline - aloud.clock.time == 3_250


def test_server_that_was_restarted_while_one_speaks_waits_for_the_host(aloud: Evening) -> None:
    aloud.buzz(1)
    aloud.ring(aloud.alarms.next())
    aloud.restart()
    assert life(aloud.asked) == Phase.ANSWERING
    assert aloud.alarms.none_set()


@pytest.mark.parametrize("answered", [True, False])
def test_server_that_was_restarted_during_a_turn_on_the_phone_ends_it(
    typed: Evening, answered: bool
) -> None:
    typed.buzz(1)
    typed.ring(typed.alarms.next())
    typed.alarms.next()
    typed.clock.time += 800
    if answered:
        typed.runner.submit(SubmitAnswer(1, Pool.MAIN, 1, (1,)), "1:x", typed.clock.time, seat(1))
        typed.alarms.next()
    else:
        typed.clock.time = typed.asked.deadline + 10_000
    typed.restart()
    assert life(typed.asked) == Phase.ANSWERING
    alarm = typed.alarms.next()
    assert alarm.ms == 0
    typed.ring(alarm)
    assert life(typed.asked) == Life.LOCKED
