from typing import cast

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from tests.core.builders import Table, plan

TYPED = "  Nhắc\x00 ba\u0300i\u202e\n2 la\u0302\u0300n\u200b  "
CLEAN = "Nhắc bài 2 lần"


@pytest.mark.parametrize("act", [c.Eliminate(0, 1, TYPED), c.CorrectScore(0, 1, 5, TYPED)])
def test_reason_loses_control_and_direction_marks(act: c.Eliminate | c.CorrectScore) -> None:
    table = Table(plan(), 2)
    table.open()
    table.act(act)
    event = cast("e.ContestantEliminated | e.ScoreCorrected", table.events[-1])
    assert event.reason == CLEAN


@pytest.mark.parametrize("nothing", ["", " \n ", "\u202e\u200b"])
def test_reason_of_nothing_to_see_gives_no_points(nothing: str) -> None:
    table = Table(plan(), 2)
    table.open()
    assert table.refused(c.CorrectScore(table.contest.acted, 1, 5, nothing)) == "bad_reason"


@pytest.mark.parametrize("act", [c.Eliminate(0, 1, "à" * 300), c.CorrectScore(0, 1, 5, "à" * 300)])
def test_reason_is_cut_to_its_length(act: c.Eliminate | c.CorrectScore) -> None:
    table = Table(plan(), 2)
    table.open()
    table.act(act)
    event = cast("e.ContestantEliminated | e.ScoreCorrected", table.events[-1])
    assert event.reason == "à" * 200
