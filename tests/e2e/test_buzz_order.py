"""Who pressed first has the turn, as far as the credit for the way through the network reaches."""

from contextlib import closing

import pytest

from tests.e2e.buzz_order import (
    FAR_FIRST,
    FARTHEST_LONG_BEFORE,
    BuzzEvening,
    Pressed,
    table,
    was_as_meant,
)

MOST_CREDIT = 250
PRESSES = (FAR_FIRST, FARTHEST_LONG_BEFORE)
TRIES = 6


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[Pressed]:
    """What became of the presses of two questions, printed as a table.

    A machine that was busy meanwhile pressed otherwise than it was to: then it is played again.
    """
    for _ in range(TRIES):
        evening = BuzzEvening(tmp_path_factory.mktemp("buzzes"), PRESSES, MOST_CREDIT)
        with closing(evening):
            seen = evening.play()
        print(table(seen))
        if all(was_as_meant(row, PRESSES[row.question - 1]) for row in seen):
            return seen
    raise AssertionError(f"the machine was busy {TRIES} times")


def test_time_counted_is_the_time_received_less_the_credit(rows: list[Pressed]) -> None:
    for row in rows:
        if row.received is not None:
            assert row.credit is not None
            assert min(row.way_ms, MOST_CREDIT) <= row.credit <= MOST_CREDIT, row
            assert row.counted == row.received - row.credit, row


def test_who_pressed_first_has_the_turn_however_late_it_was_heard(rows: list[Pressed]) -> None:
    counted = [row for row in rows if row.question == 1 and row.place]
    in_order = sorted(counted, key=lambda row: row.pressed)
    assert [row.way_ms for row in in_order] == [200, 50, 0]
    assert [row.place for row in in_order] == [1, 2, 3]
    assert [row.way_ms for row in counted if row.turn] == [200]


def test_press_that_arrives_after_the_span_as_long_as_the_largest_credit_is_too_late(
    rows: list[Pressed],
) -> None:
    farthest = next(row for row in rows if (row.question, row.way_ms) == (1, 800))
    assert (farthest.place, farthest.refused) == (None, "too_late")
    assert farthest.pressed == min(row.pressed for row in rows if row.question == 1)


def test_beyond_the_largest_credit_the_way_costs_time(rows: list[Pressed]) -> None:
    places = [(row.way_ms, row.place) for row in rows if row.question == 2]
    assert places == [(200, 1), (800, 2), (50, 3), (0, 4)]
    pressed = {row.way_ms: row.pressed for row in rows if row.question == 2}
    assert pressed[800] < pressed[200]
