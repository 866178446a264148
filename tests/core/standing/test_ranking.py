from dataclasses import replace
from fractions import Fraction

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.hall_shapes import PrizeBasis
from quiz.core.nouns.model import (
    Contestant,
    Plan,
    PrizeRule,
    Round,
    TeamRule,
    teams_named,
)
from quiz.core.nouns.state import CRITERIA, AskingSettings, Contest, Play, Tally
from quiz.core.numbered import Numbered
from quiz.core.standing.ranking import rank, shared_ranks, standings, team_standings
from quiz.core.views.hall_view import projector_view
from quiz.formats import ENGINE
from tests.core.builders import Table, plan, questions


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
    teams = teams_named(("Đỏ", "Vàng", "Xanh", "Tím"))
    made = Plan("Hội thi", (Round("Một", "points", questions(1)),), teams, rule)
    rows = team_standings(Contest(made, people), rank(floor, ("points",), ""))
    assert [(row.rank, row.team, row.points) for row in rows] == [
        (place, team, Fraction(points)) for place, team, points in expected
    ]


UNSAID = PrizeRule()


def rounds(*points: dict[int, int], rule: PrizeRule = UNSAID, begun: int = 9) -> Contest:
    """A contest of points rounds in which these contestants have these points."""
    made = tuple(Round(f"Phần {place}", "points", questions(1)) for place in range(len(points)))
    plays = tuple(
        Play(
            round=round_,
            settings=AskingSettings(),
            floor=Numbered({n: Tally(points=p, time_ms=-n) for n, p in each.items()}),
        )
        for round_, each in zip(made, points, strict=True)
    )
    return Contest(Plan("Hội thi", made, prizes_from=rule), plays=plays[:begun])


def told(contest: Contest) -> list[tuple[int, int, int]]:
    return [(row.rank, row.number, row.tally.points) for row in standings(contest)]


WARM_UP, FINAL = {1: 10, 2: 30, 3: 0}, {1: 20, 2: 5, 4: 40}
SUM = [(1, 4, 40), (2, 2, 35), (3, 1, 30), (4, 3, 0)]


def test_plan_that_says_nothing_gives_prizes_by_the_sum_of_its_rounds() -> None:
    assert told(rounds(WARM_UP, FINAL)) == SUM
    assert told(rounds(WARM_UP)) == [(1, 2, 30), (2, 1, 10), (3, 3, 0)]


def test_sum_without_weights_counts_every_round_once() -> None:
    assert told(rounds(WARM_UP, FINAL, rule=PrizeRule("sum"))) == SUM


def test_weights_multiply_the_points_of_their_round() -> None:
    contest = rounds(WARM_UP, FINAL, rule=PrizeRule("sum", weights=(3, 2)))
    assert told(contest) == [(1, 2, 100), (2, 4, 80), (3, 1, 70), (4, 3, 0)]
    assert told(replace(contest, plays=contest.plays[:1])) == [(1, 2, 90), (2, 1, 30), (3, 3, 0)]


@pytest.mark.parametrize(
    ("index", "expected"),
    [
        (0, [(1, 2, 30), (2, 1, 10), (3, 3, 0)]),
        (1, [(1, 4, 40), (2, 1, 20), (3, 2, 5)]),
    ],
)
def test_one_round_gives_the_prizes_by_its_own_order(
    index: int, expected: list[tuple[int, int, int]]
) -> None:
    assert told(rounds(WARM_UP, FINAL, rule=PrizeRule("round", index))) == expected


def test_round_being_played_stands_in_for_one_not_begun() -> None:
    rule = PrizeRule("round", 2)
    begun = [told(rounds(WARM_UP, FINAL, {3: 5}, rule=rule, begun=n)) for n in range(4)]
    assert [[number for _, number, _ in rows] for rows in begun] == [
        [],
        [2, 1, 3],
        [4, 1, 2],
        [3],
    ]


def test_standings_held_by_the_host_are_those_of_their_time() -> None:
    contest = rounds(WARM_UP, FINAL, rule=PrizeRule("round", 1))
    assert [row.number for row in standings(contest, contest.plays[:1])] == [2, 1, 3]


@pytest.mark.parametrize(
    "rule",
    [
        PrizeRule("round", 2),
        PrizeRule("round", -1),
        PrizeRule("best"),
        PrizeRule("sum", weights=(1,)),
        PrizeRule("sum", weights=(1, 0)),
        PrizeRule("sum", weights=(1, 2, 3)),
    ],
)
def test_prizes_that_no_round_gives_are_refused(rule: PrizeRule) -> None:
    with pytest.raises(Rejected) as problem:
        Table(rounds(WARM_UP, FINAL, rule=rule).plan)
    assert (problem.value.code, problem.value.detail) == ("bad_plan", "prizes_from")


def two_formats(rule: PrizeRule, *last: int) -> Table:
    """A points round in which 1 gathers most, then a Golden Bell of one question."""
    rounds = (plan(3, "points").rounds[0], plan(1, ending="no_bell").rounds[0])
    table = Table(replace(plan(), rounds=rounds, prizes_from=rule), 3)
    table.ask(1, 2)
    table.ask(1, 2)
    table.ask(1)
    table.ask(*last)
    table.until("finish_round")
    return table


@pytest.mark.parametrize(
    ("rule", "last", "expected"),
    [
        (PrizeRule("winner"), (3,), [(1, 3), (2, 1), (3, 2)]),
        (PrizeRule("winner", weights=(3, 1)), (2,), [(1, 2), (2, 1), (3, 3)]),
        (PrizeRule("winner"), (2, 3), [(1, 1), (2, 2), (3, 3)]),
        (PrizeRule("sum"), (3,), [(1, 1), (2, 2), (3, 3)]),
    ],
)
def test_winner_of_the_last_round_is_first_where_the_plan_says_so(
    rule: PrizeRule, last: tuple[int, ...], expected: list[tuple[int, int]]
) -> None:
    rows = standings(two_formats(rule, *last).contest)
    assert [(row.rank, row.number) for row in rows] == expected


def test_winner_of_an_earlier_round_is_not_first() -> None:
    rounds = (plan(1).rounds[0], plan(2, "points").rounds[0])
    table = Table(replace(plan(), rounds=rounds, prizes_from=PrizeRule("winner")), 2)
    table.ask(1)
    table.until("start_round")
    table.ask(2)
    table.ask(2)
    assert [row.number for row in standings(table.contest)] == [2, 1]


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        (PrizeRule(), PrizeBasis("sum", "")),
        (PrizeRule("sum"), PrizeBasis("sum", "")),
        (PrizeRule("round", 0), PrizeBasis("round", "Khởi động")),
        (PrizeRule("winner"), PrizeBasis("winner", "Rung chuông vàng")),
    ],
)
def test_what_gives_the_prizes_is_said(rule: PrizeRule, said: PrizeBasis) -> None:
    first, last = plan(1, "points").rounds[0], plan(1).rounds[0]
    made = replace(plan(), rounds=(replace(first, name="Khởi động"), last), prizes_from=rule)
    views = [projector_view(ENGINE, Table(each, 1).contest, 0) for each in (made, plan())]
    assert [view.prizes_by for view in views] == [said, None]
