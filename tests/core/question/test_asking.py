from dataclasses import replace

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Pool
from quiz.core.nouns.shapes import Verdict
from quiz.core.question.judging import verdict_of
from quiz.core.views.host_view import host_view
from quiz.formats import ENGINE
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


def ids(table: Table) -> list[str]:
    """The main questions that are asked to the end of the round."""
    found = []
    while table.step() in ("draw", "draw_reserve"):
        table.advance()
        found.append(table.asked.question.id)
        table.until("settle")
        table.advance()
    return found


@pytest.mark.parametrize("format", ["golden_bell", "points", "buzzer"])
def test_dropped_main_question_is_replaced_by_the_last_reserve_one(format: str) -> None:
    settings = {"rescues": (), "out_on_none": False} if format == "golden_bell" else {}
    table = Table(plan(2, format, ending="bell", **settings) if settings else plan(2, format), 2)
    table.until("show")
    table.act(c.Skip(0))
    table.until("draw")
    host = host_view(ENGINE, table.contest, table.now)
    assert (host.left_main, host.left_reserve, host.replaced) == (2, 2, 1)
    assert ids(table) == ["q2", "r3"]
    assert table.contest.plan.rounds[0].drawn(Pool.MAIN, 3).id == "r3"


def test_question_dropped_and_taken_back_replaces_nothing() -> None:
    table = Table(plan(1, "points"), 2)
    table.until("show")
    table.act(c.Skip(0))
    table.act(c.Undo(0))
    assert host_view(ENGINE, table.contest, table.now).replaced == 0


def test_reserve_question_that_is_dropped_is_not_replaced() -> None:
    table = Table(plan(1, rescues=()), 2)
    table.ask(1, 2)
    assert table.step() == "draw_reserve"
    table.advance()
    table.act(c.Skip(0))
    view = host_view(ENGINE, table.contest, table.now)
    assert (view.left_main, view.left_reserve, view.replaced) == (0, 2, 0)


def test_without_reserve_questions_a_dropped_one_is_lost() -> None:
    made = plan(1, "points")
    made = replace(made, rounds=(replace(made.rounds[0], reserve=()),))
    table = Table(made, 2)
    table.until("show")
    table.act(c.Skip(0))
    assert table.step() == "finish_round"


def test_question_asked_again_after_an_undo_is_another_asking() -> None:
    table = Table(plan(2), 2)
    table.open()
    first = table.asked
    table.answer(1, (0,))
    for _ in range(3):
        table.act(c.Undo(0))
    table.open()
    again = table.asked
    assert (again.pool, again.ordinal, again.answers.get(1)) == (first.pool, first.ordinal, None)
    late = c.SubmitAnswer(1, first.pool, first.ordinal, (0,), asked=first.id)
    with pytest.raises(Rejected, match="too_late"):
        table.do(late)
    table.do(replace(late, asked=again.id))
    assert 1 in table.asked.answers


def test_steps_taken_back_within_a_question_leave_the_asking_as_it_is() -> None:
    table = Table(plan(2), 2)
    table.open()
    first = table.asked.id
    table.answer(1, (0,))
    table.act(c.Undo(0))
    table.open()
    assert (table.asked.id, 1 in table.asked.answers) == (first, True)
