"""What lets the publisher pass over thousands of seats: they follow from their inputs alone."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from quiz.core.nouns import commands as c
from quiz.core.nouns.shapes import SeatView
from quiz.core.views.seats import Seats
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
