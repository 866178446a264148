"""One command may make several events; one undo takes all of them back."""

from dataclasses import replace

import pytest

from quiz.core.engine.engine import Engine
from quiz.core.evidence.chronicle import RecordedEvent, chronicle
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.actors import account
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan, Pool
from quiz.core.nouns.state import Contest, Life
from quiz.formats import FORMATS
from quiz.formats.points.rules import PointsPlay, PointsRules
from quiz.service.afterwards.usage import asked_of
from tests.core.builders import START, plan


class Brisk(PointsRules):
    """Points, settling and preparing the next question at one press."""

    def decide(
        self, plan: Plan, play: PointsPlay, command: c.Command, now: int
    ) -> tuple[Event, ...]:
        events = super().decide(plan, play, command, now)
        if isinstance(events[0], e.QuestionSettled):
            return (*events, e.QuestionDrawn(Pool.MAIN, len(play.log) + 2))
        return events


ENGINE = Engine({**FORMATS, "points": replace(FORMATS["points"], rules=Brisk())})


class Evening:
    """A contest whose journal is kept row by row."""

    def __init__(self) -> None:
        self.rows: list[RecordedEvent] = []
        self.contest: Contest | None = None
        self.do(c.CreateContest(plan(3, "points")))
        self.do(c.Join("An", "Đỏ"))

    def do(self, command: c.Command) -> Contest:
        if isinstance(command, c.Act) and self.contest:
            command = replace(command, based_on=self.contest.acted)
        for part, event in enumerate(ENGINE.decide(self.contest, command, START)):
            self.rows.append(RecordedEvent(START, event, account(1), part))
            self.contest = ENGINE.evolve(self.contest, event, part)
        assert self.contest is not None
        return self.contest

    def settled(self) -> Contest:
        """The first question done with, the second one drawn."""
        contest = self.do(c.Advance(0))
        while not (contest.play and contest.play.log):
            contest = self.do(c.Advance(0))
        return contest


def test_command_of_two_events_makes_two_versions_and_one_act_to_undo() -> None:
    evening = Evening()
    contest = evening.settled()
    assert [type(row.event) for row in evening.rows[-2:]] == [e.QuestionSettled, e.QuestionDrawn]
    assert contest.last_acts == (e.QuestionSettled, e.QuestionDrawn)
    assert contest.acted == contest.version == len(evening.rows)


def test_undo_takes_the_whole_command_back() -> None:
    evening = Evening()
    evening.settled()
    contest = evening.do(c.Undo(0))
    assert contest.play is not None
    assert contest.play.current is not None
    assert (contest.play.log, contest.play.current.life) == ((), Life.REVEALED)
    again = evening.do(c.Undo(0))
    assert again.play is not None
    assert again.play.current is not None
    assert again.play.current.life is Life.LOCKED


def test_replay_by_parts_leads_to_the_same_contest() -> None:
    evening = Evening()
    evening.settled()
    evening.do(c.Undo(0))
    contest: Contest | None = None
    for row in evening.rows:
        contest = ENGINE.evolve(contest, row.event, row.part)
    assert contest == evening.contest


def test_story_marks_every_act_of_the_command_as_undone() -> None:
    evening = Evening()
    evening.settled()
    evening.do(c.Undo(0))
    told = chronicle(ENGINE, evening.rows)
    *_, settled, drawn, undo = told.deeds
    assert [type(deed.event) for deed in (settled, drawn)] == [e.QuestionSettled, e.QuestionDrawn]
    assert (settled.undone_at, drawn.undone_at, undo.undoes) == (START, START, "QuestionSettled")
    assert told.contest == evening.contest


def test_usage_knows_which_question_is_shown_after_such_an_undo() -> None:
    evening = Evening()
    evening.settled()
    evening.do(c.Advance(0))
    evening.do(c.Undo(0))
    evening.do(c.Undo(0))
    rows = [(row.event, row.part) for row in evening.rows]
    assert set(asked_of(rows)[1]) == {"q1", "q2"}
    evening.do(c.Void(0, 0, -1))
    evening.do(c.Undo(0))
    evening.do(c.Advance(0))
    evening.do(c.Advance(0))
    rows = [(row.event, row.part) for row in evening.rows]
    assert set(asked_of(rows)[1]) == {"q1", "q2"}


class Reversed(PointsRules):
    """Points whose first question is drawn after something of the crowd."""

    def decide(
        self, plan: Plan, play: PointsPlay, command: c.Command, now: int
    ) -> tuple[Event, ...]:
        events = super().decide(plan, play, command, now)
        return (e.ContestantJoined(9, "An", "Đỏ", False), *events)


def test_act_after_something_of_the_crowd_in_one_command_is_a_fault() -> None:
    evening = Evening()
    contest = evening.do(c.Advance(0))
    engine = Engine({**FORMATS, "points": replace(FORMATS["points"], rules=Reversed())})
    with pytest.raises(ValueError, match="acts"):
        engine.decide(contest, c.Advance(contest.acted), START)
