from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from quiz.core.evidence.chronicle import chronicle
from quiz.core.evidence.figures import QuestionFigures, settings_of
from quiz.core.evidence.retracing import after_each
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.actors import TIMER, account
from quiz.core.nouns.model import Pool, PrizeRule
from quiz.core.nouns.shapes import Verdict
from quiz.core.standing.ranking import lot, standings
from quiz.formats import ENGINE, FORMATS
from tests.core.builders import plan, submit
from tests.core.noting import NotedTable
from tests.core.test_properties import FORMATS as FORMAT_NAMES
from tests.core.test_properties import PLANS, SCRIPTS, play

RATED = (Verdict.RIGHT, Verdict.WRONG)
FIRST, SECOND = (0, Pool.MAIN, 1), (0, Pool.MAIN, 2)


@pytest.fixture
def table() -> NotedTable:
    """Four people in a Golden Bell, the first question on the clock."""
    made = NotedTable(plan(3, all_wrong="out", rescues=[]), 4)
    made.open()
    return made


def say(table: NotedTable, number: int, option: int, after_ms: int, credit_ms: int = 0) -> None:
    """An answer received so long after the clock opened."""
    table.now = table.asked.opens_at + after_ms
    table.do(replace(submit(table, number, (option,)), credit_ms=credit_ms))


def told(question: QuestionFigures) -> tuple[Verdict | None, int, int, int, bool]:
    return question.verdict, question.points, question.total, question.rank, question.left


def names(question: QuestionFigures) -> list[tuple[str, bool]]:
    """The acts on a question, each with whether it stands."""
    return [(type(deed.event).__name__, not deed.undone_at) for deed in question.deeds]


def test_every_answer_is_told_and_the_last_counts(table: NotedTable) -> None:
    say(table, 1, 0, 1_000)
    say(table, 1, 1, 3_000, credit_ms=40)
    say(table, 2, 1, 3_500)
    table.advance(3)
    (question,) = table.of(1).questions
    assert [(a.answer, a.took_ms, a.credit_ms) for a in question.answers] == [
        ((0,), 1_000, 0),
        ((1,), 2_960, 40),
    ]
    assert (question.place, question.counts) == (FIRST, 1)
    assert told(question) == (Verdict.RIGHT, 10, 10, 1, False)
    assert told(table.of(2).questions[0]) == (Verdict.RIGHT, 10, 10, 2, False)


def test_silence_is_told_and_takes_off_the_floor(table: NotedTable) -> None:
    say(table, 1, 1, 1_000)
    table.advance(3)
    (question,) = table.of(4).questions
    assert (question.answers, question.counts) == ((), -1)
    assert (question.verdict, question.points, question.left) == (Verdict.NONE, 0, True)


def test_corrected_key_tells_the_old_one_and_when(table: NotedTable) -> None:
    say(table, 1, 1, 1_000)
    say(table, 3, 2, 2_000)
    table.advance(3)
    assert told(table.of(3).questions[0])[:2] == (Verdict.WRONG, 0)
    table.later(60_000)
    at = table.now
    table.act(c.AcceptAnswer(0, 0, 0, (2,)))
    (question,) = table.of(3).questions
    (deed,) = [deed for deed in question.deeds if isinstance(deed.event, e.KeyCorrected)]
    assert (deed.at, deed.old_key, deed.undone_at) == (at, ((1,),), 0)
    assert question.question.key == ((1,), (2,))
    assert told(question) == (Verdict.RIGHT, 10, 10, 2, False)


def test_undone_correction_counts_no_more_but_is_told(table: NotedTable) -> None:
    say(table, 1, 1, 1_000)
    say(table, 3, 2, 2_000)
    table.advance(3)
    table.act(c.AcceptAnswer(0, 0, 0, (2,)))
    table.later(5_000)
    table.act(c.Undo(0))
    (question,) = table.of(3).questions
    assert names(question)[-2:] == [("KeyCorrected", False), ("Undone", True)]
    corrected, undo = question.deeds[-2:]
    assert (corrected.undone_at, undo.at, undo.undoes) == (table.now, table.now, "KeyCorrected")
    assert question.question.key == ((1,),)
    assert question.verdict is Verdict.WRONG


