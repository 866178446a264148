"""What a complaint about a buzz is answered with: who pressed, how much later, what it led to."""

from typing import Any

from hypothesis import given, settings

from quiz.core.evidence.figures import QuestionFigures
from quiz.core.nouns import commands as c
from quiz.core.nouns.shapes import Verdict
from quiz.formats.buzzer.commands import GiveTurn, JudgeTurn
from quiz.formats.buzzer.events import Buzzed, BuzzOpened
from quiz.formats.buzzer.evidence import BuzzerFigures, Press
from tests.core.builders import plan, submit
from tests.core.evidence.test_figures import names, told
from tests.core.noting import NotedTable
from tests.core.test_properties import BUZZERS, BUZZING, PLANS, play
from tests.formats.pressing import buzz, ring


def presses(question: QuestionFigures) -> BuzzerFigures:
    assert isinstance(question.part, BuzzerFigures)
    return question.part


@settings(deadline=None, max_examples=100)
@given(BUZZERS, BUZZING)
def test_every_buzz_is_told_once_to_who_pressed_and_was_not_taken_out(
    format: str, script: list[Any]
) -> None:
    table = NotedTable(PLANS[format], 5)
    play(format, script, lambda _: None, table)
    if table.step() == "show":
        table.advance()
    figures = table.figures()
    listed: list[Press] = []
    for number in table.contest.contestants:
        found = figures.of(number)
        assert found is not None
        for question in found.questions:
            listed += presses(question).buzzes
            assert len(presses(question).behind) == len(presses(question).buzzes)
            assert {buzz.number for buzz in presses(question).buzzes} <= {number}
    pressed = [
        event
        for event in table.events
        if isinstance(event, BuzzOpened | Buzzed) and event.number in table.contest.contestants
    ]
    assert sorted(map(repr, listed)) == sorted(map(repr, pressed))


def buzzing(**settings: Any) -> NotedTable:
    """Four people in a buzzer round, the first question on the clock."""
    made = NotedTable(plan(2, "buzzer", again=True, **settings), 4)
    made.open()
    return made


def test_buzzes_of_a_contestant_are_told_and_only_the_first_is_an_act() -> None:
    table = buzzing()
    buzz(table, 1, 1_000)
    buzz(table, 2, 1_090, credit_ms=100)
    ring(table)
    table.act(JudgeTurn(0, 2, True))
    table.advance(2)
    first, second, silent = (table.of(number).questions[0] for number in (1, 2, 3))
    assert [(buzz.took_ms, buzz.credit_ms) for buzz in presses(first).buzzes] == [(1_000, 0)]
    assert [(buzz.took_ms, buzz.credit_ms) for buzz in presses(second).buzzes] == [(990, 100)]
    assert (presses(first).behind, presses(second).behind, presses(silent).behind) == (
        (10,),
        (0,),
        (),
    )
    expected = ["QuestionDrawn", "QuestionShown", "ClockStarted", "BuzzOpened", "TurnGiven"]
    expected += ["TurnJudged", "KeyRevealed", "QuestionSettled"]
    assert names(second) == [(name, True) for name in expected]
    assert told(second) == (Verdict.RIGHT, 10, 10, 1, False)
    assert told(first)[:2] == (None, 0)


def test_turn_that_was_undone_is_told_with_the_one_that_counts() -> None:
    table = buzzing()
    buzz(table, 1, 1_000)
    ring(table)
    table.act(c.Undo(0))
    table.act(GiveTurn(0, 2))
    table.act(JudgeTurn(0, 2, False))
    table.act(c.CloseNow(0))
    table.advance(2)
    first, second = (table.of(number).questions[0] for number in (1, 2))
    assert names(first)[3:8] == [
        ("BuzzOpened", True),
        ("TurnGiven", False),
        ("Undone", True),
        ("TurnGiven", True),
        ("TurnJudged", True),
    ]
    assert (len(presses(first).buzzes), presses(first).behind, first.verdict) == (1, (-1,), None)
    assert (presses(second).buzzes, second.verdict, second.points) == ((), Verdict.WRONG, -5)


def test_answer_on_the_phone_is_told_and_counts() -> None:
    table = buzzing(aloud=False)
    buzz(table, 1, 1_000)
    ring(table)
    table.now += 700
    table.do(submit(table, 1, (1,)))
    table.do(c.LockExpired())
    table.advance(2)
    (question,) = table.of(1).questions
    assert [(answer.took_ms, question.counts) for answer in question.answers] == [(1_700, 0)]
    assert told(question) == (Verdict.RIGHT, 10, 10, 1, False)


def test_silent_turn_is_told_as_none_and_costs_the_penalty() -> None:
    table = buzzing(aloud=False)
    buzz(table, 1, 1_000)
    ring(table)
    ring(table)
    table.act(c.CloseNow(0))
    table.advance(2)
    (question,) = table.of(1).questions
    assert told(question)[:3] == (Verdict.NONE, -5, -5)


def test_buzz_whose_turn_on_the_phone_was_taken_back_is_told_so() -> None:
    table = buzzing(aloud=False)
    buzz(table, 1, 1_000)
    ring(table)
    ring(table)
    table.act(c.Undo(0))
    table.act(c.CloseNow(0))
    table.advance(2)
    (question,) = table.of(1).questions
    assert (presses(question).behind, question.verdict, question.points) == ((-1,), None, 0)
