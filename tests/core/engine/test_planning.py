"""Another plan before the first round."""

from dataclasses import replace

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.commands import Advance, ChangePlan, Join, Mute, SetCaptain, Undo
from quiz.core.nouns.competitors import team_number
from quiz.core.nouns.events import PlanChanged
from quiz.core.nouns.model import Plan, teams_named
from quiz.formats import ENGINE
from tests.core.builders import Table, plan


def other(**changes: object) -> Plan:
    return replace(plan(2), title="Khác", **changes)  # type: ignore[arg-type]


def change(table: Table, made: Plan) -> None:
    table.do(ChangePlan(made, table.contest.acted))


def refused(table: Table, made: Plan) -> tuple[str, str]:
    with pytest.raises(Rejected) as refusal:
        change(table, made)
    return refusal.value.code, refusal.value.detail


def test_plan_is_changed_in_the_lobby_and_people_stay() -> None:
    table = Table(plan(3), 4)
    people = table.contest.contestants
    change(table, other())
    assert (table.contest.plan, table.contest.contestants) == (other(), people)
    assert table.contest.last_acts == (PlanChanged,)


def test_change_is_undone_and_what_was_before_it_too() -> None:
    table = Table(plan(3), 4)
    table.act(Mute(table.contest.acted, muted=True))
    change(table, other())
    table.act(Undo(table.contest.acted))
    assert (table.contest.plan, table.contest.muted) == (plan(3), True)
    table.act(Undo(table.contest.acted))
    assert not table.contest.muted


def test_plan_is_not_changed_once_a_round_was_begun() -> None:
    table = Table(plan(3), 4)
    table.act(Advance(table.contest.acted))
    assert refused(table, other()) == ("not_now", "")
    table.act(Undo(table.contest.acted))
    change(table, other())
    assert table.contest.plan == other()


def test_team_that_somebody_is_in_has_to_stay() -> None:
    table = Table(plan(3), 4)
    teams = {each.team for each in table.contest.contestants.values()}
    assert teams == {"Đỏ", "Vàng"}
    assert refused(table, other(teams=teams_named(["Vàng"]))) == ("team_in_use", "Đỏ")
    change(table, other(teams=teams_named(["Xanh", "Vàng", "Đỏ"])))
    table.do(Join("Lê Xanh", "Xanh"))
    with pytest.raises(Rejected, match="team_in_use"):
        table.act(Undo(table.contest.acted))


def test_captain_stays_that_of_the_team() -> None:
    table = Table(plan(3), 4)
    member = next(n for n, each in table.contest.contestants.items() if each.team == "Vàng")
    table.act(SetCaptain(table.contest.acted, "Vàng", member))
    made = other(teams=teams_named(["Vàng", "Đỏ"]))
    change(table, made)
    assert dict(table.contest.captains.items()) == {team_number(made, "Vàng"): member}


def test_plan_that_cannot_be_played_is_refused() -> None:
    table = Table(plan(3), 4)
    assert refused(table, other(rounds=()))[0] == "bad_plan"


def test_change_of_what_changed_meanwhile_is_stale() -> None:
    table = Table(plan(3), 4)
    based_on = table.contest.acted
    table.act(Mute(based_on, muted=True))
    with pytest.raises(Rejected, match="stale"):
        ENGINE.decide(table.contest, ChangePlan(other(), based_on), 1)
