"""Prizes: who takes which, what the ceremony shows, what a host is told before it."""

from dataclasses import replace

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.hall_shapes import MoreView
from quiz.core.nouns.model import DEFAULT_PRIZES, Prize, PrizeRule
from quiz.core.standing.prizes import doubts, prize_of
from quiz.core.views.hall_view import TOP, projector_view
from quiz.core.views.host_view import host_view
from quiz.core.views.seats import seat_view
from quiz.formats import ENGINE
from tests.core.builders import Table, plan

THREE = (Prize("Nhất"), Prize("Nhì"), Prize("Ba", 2))


def test_prizes_one_one_five() -> None:
    assert [prize_of(place, DEFAULT_PRIZES) for place in range(1, 9)] == [0, 1, 2, 2, 2, 2, 2, -1]


def table(people: int, *asked: tuple[int, ...], prizes: tuple[Prize, ...] = THREE) -> Table:
    """A points round in which these were right, all after the same time."""
    rule = PrizeRule("round", earned=True)
    made = Table(replace(plan(len(asked), "points"), prizes=prizes, prizes_from=rule), people)
    for right in asked:
        made.ask(*right)
    return made


def ranks(made: Table) -> list[tuple[int, int]]:
    rows = projector_view(ENGINE, made.contest, 0).standings
    return sorted((row.rank, row.number) for row in rows)


def test_equals_share_a_place_until_the_contest_is_over() -> None:
    made = table(4, (1, 2, 3), (1,))
    assert ranks(made) == [(1, 1), (2, 2), (2, 3), (4, 4)]
    made.until("none")
    rows = projector_view(ENGINE, made.contest, 0).standings
    assert [row.rank for row in rows] == [1, 2, 3, 4]
    assert [row.by_lot for row in rows] == [False, True, True, False]


def test_nobody_takes_a_prize_for_nothing_and_no_step_is_empty() -> None:
    made = table(5, (1,))
    made.until("show_prize")
    steps = []
    while made.step() == "show_prize":
        made.advance()
        view = projector_view(ENGINE, made.contest, 0)
        steps.append([[who.number for who in prize.winners] for prize in view.prizes])
    assert steps == [[[1], [], []]]
    assert [row.prize for row in projector_view(ENGINE, made.contest, 0).standings][:2] == [
        "Nhất",
        "",
    ]
    seats = [seat_view(ENGINE, made.contest, number) for number in (1, 2)]
    assert [seat.prize for seat in seats if seat] == ["Nhất", ""]
    assert [seat.rank is None for seat in seats if seat] == [False, False]


def test_ceremony_without_anybody_who_has_something_is_over_at_once() -> None:
    made = table(3, ())
    made.until("none")
    assert [prize.shown for prize in projector_view(ENGINE, made.contest, 0).prizes] == [True] * 3


def test_next_prize_is_named_past_those_that_nobody_takes() -> None:
    made = table(5, (1, 2), (1,))
    made.until("show_prize")
    seen = []
    while made.step() == "show_prize":
        prizes = projector_view(ENGINE, made.contest, 0).prizes
        seen.append([prize.name for prize in prizes if prize.is_next])
        made.advance()
    assert seen == [["Nhì"], ["Nhất"]]


def test_undo_of_a_step_that_passed_over_prizes_takes_it_all_back() -> None:
    made = table(5, (1,))
    made.until("show_prize")
    made.advance()
    made.act(c.Undo(0))
    assert [prize.shown for prize in projector_view(ENGINE, made.contest, 0).prizes] == [False] * 3


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (((1, 2, 3), (1,)), [("lot", "Nhì", 2), ("few", "Ba", 1)]),
        (((1, 2, 3, 4, 5, 6), (1, 2, 3, 4, 5, 6)), [("lot", "Nhất", 6)]),
        (((1,), (1,)), [("few", "Nhì", 0), ("few", "Ba", 0)]),
    ],
)
def test_host_is_told_before_the_ceremony_where_a_lot_or_too_few_decide(
    asked: tuple[tuple[int, ...], ...], expected: list[tuple[str, str, int]]
) -> None:
    made = table(7, *asked)
    assert host_view(ENGINE, made.contest, 0).doubts == ()
    for step in ("finish", "show_prize"):
        made.until(step)
        told = host_view(ENGINE, made.contest, 0).doubts
        assert [(each.kind, each.prize, each.total) for each in told] == expected


def test_nothing_is_doubtful_where_everybody_is_told_apart() -> None:
    made = table(4, (1, 2, 3, 4), (1, 2, 3), (1, 2), (1,))
    assert doubts(made.contest) == ()


def test_standings_are_cut_between_places_and_never_above_a_prize() -> None:
    people = TOP + 20
    first, second = tuple(range(1, TOP - 4)), tuple(range(TOP - 4, people + 1))
    made = table(people, (*first, *second), first)
    view = projector_view(ENGINE, made.contest, 0)
    assert {row.rank for row in view.standings} == {1}
    assert (len(view.standings), view.more) == (
        len(first),
        MoreView(len(first) + 1, len(second), True),
    )


def test_standings_reach_to_the_last_prize() -> None:
    people = TOP + 20
    made = table(people, tuple(range(1, people + 1)), prizes=(Prize("Quà", people - 5),))
    made.until("none")
    view = projector_view(ENGINE, made.contest, 0)
    assert (len(view.standings), view.prized) == (people - 5, people - 5)
    assert {row.prize for row in view.standings} == {"Quà"}


def test_plan_from_before_gives_its_prizes_by_rank_alone_and_each_has_a_step() -> None:
    made = Table(replace(plan(1, "points"), prizes=THREE), 2)
    made.ask(1)
    made.until("show_prize")
    made.advance()
    assert [prize.winners for prize in projector_view(ENGINE, made.contest, 0).prizes] == [()] * 3
    made.until("none")
    prizes = projector_view(ENGINE, made.contest, 0).prizes
    assert [[who.number for who in prize.winners] for prize in prizes] == [[1], [2], []]
