"""Discrimination: numbers made by hand, and every way to order equals tried."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.service.afterwards.discrimination import FEWEST, Row, discrimination

ROWS = st.lists(st.tuples(st.integers(0, 4), st.booleans()), min_size=FEWEST, max_size=13)


def mean_right(rows: Sequence[Row], third: int) -> Fraction:
    """The share right among the first third, averaged over all choices among equals."""
    border = sorted((total for total, _ in rows), reverse=True)[third - 1]
    sure = [right for total, right in rows if total > border]
    equals = [right for total, right in rows if total == border]
    ways = [sum(way) for way in combinations(equals, third - len(sure))]
    return (sum(sure) + Fraction(sum(ways), len(ways))) / third


@given(ROWS)
def test_discrimination_is_the_mean_over_all_orders_of_equals(rows: list[Row]) -> None:
    third = len(rows) // 3
    upside_down = [(-total, right) for total, right in rows]
    expected = mean_right(rows, third) - mean_right(upside_down, third)
    assert discrimination(rows) == expected


@given(ROWS)
def test_discrimination_turned_round_changes_its_sign(rows: list[Row]) -> None:
    found = discrimination(rows)
    assert found is not None
    assert -1 <= found <= 1
    assert discrimination([(total, not right) for total, right in rows]) == -found


@pytest.mark.parametrize(
    ("totals", "rights", "expected"),
    [
        # The best three right, nobody else.
        ([9, 8, 7, 6, 5, 4, 3, 2, 1], "111000000", Fraction(1)),
        # The worst three right: something is wrong with the question.
        ([9, 8, 7, 6, 5, 4, 3, 2, 1], "000000111", Fraction(-1)),
        # Two of the best three, one of the worst three.
        ([9, 8, 7, 6, 5, 4, 3, 2, 1], "110111100", Fraction(1, 3)),
        # All are equals: nothing can be told.
        ([5] * 9, "111100000", Fraction(0)),
        # Ten people: a third is still three, the tenth is in the middle.
        ([9, 8, 7, 6, 5, 5, 4, 3, 2, 1], "1110000000", Fraction(1)),
        # Two for sure and one of two equals, of whom one is right: 2.5 of 3 against 0.
        ([9, 8, 7, 7, 5, 4, 3, 2, 1], "111000000", Fraction(5, 6)),
    ],
)
def test_discrimination_by_hand(totals: list[int], rights: str, expected: Fraction) -> None:
    rows = [(total, right == "1") for total, right in zip(totals, rights, strict=True)]
    assert discrimination(rows) == expected


def test_discrimination_of_too_few_is_not_told() -> None:
    assert discrimination([(1, True)] * (FEWEST - 1)) is None
    assert discrimination([(1, True)] * FEWEST) == 0
