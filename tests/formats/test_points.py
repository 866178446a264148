import pytest

from quiz.core.standing.ranking import standings
from tests.core.builders import Table, plan, with_points


def points(table: Table) -> list[tuple[int, int]]:
    return [(row.number, row.tally.points) for row in standings(table.contest)]


def test_nobody_leaves_and_right_answers_bring_points() -> None:
    table = Table(plan(2, "points"), 3)
    table.ask(1, 2, wrong=(3,))
    table.ask(1, wrong=(2, 3))
    assert table.playing() == [1, 2, 3]
    assert points(table) == [(1, 20), (2, 10), (3, 0)]


@pytest.mark.parametrize(
    ("floor_zero", "expected"), [(True, [(1, 10), (2, 0)]), (False, [(1, 10), (2, -5)])]
)
def test_wrong_answer_takes_the_penalty(floor_zero: bool, expected: list[tuple[int, int]]) -> None:
    table = Table(plan(1, "points", penalty=5, floor_zero=floor_zero), 2)
    table.ask(1, wrong=(2,))
    assert points(table) == expected


@pytest.mark.parametrize(
    ("after_ms", "expected"), [(0, 100), (5_000, 75), (9_999, 50), (10_000, 50), (2_500, 88)]
)
def test_speed_shrinks_points_down_to_half(after_ms: int, expected: int) -> None:
    table = Table(plan(1, "points", points=100, speed=True, seconds=10), 1)
    table.open()
    table.answer(1, table.asked.question.key[0], after_ms=after_ms)
    table.advance(3)
    assert points(table) == [(1, expected)]


def test_round_ends_after_its_last_question() -> None:
    table = Table(plan(1, "points"), 1)
    table.ask(1)
    assert table.step() == "finish_round"


def test_question_with_points_of_its_own_brings_those() -> None:
    table = Table(with_points(plan(2, "points"), 30), 1)
    table.ask(1)
    table.ask(1)
    assert points(table) == [(1, 40)]
