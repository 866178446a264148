"""What the hall is told of standings and prizes, and when."""

from dataclasses import replace

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.hall_shapes import HeldView, PrizeView, StandingRow
from quiz.core.nouns.model import Prize
from quiz.core.nouns.state import Scene
from quiz.core.views.hall_view import projector_view
from quiz.core.views.host_view import host_view
from quiz.core.views.seats import seat_view
from quiz.formats import ENGINE
from tests.core.builders import Table, plan

PRIZES = (Prize("Giải Nhất"), Prize("Giải Nhì"))


def frozen(*, after: int = 1) -> Table:
    """Standings held after so many questions that 2 was best at; then 1 is."""
    table = Table(replace(plan(4, "points"), prizes=PRIZES), 3)
    for _ in range(after):
        table.ask(2)
    table.act(c.SendScene(0, Scene.STANDINGS))
    table.act(c.Freeze(0, True))
    for _ in range(3):
        table.ask(1)
    return table


def leaders(rows: tuple[StandingRow, ...]) -> list[tuple[int, str]]:
    return [(row.number, row.prize) for row in rows[:2]]


def test_host_sees_the_live_standings_while_the_hall_sees_those_held() -> None:
    view = host_view(ENGINE, frozen().contest, 0)
    assert leaders(view.standings)[0] == (1, "")
    assert leaders(view.hall.standings)[0] == (2, "")
    assert [team.points for team in view.teams] == ["30", "10"]
    assert [team.points for team in view.hall.teams] == ["10", "0"]


@pytest.mark.parametrize("after", [0, 1])
def test_what_is_held_is_said_as_held(after: int) -> None:
    table = frozen(after=after)
    name = table.contest.plan.rounds[0].name
    if after:
        assert projector_view(ENGINE, table.contest, 0).held == HeldView(name, after)
    table.act(c.Freeze(0, False))
    assert projector_view(ENGINE, table.contest, 0).held is None


def test_finishing_lets_held_standings_go_and_they_cannot_be_held_again() -> None:
    table = frozen()
    table.until("show_prize")
    assert host_view(ENGINE, table.contest, 0).frozen is False
    assert table.refused(c.Freeze(table.contest.acted, True)) == "not_now"
    table.until("none")
    view = projector_view(ENGINE, table.contest, 0)
    assert (leaders(view.standings), view.held) == ([(1, "Giải Nhất"), (2, "Giải Nhì")], None)
    assert [prize.winners[0].number for prize in view.prizes] == [1, 2]


def test_prizes_are_named_before_the_ceremony_without_their_winners() -> None:
    prizes = (Prize("Giải Nhất", 1), Prize("Giải Ba", 3))
    table = Table(replace(plan(2, "points"), prizes=prizes), 3)
    promised = (PrizeView("Giải Nhất", 1, False, ()), PrizeView("Giải Ba", 3, False, ()))
    assert projector_view(ENGINE, table.contest, 0).prizes == promised
    table.ask(1)
    assert projector_view(ENGINE, table.contest, 0).prizes == promised


def test_teams_are_not_counted_while_the_standings_are_secret() -> None:
    table = frozen()
    table.act(c.Freeze(0, False))
    assert [row.members for row in projector_view(ENGINE, table.contest, 0).teams] == [2, 1]
    table.until("show_prize")
    assert projector_view(ENGINE, table.contest, 0).teams == ()
    table.until("none")
    assert [row.members for row in projector_view(ENGINE, table.contest, 0).teams] == [2, 1]


def test_undo_of_the_finish_holds_the_standings_again() -> None:
    table = frozen()
    table.until("show_prize")
    table.act(c.Undo(0))
    assert leaders(projector_view(ENGINE, table.contest, 0).standings)[0] == (2, "")


def test_phones_are_told_a_rank_with_its_prize_or_once_all_prizes_are_given() -> None:
    table = frozen()
    table.until("show_prize")
    told = []
    for _ in range(3):
        seats = [seat_view(ENGINE, table.contest, number) for number in (1, 2, 3)]
        told.append([(seat.rank, seat.prize) for seat in seats if seat])
        if table.step() == "show_prize":
            table.advance()
    nothing = (None, "")
    assert told == [
        [nothing, nothing, nothing],
        [nothing, (2, "Giải Nhì"), nothing],
        [(1, "Giải Nhất"), (2, "Giải Nhì"), (3, "")],
    ]