def test_undo_of_a_step_past_switched_screens_is_told_of_the_step() -> None:
    table = NotedTable(plan(), 2)
    table.open()
    table.act(c.CloseNow(0))
    table.act(c.Mute(0, True))
    table.act(c.Undo(0, steps=True))
    story = chronicle(ENGINE, table.rows)
    told = [(type(deed.event).__name__, deed.undone_at > 0) for deed in story.deeds[-3:]]
    assert told == [("QuestionClosed", True), ("Muted", False), ("Undone", False)]
    assert story.deeds[-1].undoes == "QuestionClosed"
    table.act(c.Undo(0, steps=True))
    assert chronicle(ENGINE, table.rows).deeds[-1].undoes == "ClockStarted"


def test_acts_name_who_did_them_and_who_took_them_back(table: NotedTable) -> None:
    table.now = table.asked.deadline
    table.do(c.LockExpired())
    table.advance(2)
    for act, doer in ((c.CorrectScore(0, 1, 5, "cổ vũ"), account(4)), (c.Undo(0), account(9))):
        table.act(act)
        table.rows[-1] = replace(table.rows[-1], actor=doer)
    (question,) = table.of(1).questions
    by = {type(deed.event).__name__: deed.actor for deed in question.deeds}
    assert (by["QuestionShown"], by["QuestionClosed"]) == (account(1), TIMER)
    (corrected,) = table.of(1).touched
    assert (corrected.actor, corrected.undone_by) == (account(4), account(9))


def test_voided_question_brings_nothing(table: NotedTable) -> None:
    say(table, 1, 1, 1_000)
    table.advance(3)
    table.act(c.Void(0, 0, 0))
    for number in (1, 2):
        (question,) = table.of(number).questions
        assert (question.verdict, question.points, question.left) == (Verdict.VOID, 0, False)
    assert names(question)[-1] == ("QuestionVoided", True)


def test_acts_on_the_contestant_are_told(table: NotedTable) -> None:
    say(table, 1, 1, 1_000)
    table.advance(3)
    table.act(c.Rescue(0, (2, 4)))
    table.act(c.Eliminate(0, 4, "rời phòng thi"))
    table.act(c.CorrectScore(0, 1, 5, "cộng điểm cổ vũ"))
    table.act(c.CorrectScore(0, 1, 7, "nhầm"))
    table.act(c.Undo(0))
    table.act(c.CorrectContestant(0, 1, "Lê An", "Đỏ"))
    assert [deed.event for deed in table.of(4).touched] == [
        e.ContestantsRescued((2, 4), by_rule=False, lasts=True),
        e.ContestantEliminated(4, "rời phòng thi"),
    ]
    of_first = table.of(1)
    assert [(type(deed.event).__name__, deed.undone_at > 0) for deed in of_first.touched] == [
        ("ScoreCorrected", False),
        ("ScoreCorrected", True),
        ("ContestantCorrected", False),
    ]
    assert of_first.contestant.name == "Lê An"
    assert of_first.standing is not None
    assert of_first.standing.tally.points == 15
    assert table.of(3).touched == ()


def test_seat_opened_on_another_device_is_told_and_outlasts_an_undo(table: NotedTable) -> None:
    table.act(c.CorrectContestant(0, 2, "Trần Bình", "Đỏ"))
    table.do(c.ReopenSeat(2, "mới"))
    table.act(c.Undo(0))
    told = [(type(deed.event).__name__, deed.undone_at > 0) for deed in table.of(2).touched]
    assert told == [("ContestantCorrected", True), ("SeatReopened", False)]


def test_pause_added_time_and_lock_are_told_with_their_times(table: NotedTable) -> None:
    opened = table.asked.opens_at
    table.later(4_000)
    table.act(c.Pause(0))
    table.later(30_000)
    table.act(c.AddTime(0, 10_000))
    table.act(c.Resume(0))
    say(table, 1, 1, 1_000)
    table.act(c.CloseNow(0))
    (question,) = table.of(1).questions
    assert names(question) == [
        (name, True)
        for name in (
            "QuestionDrawn",
            "QuestionShown",
            "ClockStarted",
            "ClockPaused",
            "TimeAdded",
            "ClockResumed",
            "QuestionClosed",
        )
    ]
    events = [deed.event for deed in question.deeds]
    assert events[2:4] == [
        e.ClockStarted(opened, opened + 15_000),
        e.ClockPaused(opened + 4_000, 11_000),
    ]
    assert question.answers[0].took_ms == 5_000


