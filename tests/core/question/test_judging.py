"""Thousands of typed answers are judged once, not with every press of the evening."""

from dataclasses import replace

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.events import QuestionDrawn
from quiz.core.nouns.model import Answer, Kind, Pool, Question
from quiz.core.nouns.state import Asked, Given
from quiz.core.numbered import Numbered
from quiz.core.question import judging
from quiz.core.question.asking import draw
from quiz.core.question.comparing import FIRST_RULE, GAPLESS_RULE
from quiz.core.question.judging import right_of
from quiz.core.views.host_view import host_view
from quiz.core.views.seats import Seats
from quiz.formats import ENGINE
from tests.core.builders import Table, log_rows, plan

FORMATS = ("golden_bell", "points")


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The questions of the answers that are judged from now on, in order."""
    asked: list[str] = []

    def is_right(question: Question, answer: Answer, rule: int) -> bool:
        asked.append(question.id)
        return answer in question.key

    monkeypatch.setattr(judging, "is_right", is_right)
    return asked


def show(table: Table) -> None:
    """Build what is shown after an act."""
    host_view(ENGINE, table.contest, table.now)
    seats = Seats(ENGINE, table.contest)
    assert [seats.of(number) is None for number in (1, 2, 3)] == [False] * 3


@pytest.mark.parametrize("format", FORMATS)
def test_every_answer_is_judged_once(format: str, judged: list[str]) -> None:
    table = Table(plan(4, format), 3)
    for _ in range(2):
        table.ask(1, 2, wrong=(3,))
        show(table)
    table.advance(2)
    show(table)
    assert judged == ["q1"] * 3 + ["q2"] * 3


@pytest.mark.parametrize("format", FORMATS)
def test_correction_judges_its_own_question_only(format: str, judged: list[str]) -> None:
    table = Table(plan(4, format), 3)
    table.ask(1, 2, 3)
    table.ask(1, 2, 3)
    show(table)
    judged.clear()
    table.act(c.CorrectKey(0, 0, 0, ((3,),)))
    show(table)
    assert judged == ["q1"] * 3
    judged.clear()
    table.act(c.Undo(0))
    show(table)
    assert judged == []
    assert [row.right for row in log_rows(table.contest)] == [3, 3]


@pytest.mark.parametrize(("rule", "right"), [(FIRST_RULE, False), (GAPLESS_RULE, True)])
def test_answer_is_judged_by_the_rule_its_question_was_drawn_under(rule: int, right: bool) -> None:
    question = Question("q", Kind.TEXT, "Ai?", ("Bác Hồ",))
    answers = Numbered[Given]().set(1, Given("BácHồ", 0, 0))
    asked = Asked(Pool.MAIN, 1, question, frozenset((1,)), answers=answers, comparing=rule)
    assert right_of(asked, 1) is right


def test_question_is_drawn_under_the_newest_rule_and_rows_of_before_under_the_first() -> None:
    table = Table(plan(4, "points"), 1)
    table.ask(1)
    drawn = draw(replace(table.contest.plays[-1], current=None, log=()), Pool.MAIN)
    assert drawn == QuestionDrawn(Pool.MAIN, 1, GAPLESS_RULE)
    assert QuestionDrawn(Pool.MAIN, 1).comparing == FIRST_RULE
