"""Rounds in which teams compete: what holds for any sequence of commands."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.engine.grouping import grouped, with_newcomer
from quiz.core.nouns import commands as c
from quiz.core.nouns.competitors import is_team, members
from quiz.core.nouns.model import Contestant, Team
from quiz.core.nouns.state import Contest, Given, Life, Play, Stage
from quiz.core.numbered import Numbered
from quiz.core.standing.floor import off, playing
from quiz.core.views.hall_view import projector_view
from quiz.core.views.host_view import host_view, roster
from quiz.core.views.seats import my_answer, seat_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from tests.core.builders import Table, submit
from tests.core.teaming import (
    BLUE,
    RED,
    RULES,
    SEATED,
    TEAM_ACTS,
    YELLOW,
    by_rule,
    team_given,
    team_plan,
    team_table,
)
from tests.core.test_properties import BUZZES, RIGHT, UNDO, play, scripts

PLANS = {
    **{f"points by {rule}": team_plan(3, "points", team_answer=rule) for rule in RULES},
    "points, captain to come": replace(
        team_plan(3, "points", team_answer="captain"),
        teams=(Team("Đỏ", captain=6), Team("Vàng", captain=6), Team("Xanh", captain=7)),
    ),
    "golden_bell": team_plan(3, "golden_bell", team_answer="captain"),
    "golden_bell for good": team_plan(3, "golden_bell", rescues=()),
    "buzzer": team_plan(3, "buzzer", again=True),
    "buzzer on the phone": team_plan(3, "buzzer", again=True, aloud=False),
}
ADVANCE = st.just(c.Advance(0))
USUAL: list[st.SearchStrategy[Any]] = [
    *(ADVANCE, ADVANCE, RIGHT, BUZZES, st.none(), st.booleans(), UNDO),
    *(TEAM_ACTS, TEAM_ACTS, st.integers(2, 9_000)),
]
SCRIPTS = scripts(USUAL, 0, 8)
CONTESTS = st.sampled_from(list(PLANS))


def run(contest: str, script: list[Any], check: Callable[[Table], None]) -> Table:
    return play(contest, script, check, team_table(PLANS[contest]))


def involved(round_: Play) -> frozenset[int]:
    return ENGINE.formats[round_.round.format].rules.involved(round_)


def nothing(table: Table) -> None:
    """No check on the way."""


@settings(deadline=None, max_examples=150)
@given(CONTESTS, SCRIPTS)
def test_replay_equals_state(contest: str, script: list[Any]) -> None:
    table = run(contest, script, nothing)
    again: Contest | None = None
    for event in table.events:
        again = ENGINE.evolve(again, event)  # type: ignore[arg-type]
    assert again == table.contest


@settings(deadline=None, max_examples=150)
@given(CONTESTS, SCRIPTS)
def test_team_is_on_the_floor_or_off_as_one(contest: str, script: list[Any]) -> None:
    def check(table: Table) -> None:
        round_ = table.contest.play
        if round_ is None or round_.sides is None:
            return
        assert all(is_team(number) for number in (*playing(round_.floor), *off(round_.floor)))
        for number, tally in round_.floor.items():
            if not is_team(number):
                assert (tally.playing, tally.spectator) == (False, True)
                assert number not in round_.sides.of
        if table.contest.stage is Stage.PLAYING:
            assert {round_.sides.of.get(n) for n in round_.sides.of} <= set(round_.floor)

    run(contest, script, check)


@settings(deadline=None, max_examples=150)
@given(CONTESTS, SCRIPTS)
def test_everybody_can_be_shown_and_teams_have_names(contest: str, script: list[Any]) -> None:
    def check(table: Table) -> None:
        state = table.contest
        hall = projector_view(ENGINE, state, table.now)
        assert host_view(ENGINE, state, table.now).hall == hall
        assert phone_view(ENGINE, state, table.now).floor == hall.floor
        assert all(row.name for row in hall.standings)
        assert all(square.name for square in hall.squares)
        assert {row.number for row in roster(state)} >= set(state.contestants)
        seats = [seat_view(ENGINE, state, number) for number in state.contestants]
        assert [seat.number for seat in seats if seat] == list(state.contestants)

    run(contest, script, check)


@settings(deadline=None, max_examples=150)
@given(CONTESTS, SCRIPTS)
def test_undo_returns_to_the_state_before(contest: str, script: list[Any]) -> None:
    before = run(contest, script, nothing)
    state = before.contest
    before.act(c.Mute(0, not state.muted))
    before.act(c.Undo(0))
    assert replace(before.contest, version=0, acted=0) == replace(state, version=0, acted=0)


@settings(deadline=None, max_examples=150)
@given(st.sampled_from([name for name in PLANS if "buzzer" not in name]), SCRIPTS)
def test_open_question_holds_what_its_members_answers_make(contest: str, script: list[Any]) -> None:
    """Whatever joined, changed teams, was undone or got another captain meanwhile."""

    def check(table: Table) -> None:
        round_ = table.contest.play
        asked = round_.current if round_ else None
        if round_ is None or round_.sides is None or asked is None:
            return
        if asked.life in (Life.LOCKED, Life.REVEALED):
            return
        for side in (RED, YELLOW, BLUE):
            own = [
                (person, one)
                for person, one in (asked.said.get(side) or Numbered()).items()
                if person in members(table.contest, side)
            ]
            sent = [(person, replace(one.given, at=one.since)) for person, one in own]
            sent += [(person, one.given) for person, one in own]
            captain = round_.sides.captains.get(side) or 0
            expected = by_rule(round_.settings.team_answer, sent, captain)
            assert team_given(table.contest, side) == expected

    run(contest, script, check)


@settings(deadline=None, max_examples=150)
@given(CONTESTS, SCRIPTS)
def test_newcomer_changes_what_grouping_all_anew_would(contest: str, script: list[Any]) -> None:
    def check(table: Table) -> None:
        state, number = table.contest, table.contest.joined + 1
        for team in (*SEATED, "Xanh"):
            for spectator in (False, True):
                newcomer = Contestant(number, "Mới", team, spectator)
                contestants = state.contestants.set(number, newcomer)
                joined = replace(state, contestants=contestants, joined=number)
                assert with_newcomer(joined, newcomer) == grouped(joined, involved)

    run(contest, script, check)


SAID = st.lists(
    st.tuples(st.sampled_from([1, 3, 5]), st.integers(0, 2), st.integers(0, 30)),
    min_size=1,
    max_size=12,
)


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(RULES), SAID, st.sampled_from([0, 1, 3, 5]))
def test_answer_of_a_team_follows_from_its_members_answers(
    rule: str, said: list[tuple[int, int, int]], captain: int
) -> None:
    table = team_table(team_plan(3, "points", team_answer=rule))
    if captain:
        table.act(c.SetCaptain(0, "Đỏ", captain))
    table.open()
    sent: list[tuple[int, Given]] = []
    for number, choice, ms in said:
        table.now += ms
        table.do(submit(table, number, (choice,)))
        sent.append((number, Given((choice,), table.now, 0)))
        assert team_given(table.contest, RED) == by_rule(rule, sent, captain or 1)
        own = my_answer(table.contest, number)
        assert own is not None
        assert (own.answer, own.at) == ((choice,), table.now)
    assert team_given(table.contest, YELLOW) is None
