"""A buzzer round played by hand: who presses when, what the host says."""

from dataclasses import replace
from typing import Any

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Plan
from quiz.core.nouns.shapes import SeatView
from quiz.core.standing.ranking import standings
from quiz.core.views.seats import seat_view
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import Buzz, JudgeTurn
from quiz.formats.buzzer.view import BuzzerView
from tests.core.builders import Table, plan
from tests.formats.looking import buzzer_seat, buzzer_view
from tests.formats.pressing import buzz, ring


def rules(count: int = 2, *, credit_ms: int = 150, **settings: Any) -> Plan:
    """A buzzer round with a cap on the credit."""
    return replace(plan(count, "buzzer", **settings), credit_ms=credit_ms)


class Desk(Table):
    """A contest with a buzzer; `read_ms` pass between showing a question and its clock."""

    def __init__(self, made: Plan, people: int = 4, read_ms: int = 0) -> None:
        super().__init__(made, people)
        self.until("start_clock", "close")
        self.now += read_ms

    def press(self, number: int, credit_ms: int = 0) -> Buzz:
        """The command of a buzz at the question asked now."""
        return Buzz(number, self.asked.pool, self.asked.ordinal, credit_ms)

    def buzz(self, number: int, after_ms: int = 1_000, credit_ms: int = 0) -> None:
        """A buzz received so long after the clock opened."""
        buzz(self, number, after_ms, credit_ms)

    def expire(self) -> None:
        """The timer rings at its time."""
        ring(self)

    def turn(self, number: int, after_ms: int = 1_000) -> None:
        """A buzz that wins the turn."""
        self.buzz(number, after_ms)
        self.expire()

    def judge(self, number: int, right: bool) -> None:
        self.act(JudgeTurn(0, number, right))

    def say(self, number: int, *, right: bool = True, by: str = "contestant") -> c.SubmitAnswer:
        """An answer typed on the phone."""
        key = self.asked.question.key[0]
        assert not isinstance(key, str)
        answer = key if right else ((key[0] + 1) % 4,)
        return c.SubmitAnswer(number, self.asked.pool, self.asked.ordinal, answer, by)

    def view(self) -> BuzzerView:
        shown = buzzer_view(self.contest)
        assert shown is not None
        return shown

    def seat(self, number: int) -> SeatView:
        found = seat_view(ENGINE, self.contest, number)
        assert found is not None
        return found

    def may_buzz(self) -> list[int]:
        return [
            number
            for number in self.contest.contestants
            if buzzer_seat(self.contest, number).may_buzz
        ]

    def holders(self) -> list[int]:
        return [person.number for person in self.view().answering]

    def points(self) -> list[int]:
        """Points of everybody, in order of number."""
        rows = sorted(standings(self.contest), key=lambda row: row.number)
        return [row.tally.points for row in rows]

    def time_ms(self) -> list[int]:
        """The times of everybody's right answers, in order of number."""
        rows = sorted(standings(self.contest), key=lambda row: row.number)
        return [row.tally.time_ms for row in rows]

    def finish(self) -> None:
        """Reveal and settle."""
        self.advance(2)


def clock(people: int = 4, read_ms: int = 0, **settings: Any) -> Desk:
    """A desk at the first question, its clock running."""
    desk = Desk(rules(**settings), people, read_ms)
    desk.open()
    return desk


def reading(**settings: Any) -> Desk:
    """A desk at the first question while it is being read."""
    return Desk(rules(**settings))


def answering(people: int = 4, **settings: Any) -> Desk:
    """A desk at the first question, contestant 1 having the turn after a second."""
    desk = clock(people, **settings)
    desk.turn(1)
    return desk


def two_turns() -> Desk:
    """Contestant 1 answered something else than the key on the phone, contestant 2 the key."""
    desk = answering(again=True, aloud=False)
    desk.do(desk.say(1, right=False))
    desk.expire()
    desk.act(c.Resume(0))
    desk.turn(2)
    desk.do(desk.say(2))
    desk.expire()
    return desk
