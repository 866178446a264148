from fractions import Fraction

import pytest

from quiz.core.model import DEFAULT_PRIZES, Contestant, Plan, Round, TeamRule
from quiz.core.numbered import Numbered
from quiz.core.ranking import prize_of, rank, shared_ranks, team_standings
from quiz.core.state import CRITERIA, Contest, Tally
from tests.core.builders import questions


def test_shared_ranks_skip_after_a_tie() -> None:
    assert shared_ranks(["a", "b", "b", "c", "c", "c", "d"]) == [1, 2, 2, 4, 4, 4, 7]


def test_rank_by_the_chain_in_order() -> None:
    floor = Numbered(
        {
            1: Tally(survived=5, correct=5, time_ms=900),
            2: Tally(survived=7, correct=6, time_ms=900),
            3: Tally(survived=7, correct=7, time_ms=999),
            4: Tally(survived=7, correct=7, time_ms=100),
            5: Tally(playing=False, spectator=True),
        }
    )
    criteria = {**CRITERIA, "survived": lambda tally: tally.survived}
    rows = rank(floor, ("survived", "correct", "time"), "hạt", criteria)
    assert [(row.rank, row.number) for row in rows] == [(1, 4), (2, 3), (3, 2), (4, 1)]


def test_rank_without_a_lot_shares_places() -> None:
    floor = Numbered({number: Tally(points=10) for number in (1, 2)} | {3: Tally(points=5)})
    assert [row.rank for row in rank(floor, ("points",), "")] == [1, 1, 3]


def test_lot_depends_on_the_seed_alone() -> None:
    floor = Numbered({number: Tally() for number in range(1, 30)})

    def order(seed: str) -> list[int]:
        return [row.number for row in rank(floor, ("points", "draw"), seed)]

    assert order("a") == order("a")
    assert order("a") != order("b")


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (TeamRule("sum"), [(1, "Đỏ", 60), (2, "Vàng", 40), (2, "Xanh", 40), (4, "Tím", 0)]),
        (
            TeamRule("mean"),
            [(1, "Xanh", 40), (2, "Đỏ", 20), (2, "Vàng", 20), (4, "Tím", 0)],
        ),
        (TeamRule("best", 1), [(1, "Xanh", 40), (2, "Đỏ", 30), (2, "Vàng", 30), (4, "Tím", 0)]),
    ],
)
def test_team_standings_by_rule(rule: TeamRule, expected: list[tuple[int, str, int]]) -> None:
    points = {
        1: ("Đỏ", 30),
        2: ("Đỏ", 20),
        3: ("Đỏ", 10),
        4: ("Vàng", 30),
        5: ("Vàng", 10),
        6: ("Xanh", 40),
    }
    people = Numbered({n: Contestant(n, f"Người {n}", team) for n, (team, _) in points.items()})
    floor = Numbered({n: Tally(points=given) for n, (_, given) in points.items()})
    teams = ("Đỏ", "Vàng", "Xanh", "Tím")
    made = Plan("Hội thi", (Round("Một", "points", questions(1)),), teams, rule)
    rows = team_standings(Contest(made, people), rank(floor, ("points",), ""))
    assert [(row.rank, row.team, row.points) for row in rows] == [
        (place, team, Fraction(points)) for place, team, points in expected
    ]


def test_prizes_one_one_five() -> None:
    assert [prize_of(place, DEFAULT_PRIZES) for place in range(1, 9)] == [0, 1, 2, 2, 2, 2, 2, -1]
