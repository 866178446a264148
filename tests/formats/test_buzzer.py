"""What a buzzer round brings: points, penalties, corrections; its settings."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Pool
from quiz.core.nouns.shapes import Verdict
from quiz.formats.buzzer.commands import GiveTurn, JudgeTurn
from tests.core.builders import Table, plan, with_points
from tests.formats.desk import Desk, answering, clock, rules, two_turns
from tests.formats.looking import buzzer, buzzer_view


def test_right_answer_brings_points_and_a_wrong_one_takes_the_penalty() -> None:
    desk = answering()
    desk.judge(1, right=True)
    desk.finish()
    desk.open()
    desk.turn(2)
    desk.judge(2, right=False)
    desk.finish()
    assert (desk.points(), desk.step()) == ([10, -5, 0, 0], "finish_round")
    desk.advance()
    assert desk.step() == "finish"


def test_question_at_which_nobody_buzzes_costs_nothing() -> None:
    desk = clock()
    desk.expire()
    assert (desk.step(), buzzer(desk.asked).turns) == ("reveal", ())
    desk.finish()
    assert desk.points() == [0, 0, 0, 0]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, -5),
        ({"penalty": 0}, 0),
        ({"penalty": 20}, -20),
        ({"penalty": 20, "floor_zero": True}, 0),
    ],
)
def test_penalty_follows_the_settings(settings: dict[str, Any], expected: int) -> None:
    desk = answering(**settings)
    desk.judge(1, right=False)
    desk.finish()
    assert desk.points() == [expected, 0, 0, 0]


def test_zero_is_a_floor_for_the_penalty_alone() -> None:
    desk = clock(floor_zero=True)
    desk.act(c.CorrectScore(0, 1, -7, "vi phạm"))
    desk.act(c.CorrectScore(0, 2, 3, "chào hỏi"))
    for number in (1, 2):
        desk.turn(number)
        desk.judge(number, right=False)
        desk.finish()
        desk.until("close", "finish_round")
        desk.now += 1_000
    assert desk.points() == [-7, 0, 0, 0]


def test_question_with_points_and_seconds_of_its_own_has_those() -> None:
    made = with_points(rules(), 30)
    first, *rest = made.rounds[0].questions
    slow = (replace(first, seconds=40), *rest)
    desk = Desk(replace(made, rounds=(replace(made.rounds[0], questions=slow),)))
    desk.open()
    assert desk.asked.deadline - desk.asked.opens_at == 40_000
    desk.turn(1)
    desk.judge(1, right=True)
    desk.finish()
    assert desk.points() == [30, 0, 0, 0]


# Verdicts.


def test_verdict_is_told_at_the_reveal_to_whom_the_question_was_put() -> None:
    desk = answering(aloud=False)
    desk.do(desk.say(1))
    desk.expire()
    assert [desk.seat(number).verdict for number in (1, 2)] == [None, None]
    desk.advance()
    assert [desk.seat(number).verdict for number in (1, 2)] == [Verdict.RIGHT, None]
    assert ([one.number for one in desk.view().right], desk.holders()) == ([1], [])


def test_who_was_silent_on_the_phone_gets_no_verdict_but_missed() -> None:
    desk = answering(aloud=False)
    desk.expire()
    desk.advance()
    assert desk.seat(1).verdict is Verdict.NONE
    assert [one.number for one in desk.view().missed] == [1]


# Corrections.


def settled() -> Desk:
    """Both turns, and the question settled."""
    desk = two_turns()
    desk.finish()
    return desk


def test_answer_accepted_later_takes_back_the_turns_after_it() -> None:
    desk = settled()
    assert desk.points() == [-5, 10, 0, 0]
    desk.act(c.AcceptAnswer(0, 0, 0, (2,)))
    assert desk.points() == [10, 0, 0, 0]
    desk.act(c.Undo(0))
    assert desk.points() == [-5, 10, 0, 0]


def test_one_right_answer_in_a_shared_turn_takes_back_the_turns_after_it() -> None:
    desk = clock(again=True, aloud=False)
    desk.buzz(1)
    desk.buzz(2)
    desk.expire()
    for number, option in ((1, 2), (2, 3)):
        desk.do(replace(desk.say(number), answer=(option,)))
    desk.expire()
    desk.act(c.Resume(0))
    desk.turn(3)
    desk.do(desk.say(3))
    desk.expire()
    desk.finish()
    assert desk.points() == [-5, -5, 10, 0]
    desk.act(c.AcceptAnswer(0, 0, 0, (3,)))
    assert desk.points() == [-5, 10, 0, 0]


def test_corrected_key_is_counted_as_if_it_had_been_there() -> None:
    desk = settled()
    desk.act(c.CorrectKey(0, 0, 0, ((0,),)))
    assert desk.points() == [-5, -5, 0, 0]
    desk.act(c.CorrectKey(0, 0, 0, ((2,),)))
    assert desk.points() == [10, 0, 0, 0]


def test_key_corrected_before_the_reveal_counts_for_answers_on_the_phone() -> None:
    desk = answering(aloud=False)
    desk.do(desk.say(1, right=False))
    desk.expire()
    desk.act(c.CorrectKey(0, 0, -1, ((2,),)))
    desk.finish()
    assert desk.points() == [10, 0, 0, 0]


def test_what_the_host_judged_by_ear_does_not_hang_on_the_key() -> None:
    desk = answering()
    desk.judge(1, right=True)
    desk.finish()
    desk.act(c.CorrectKey(0, 0, 0, ((3,),)))
    assert desk.points() == [10, 0, 0, 0]


def test_voided_question_counts_for_nobody_until_it_counts_again() -> None:
    desk = settled()
    desk.act(c.Void(0, 0, 0))
    assert (desk.points(), desk.time_ms()) == ([0, 0, 0, 0], [0, 0, 0, 0])
    desk.act(c.Void(0, 0, 0, False))
    assert desk.points() == [-5, 10, 0, 0]


def test_voided_question_is_revealed_without_verdicts() -> None:
    desk = answering()
    desk.judge(1, right=False)
    desk.act(c.Void(0, 0, -1))
    desk.advance()
    assert (desk.view().missed, desk.view().right) == ((), ())
    assert desk.seat(1).verdict is Verdict.VOID
    desk.advance()
    assert desk.points() == [0, 0, 0, 0]


# Questions for the audience.


def test_audience_is_asked_the_ordinary_way() -> None:
    desk = clock()
    for name in ("Khán giả", "Người xem"):
        desk.do(c.Join(name, "Đỏ"))
    desk.act(c.Skip(0))
    desk.act(c.DrawAudienceQuestion(0))
    desk.advance(2)
    assert buzzer_view(desk.contest) is None
    desk.now = desk.asked.opens_at
    assert (desk.asked.pool, desk.refused(desk.press(5))) == (Pool.AUDIENCE, "too_late")
    acted = desk.contest.acted
    codes = [desk.refused(GiveTurn(acted, 5)), desk.refused(JudgeTurn(acted, 5, True))]
    assert codes == ["not_now", "not_now"]
    assert (desk.seat(5).may_answer, desk.seat(5).parts) == (True, {})
    assert desk.refused(desk.say(1)) == "not_on_floor"
    desk.do(desk.say(5, right=False))
    desk.do(desk.say(5))
    desk.do(desk.say(6, right=False))
    desk.expire()
    desk.advance(2)
    assert desk.contest.play is not None
    tallies = [desk.contest.play.floor.get(number) for number in (5, 6)]
    assert [(each.audience, each.points) for each in tallies if each] == [(1, 0), (0, 0)]
    assert desk.points() == [0, 0, 0, 0]


# Settings.


@pytest.mark.parametrize(
    ("settings", "field"),
    [
        ({"answer_seconds": 0}, "answer_seconds"),
        ({"answer_seconds": -1}, "answer_seconds"),
        ({"aloud": 1}, "aloud"),
        ({"early": "yes"}, "early"),
        ({"again": None}, "again"),
        ({"penalty": -5}, "penalty"),
        ({"floor_zero": 0}, "floor_zero"),
        ({"clock": "later"}, "clock"),
        ({"chain": []}, "chain"),
        ({"speed": True}, "speed"),
    ],
)
def test_bad_setting_is_named(settings: dict[str, Any], field: str) -> None:
    with pytest.raises(Rejected) as problem:
        Table(plan(1, "buzzer", **settings))
    assert (problem.value.code, problem.value.detail) == ("bad_settings", field)
