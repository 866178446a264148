"""Who pressed first has the turn, as far as the credit for the way through the network reaches."""

from collections.abc import Iterator

import pytest

from tests.e2e.buzz_order import FAR_FIRST, FARTHEST_LONG_BEFORE, BuzzEvening, Pressed, table

MOST_CREDIT = 250


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Pressed]]:
    """What became of the presses of two questions, printed as a table."""
    folder = tmp_path_factory.mktemp("buzzes")
    evening = BuzzEvening(folder, (FAR_FIRST, FARTHEST_LONG_BEFORE), MOST_CREDIT)
    try:
        seen = evening.play()
        print(table(seen))
        yield seen
    finally:
        evening.close()


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
