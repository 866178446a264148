"""What lets the publisher pass over thousands of seats: they follow from their inputs alone."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import PrizeRule
from quiz.core.nouns.shapes import SeatView, TotalView
from quiz.core.views.hall_view import projector_view
from quiz.core.views.seats import Seats, seat_view
from quiz.formats import ENGINE
from tests.core.builders import Table, plan
from tests.core.test_properties import FORMATS, SCRIPTS, play


@settings(deadline=None, max_examples=100)
@given(FORMATS, SCRIPTS)
def test_seats_of_equal_inputs_are_equal(format: str, script: list[Any]) -> None:
    known: list[tuple[object, list[SeatView | None]]] = []

    def check(table: Table) -> None:
        seats = Seats(ENGINE, table.contest)
        made = [seats.of(number) for number in table.contest.contestants]
        assert [
            before for inputs, before in known if inputs == seats.inputs and before != made
        ] == []
        known.append((seats.inputs, made))

    play(format, script, check)


def test_showing_a_question_and_starting_its_clock_change_no_seat() -> None:
    table = Table(plan(), 3)
    table.until("show")
    drawn = Seats(ENGINE, table.contest).inputs
    table.until("close")
    assert Seats(ENGINE, table.contest).inputs == drawn
    table.until("settle")
    assert Seats(ENGINE, table.contest).inputs != drawn


def left(table: Table, number: int) -> tuple[int, int]:
    """After which main question somebody left, and the last one survived."""
    seat = Seats(ENGINE, table.contest).of(number)
    assert seat is not None
    return seat.left_after, seat.survived


def test_who_leaves_at_a_main_question_has_not_survived_it() -> None:
    table = Table(plan(2, rescues=()), 3)
    table.ask(1, 2, 3)
    table.ask(1, 2, wrong=(3,))
    assert (left(table, 3), left(table, 1)) == ((2, 1), (0, 0))


def test_who_leaves_at_a_reserve_question_has_survived_all_main_ones() -> None:
    table = Table(plan(2, rescues=()), 3)
    table.ask(1, 2, 3)
    table.ask(1, 2, wrong=(3,))
    assert table.step() == "draw_reserve"
    table.ask(1, wrong=(2,))
    assert left(table, 2) == (2, 2)


def test_question_of_an_earlier_round_voided_after_the_finish_changes_seats() -> None:
    rounds = (plan(1, "points").rounds[0], plan(1, "points").rounds[0])
    table = Table(replace(plan(), rounds=rounds, prizes=()), 3)
    table.ask(3)
    table.until("none")
    over = Seats(ENGINE, table.contest)
    table.act(c.Void(0, 0, 0, True))
    voided = Seats(ENGINE, table.contest)
    assert over.of(3) != voided.of(3)
    assert over.inputs != voided.inputs


def several(rule: PrizeRule) -> Table:
    """Two rounds, the first with two questions; 1 is better in it, 2 in the last one."""
    rounds = (plan(2, "points").rounds[0], plan(1).rounds[0])
    table = Table(replace(plan(), rounds=rounds, prizes_from=rule), 3)
    table.ask(1, 2)
    table.ask(1)
    table.ask(2)
    return table


@pytest.mark.parametrize(
    "rule",
    [PrizeRule("sum"), PrizeRule("sum", weights=(1, 3)), PrizeRule("winner"), PrizeRule("round")],
)
@pytest.mark.parametrize("until", ["finish_round", "none"])
def test_phone_is_told_what_the_standings_count(rule: PrizeRule, until: str) -> None:
    table = several(rule)
    table.until(until)
    shown = {row.number: row for row in projector_view(ENGINE, table.contest, 0).standings}
    for number, row in shown.items():
        seat = seat_view(ENGINE, table.contest, number)
        assert seat
        assert seat.total == TotalView(row.points, row.correct, row.survived)
        assert (seat.rank, seat.prize) == ((row.rank, row.prize) if until == "none" else (None, ""))


def test_spectator_has_nothing_in_all() -> None:
    table = Table(replace(plan(), late_join="spectator"), 2)
    table.ask(1)
    table.do(c.Join("Đến muộn", "Đỏ"))
    seat = seat_view(ENGINE, table.contest, 3)
    assert seat
    assert seat.total == TotalView()


END: dict[str, c.Act] = {
    "key": c.CorrectKey(0, 0, 0, (((2,),))),
    "void": c.Void(0, 0, 0, True),
    "accepted": c.AcceptAnswer(0, 0, 0, (2,)),
    "undo": c.Undo(0),
}


@pytest.mark.parametrize("what", END)
def test_every_seat_that_a_correction_at_the_end_changes_is_pushed(what: str) -> None:
    table = Table(plan(2, "points"), 3)
    table.open()
    table.answer(1, (1,))
    table.answer(2, (2,))
    table.until("none")
    before = Seats(ENGINE, table.contest)
    table.act(END[what])
    after = Seats(ENGINE, table.contest)
    changed = [n for n in (1, 2, 3) if before.of(n) != after.of(n)]
    assert changed
    assert before.inputs != after.inputs
