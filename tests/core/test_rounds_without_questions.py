"""A round that plays with its material alone: what people do in it is kept as answers are."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.core.engine.engine import Engine
from quiz.core.engine.undoing import undone
from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns.actors import seat
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan, Round
from quiz.core.nouns.state import Contest
from quiz.core.standing.ranking import standings
from quiz.core.views.hall_view import projector_view
from quiz.core.views.seats import Seats, seat_view
from quiz.core.views.seeing import counts
from quiz.formats import FORMATS
from quiz.service.contests.rows import ContestRow, JournalEntry
from quiz.service.people.contest_record import contest_record
from tests.core.builders import START, questions
from tests.e2e.throwaway.quiz.formats.dice import (
    FORMAT,
    DicePlay,
    DiceSeatView,
    DiceThrown,
    EndThrowing,
    ThrowDice,
)

ENGINE = Engine({**FORMATS, "dice": FORMAT})
ROUND = Round("Xúc xắc", "dice", material={"faces": 6})


class Evening:
    """A contest with a round of dice, whose journal is kept."""

    def __init__(self, *rounds: Round) -> None:
        self.events: list[Event] = []
        self.state: Contest | None = None
        self.do(c.CreateContest(Plan("Hội thi", rounds or (ROUND,), seed="hạt")))
        for name in ("An", "Bình"):
            self.do(c.Join(name))
        self.act(c.Advance(0))

    @property
    def contest(self) -> Contest:
        assert self.state is not None
        return self.state

    @property
    def play(self) -> DicePlay:
        assert isinstance(self.contest.play, DicePlay)
        return self.contest.play

    def do(self, command: c.Command) -> None:
        for part, event in enumerate(ENGINE.decide(self.state, command, START)):
            self.state = ENGINE.evolve(self.state, event, part)
            self.events.append(event)

    def act(self, command: Any) -> None:
        self.do(replace(command, based_on=self.contest.acted))

    def refused(self, command: c.Command) -> str:
        with pytest.raises(Rejected) as refusal:
            ENGINE.decide(self.state, command, START)
        return refusal.value.code


def test_undo_of_an_act_keeps_what_people_did_since() -> None:
    evening = Evening()
    evening.do(ThrowDice(1))
    evening.act(c.Mute(0, True))
    evening.do(ThrowDice(2))
    thrown = evening.play.thrown
    evening.act(c.Undo(0))
    assert (evening.contest.muted, evening.play.thrown, len(thrown)) == (False, thrown, 2)


def test_undo_of_the_start_takes_all_with_the_round() -> None:
    evening = Evening()
    evening.do(ThrowDice(1))
    evening.act(c.Undo(0))
    assert evening.contest.plays == ()
    evening.act(c.Advance(0))
    assert len(evening.play.thrown) == 0


def test_undo_of_the_end_and_the_end_again_give_the_same_points() -> None:
    evening = Evening()
    evening.do(ThrowDice(1))
    evening.do(ThrowDice(2))
    evening.act(EndThrowing(0))
    first = standings(evening.contest)
    assert {row.number: row.tally.points for row in first} == {
        number: 10 * eyes for number, eyes in evening.play.thrown.items()
    }
    assert evening.refused(ThrowDice(1)) == "too_late"
    evening.act(c.Undo(0))
    assert [row.tally.points for row in standings(evening.contest)] == [0, 0]
    evening.act(c.Advance(0))
    assert standings(evening.contest) == first


def test_one_undo_of_acts_that_began_the_next_round_returns_to_the_round_itself() -> None:
    evening = Evening(ROUND, replace(ROUND, name="Lần hai"))
    evening.do(ThrowDice(1))
    before, play = evening.contest, evening.play
    evening.act(EndThrowing(0))
    evening.act(c.Advance(0))
    evening.act(c.Advance(0))
    back = undone(replace(evening.contest, before=before), START, lambda play: FORMAT.rules)
    assert back.plays == (play,)


def test_counters_tell_how_many_did_what_the_round_asks() -> None:
    evening = Evening()
    evening.do(ThrowDice(2))
    told = counts(ENGINE, evening.contest, 0)
    assert (told.answered, told.eligible) == (1, 2)
    evening.act(EndThrowing(0))
    evening.act(c.Advance(0))
    over = counts(ENGINE, evening.contest, 0)
    assert (over.answered, over.eligible) == (0, 0)


def test_seat_follows_what_its_phone_did_between_questions() -> None:
    evening = Evening()
    before = Seats(ENGINE, evening.contest).inputs
    assert before == Seats(ENGINE, evening.contest).inputs
    evening.do(ThrowDice(1))
    seats = Seats(ENGINE, evening.contest)
    eyes = evening.play.thrown.get(1)
    own = seats.of(1)
    assert own is not None
    assert (seats.inputs == before, own.parts) == (False, {"dice": DiceSeatView(eyes or 0)})
    assert own == seat_view(ENGINE, evening.contest, 1)


def test_who_did_something_stays_when_newcomers_are_removed() -> None:
    evening = Evening()
    evening.do(ThrowDice(2))
    evening.act(c.RemoveJoined(0, 1))
    assert list(evening.contest.contestants) == [2]


def test_hall_sees_the_rounds_own_scene_and_no_question() -> None:
    view = projector_view(ENGINE, Evening().contest, START)
    assert (view.scene, view.question, view.life) == ("dice", None, None)


def test_score_may_be_corrected_in_it() -> None:
    evening = Evening()
    evening.do(ThrowDice(1))
    evening.act(c.CorrectScore(0, 2, 500, "lý do"))
    evening.act(EndThrowing(0))
    assert standings(evening.contest)[0].number == 2


def test_round_of_questions_needs_them_and_this_one_its_material() -> None:
    points = Round("Tích điểm", "points")
    for rounds, said in (((points,), "bad_plan"), ((replace(ROUND, material={}),), "bad_settings")):
        with pytest.raises(Rejected) as refusal:
            ENGINE.decide(None, c.CreateContest(Plan("Hội thi", rounds)), START)
        assert refusal.value.code == said


def test_record_of_a_contest_in_which_something_came_to_no_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("quiz.service.people.contest_record.FORMATS", ENGINE.formats)
    evening = Evening(ROUND, Round("Bấm chuông", "buzzer", questions(1)))
    evening.do(ThrowDice(1))
    rows = [
        JournalEntry(place, f"id{place}", 0, event, START, seat(1))
        for place, event in enumerate(evening.events, start=1)
    ]
    made = contest_record(ContestRow("c", "123456", "Hội thi", 1, START), rows, ENGINE)
    assert isinstance(evening.events[-1], DiceThrown)
    assert [each.name for each in made.contestants] == ["An", "Bình"]
    assert (made.answers, made.parts) == ((), {"buzzes": [], "turns": []})