def test_key_and_verdict_wait_for_the_reveal(table: NotedTable) -> None:
    say(table, 1, 1, 1_000)
    table.advance()
    (question,) = table.of(1).questions
    assert (question.revealed, question.verdict, question.counts) == (False, None, 0)
    table.advance()
    (question,) = table.of(1).questions
    assert (question.revealed, question.verdict, question.points) == (True, Verdict.RIGHT, 0)


def test_question_only_drawn_is_not_told(table: NotedTable) -> None:
    table.advance(3)
    table = NotedTable(plan(3), 2)
    table.until("show")
    assert table.of(1).questions == ()


def test_answers_to_a_question_taken_back_are_told_and_do_not_count(table: NotedTable) -> None:
    say(table, 1, 1, 1_000)
    for _ in range(3):
        table.act(c.Undo(0))
    assert table.step() == "draw"
    (question,) = table.of(1).questions
    assert (question.asked, question.counts, question.verdict) == (None, -1, None)
    assert [answer.answer for answer in question.answers] == [(1,)]
    assert [deed.left_ms for deed in question.deeds if deed.undoes] == [0, 0, 0]
    table.open()
    say(table, 1, 0, 2_000)
    (question,) = table.of(1).questions
    assert [answer.answer for answer in question.answers] == [(1,), (0,)]
    assert question.counts == 1


def test_undo_of_the_lock_tells_the_time_left(table: NotedTable) -> None:
    table.later(4_000)
    table.act(c.CloseNow(0))
    table.act(c.Undo(0))
    (question,) = table.of(1).questions
    assert question.deeds[-1].left_ms == 11_000


def test_out_of_the_floor_gets_no_verdict_on_the_next_question(table: NotedTable) -> None:
    say(table, 1, 1, 1_000)
    say(table, 2, 1, 1_000)
    table.advance(3)
    table.ask(1)
    first, second = table.of(3).questions
    assert (first.left, second.verdict, second.left) == (True, None, False)
    assert second.place == SECOND


def test_lot_can_be_checked(table: NotedTable) -> None:
    assert table.of(2).lot == lot("hạt", 2)
    assert table.figures().of(99) is None


def test_settings_of_all_rounds_are_told() -> None:
    made = plan(1, "points", penalty=5)
    two = replace(made, rounds=(*made.rounds, plan(1).rounds[0]))
    one, other = settings_of(FORMATS, two)
    assert (getattr(one, "penalty"), getattr(other, "ending")) == (5, "reserve")  # noqa: B009


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (PrizeRule("sum", weights=(2, 3)), [(2, 20), (3, 65)]),
        (PrizeRule("sum"), [(1, 10), (1, 25)]),
        (PrizeRule("round", 1, weights=(2, 3)), [(1, 10), (1, 15)]),
    ],
)
def test_points_times_weight_make_the_total(
    rule: PrizeRule, expected: list[tuple[int, int]]
) -> None:
    (round_,) = plan(1, "points").rounds
    table = NotedTable(replace(plan(), rounds=(round_, round_), prizes_from=rule), 2)
    table.ask(1)
    table.open()
    table.act(c.CorrectScore(0, 1, 5, "cổ vũ"))
    table.ask(1)
    found = table.of(1)
    assert [(each.points, each.weight, each.total) for each in found.questions] == [
        (10, weight, total) for weight, total in expected
    ]
    assert [deed.weight for deed in found.touched] == [expected[1][0]]


@settings(deadline=None, max_examples=100)
@given(FORMAT_NAMES, SCRIPTS)
def test_points_of_the_figures_add_up_to_the_standings(format: str, script: list[Any]) -> None:
    table = NotedTable(PLANS[format], 5)
    play(format, script, lambda _: None, table)
    figures = table.figures()
    for row in standings(table.contest):
        found = figures.of(row.number)
        assert found is not None
        given_ = sum(
            deed.event.points
            for deed in found.touched
            if isinstance(deed.event, e.ScoreCorrected) and not deed.undone_at
        )
        assert sum(each.points for each in found.questions) + given_ == row.tally.points
        assert found.standing == row
        rated = [each for each in found.questions if each.verdict in RATED]
        assert [each.counts for each in rated] == [len(each.answers) - 1 for each in rated]


@settings(deadline=None, max_examples=100)
@given(FORMAT_NAMES, SCRIPTS)
def test_retraced_round_ends_where_it_stands(format: str, script: list[Any]) -> None:
    contest = play(format, script, lambda _: None).contest
    for each in contest.plays:
        steps = list(after_each(FORMATS[each.round.format].rules, each, {}))
        if steps:
            assert steps[-1][1].floor == each.floor
