"""A spoken answer judged otherwise after its question was settled, and a buzz that came late."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.core.nouns import commands as c
from tests.formats.desk import Desk, clock


def points(desk: Desk, number: int) -> int:
    """Of the round."""
    assert desk.contest.play is not None
    tally = desk.contest.play.floor.get(number)
    return tally.points if tally else 0


def settled(right: bool, **settings: Any) -> Desk:
    """What contestant 1 said was judged, and the next question is due."""
    desk = clock(**settings)
    desk.turn(1)
    desk.judge(1, right)
    desk.until("draw")
    return desk


@pytest.mark.parametrize(("first", "scored"), [(True, (10, -5)), (False, (-5, 10))])
def test_judgement_corrected_later_scores_anew(first: bool, scored: tuple[int, int]) -> None:
    desk = settled(first)
    before = points(desk, 1)
    desk.act(c.CorrectJudgement(0, 0, 0, 1, not first))
    after = points(desk, 1)
    desk.act(c.Undo(0))
    assert (before, after, points(desk, 1)) == (*scored, scored[0])


def test_judgement_corrected_to_right_takes_what_followed() -> None:
    desk = clock(again=True)
    desk.turn(1)
    desk.judge(1, right=False)
    desk.act(c.Resume(0))
    desk.turn(2)
    desk.judge(2, right=True)
    desk.until("draw")
    assert (points(desk, 1), points(desk, 2)) == (-5, 10)
    desk.act(c.CorrectJudgement(0, 0, 0, 1, True))
    assert (points(desk, 1), points(desk, 2)) == (10, 0)


@pytest.mark.parametrize(("number", "right"), [(1, True), (2, True), (9, False)])
def test_judgement_that_is_none_or_so_already_is_refused(number: int, right: bool) -> None:
    desk = settled(True)
    assert desk.refused(c.CorrectJudgement(desk.contest.acted, 0, 0, number, right)) == (
        "no_such_judgement"
    )


# A buzz is for the chance that the phone was told of.


def test_buzz_for_an_earlier_chance_is_too_late() -> None:
    desk = clock(again=True)
    told = desk.view().opens_at
    desk.turn(1)
    desk.judge(1, right=False)
    desk.act(c.Resume(0))
    now = desk.view().opens_at
    assert told != now
    assert desk.refused(replace(desk.press(2), opens_at=told)) == "too_late"
    assert desk.refused(replace(desk.press(2), opens_at=now)) == ""
