import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.shapes import Verdict
from quiz.core.question.judging import verdict_of
from tests.core.builders import Table, plan


def drawn(format: str = "golden_bell") -> Table:
    """Two compete, number 2 was sent off, and the second question is drawn."""
    settings = {"rescues": ()} if format == "golden_bell" else {}
    table = Table(plan(3, format, **settings), 3)
    table.ask(1, 3, wrong=(2,))
    if format != "golden_bell":
        table.act(c.Eliminate(0, 2, "nhầm"))
    table.advance()
    return table


@pytest.mark.parametrize("format", ["golden_bell", "points"])
def test_who_returns_before_the_question_is_shown_answers_it(format: str) -> None:
    table = drawn(format)
    table.act(c.Rescue(0, (2,)))
    table.advance(2)
    table.answer(2, table.asked.question.key[0])
    assert verdict_of(table.asked, 2) is Verdict.RIGHT


def test_who_is_accepted_back_before_the_question_is_shown_has_to_answer_it() -> None:
    table = drawn()
    table.act(c.AcceptAnswer(0, 0, 0, (2,)))
    assert table.playing() == [1, 2, 3]
    table.advance(2)
    table.answer(1, table.asked.question.key[0])
    table.answer(3, table.asked.question.key[0])
    table.advance(3)
    assert table.playing() == [1, 3]


def test_who_was_sent_off_before_the_question_is_shown_is_not_asked() -> None:
    table = drawn()
    table.act(c.Eliminate(0, 3, "nhắc bài"))
    table.advance()
    assert sorted(table.asked.eligible) == [1]


def test_nobody_returns_while_a_question_is_open() -> None:
    table = drawn()
    table.advance()
    assert table.refused(c.Rescue(table.contest.acted, (2,))) == "not_now"
