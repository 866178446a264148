from dataclasses import replace
from typing import Any

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.events import AnswerSubmitted
from quiz.core.question.timing import back_within_ms, credited, lead_ms
from quiz.core.standing.ranking import rank, standings
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from tests.core.builders import Table, plan, submit


def answered(table: Table, number: int, after_ms: int, credit_ms: int = 0) -> AnswerSubmitted:
    """The event of a right answer received so long after the clock opened."""
    table.now = table.asked.opens_at + after_ms
    command = submit(table, number, table.asked.question.key[0])
    table.do(replace(command, credit_ms=credit_ms))
    event = table.events[-1]
    assert isinstance(event, AnswerSubmitted)
    return event


def opened(
    credit_ms: int = 150, people: int = 2, format: str = "golden_bell", **rules: Any
) -> Table:
    """A contest at a question whose clock runs."""
    table = Table(replace(plan(2, format, **rules), credit_ms=credit_ms), people)
    table.open()
    return table


@pytest.mark.parametrize(
    ("credit_ms", "after_ms", "expected"),
    [(40, 1_000, (960, 40)), (950, 1_000, (850, 150)), (40, 25, (0, 25)), (0, 700, (700, 0))],
)
def test_time_counted_is_the_clock_less_the_capped_credit(
    credit_ms: int, after_ms: int, expected: tuple[int, int]
) -> None:
    event = answered(opened(), 1, after_ms, credit_ms)
    assert (event.took_ms, event.credit_ms) == expected


def test_credit_is_off_where_the_cap_is_zero() -> None:
    event = answered(opened(credit_ms=0), 1, 1_000, 40)
    assert (event.took_ms, event.credit_ms) == (1_000, 0)


def test_negative_credit_counts_as_none() -> None:
    assert credited(-5, 1_000, 150) == 0


def test_deadline_knows_no_credit() -> None:
    table = opened()
    table.now = table.asked.deadline + 1
    late = replace(submit(table, 1, (0,)), credit_ms=150)
    assert table.refused(late) == "too_late"


def test_board_entered_by_a_marshal_has_no_credit() -> None:
    table = opened()
    table.now += 1_000
    table.do(replace(submit(table, 1, (0,)), by="marshal", credit_ms=40))
    assert table.events[-1] == AnswerSubmitted(1, (0,), table.now, 1_000, "marshal")


def test_credit_counts_after_a_pause_too() -> None:
    table = opened()
    table.now += 2_000
    table.act(c.Pause(0))
    table.now += 60_000
    table.act(c.Resume(0))
    event = answered(table, 1, 500, 100)
    assert (event.took_ms, event.credit_ms) == (2_400, 100)


@pytest.mark.parametrize("after_ms", [0, 1, 1_234, 4_999, 7_777, 9_960])
def test_equal_times_earn_equal_points_for_speed(after_ms: int) -> None:
    table = opened(format="points", points=97, speed=True, seconds=10)
    answered(table, 1, after_ms)
    answered(table, 2, after_ms + 40, 40)
    table.advance(3)
    one, other = standings(table.contest)
    assert one.tally == other.tally
    assert one.tally.time_ms == after_ms


def test_a_millisecond_later_never_earns_more() -> None:
    points = []
    for after_ms in range(0, 400, 7):
        table = opened(format="points", people=1, points=97, speed=True, seconds=10)
        answered(table, 1, after_ms)
        table.advance(3)
        points.append(standings(table.contest)[0].tally.points)
    assert points == sorted(points, reverse=True)


def test_equal_times_leave_it_to_the_next_criterion() -> None:
    table = opened(format="points")
    answered(table, 1, 500, 20)
    answered(table, 2, 480)
    table.advance(3)
    assert table.contest.play is not None
    floor = table.contest.play.floor
    assert [row.rank for row in rank(floor, ("time",), "")] == [1, 1]
    by_lot = [row.number for row in rank(floor, ("draw",), "hạt")]
    assert [row.number for row in rank(floor, ("time", "draw"), "hạt")] == by_lot


@pytest.mark.parametrize(
    ("people", "expected"), [(0, 250), (9, 250), (300, 280), (5_000, 750), (15_000, 1_750)]
)
def test_lead_grows_with_the_hall(people: int, expected: int) -> None:
    assert lead_ms(plan(), people) == expected


def test_question_is_shown_so_far_ahead_as_the_hall_is_large() -> None:
    table = Table(plan(), 40)
    table.until("show")
    table.advance()
    assert table.asked.show_at == table.now + 254


def test_phones_are_told_to_spread_their_coming_back_by_how_many_they_are() -> None:
    table = Table(plan(), 3)
    assert phone_view(ENGINE, table.contest, table.now).back_within_ms == back_within_ms(3)
    assert [back_within_ms(people) for people in (0, 300, 5_000)] == [0, 330, 5_500]
