"""For any sequence of commands the rules hold; sequences are made by Hypothesis."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core import commands as c
from quiz.core.errors import Rejected
from quiz.core.floor import competes, off, playing
from quiz.core.hall_view import projector_view
from quiz.core.host_view import host_view, roster
from quiz.core.model import Pool
from quiz.core.ranking import standings
from quiz.core.seats import seat_view
from quiz.core.seeing import phone_view
from quiz.core.state import Contest, Scene
from quiz.formats import ENGINE
from tests.core.builders import Table, plan

NUMBERS = st.integers(1, 8)
ENTRIES = st.integers(-1, 6)
ANSWERS = st.one_of(
    st.lists(st.integers(0, 4), max_size=4).map(tuple), st.sampled_from(["", "Một", "12"])
)
ACTS: st.SearchStrategy[c.Command] = st.one_of(
    st.builds(c.Join, st.sampled_from(["An", "Bình", " "]), st.sampled_from(["Đỏ", "Xanh"])),
    st.builds(c.SubmitAnswer, NUMBERS, st.sampled_from(Pool), st.integers(1, 4), ANSWERS),
    st.just(c.LockExpired()),
    st.builds(c.Pause, st.just(0)),
    st.builds(c.Resume, st.just(0)),
    st.builds(c.AddTime, st.just(0), st.integers(-1, 20_000)),
    st.builds(c.CloseNow, st.just(0)),
    st.builds(c.Skip, st.just(0)),
    st.builds(c.Void, st.just(0), st.integers(0, 1), ENTRIES, st.booleans()),
    st.builds(c.AcceptAnswer, st.just(0), st.just(0), ENTRIES, ANSWERS),
    st.builds(c.CorrectKey, st.just(0), st.just(0), ENTRIES, st.tuples(ANSWERS)),
    st.builds(c.Eliminate, st.just(0), NUMBERS, st.just("lý do")),
    st.builds(c.OpenRescue, st.just(0), st.sampled_from(["", "all", "number"]), NUMBERS),
    st.builds(c.Rescue, st.just(0), st.lists(NUMBERS, max_size=3).map(tuple)),
    st.builds(c.DeclineRescue, st.just(0)),
    st.builds(c.UseLifeline, st.just(0)),
    st.builds(c.CorrectScore, st.just(0), NUMBERS, st.integers(-20, 20), st.just("lý do")),
    st.builds(c.RemoveContestant, st.just(0), NUMBERS),
    st.builds(c.FinishRound, st.just(0)),
    st.builds(c.SendScene, st.just(0), st.sampled_from(Scene)),
    st.builds(c.Freeze, st.just(0), st.booleans()),
    st.builds(c.DrawAudienceQuestion, st.just(0)),
    st.builds(c.Undo, st.just(0)),
)
ADVANCE: st.SearchStrategy[c.Command] = st.just(c.Advance(0))
RIGHT = st.sets(NUMBERS)
SCRIPTS = st.lists(st.one_of(ADVANCE, ADVANCE, RIGHT, ACTS, st.integers(0, 30_000)), max_size=60)
FORMATS = st.sampled_from(["golden_bell", "points"])


def play(
    format: str, script: list[Any], check: Callable[[Table], None], at: Table | None = None
) -> Table:
    """Play a script: commands, sets of who answers right, and ms that pass."""
    table = at or Table(plan(3, format), 5)
    for item in script:
        if isinstance(item, int):
            table.now += item
        elif isinstance(item, set):
            _answer_right(table, item)
        else:
            command = item
            if isinstance(command, c.Act):
                command = replace(command, based_on=table.contest.acted)
            attempt(table, command)
        check(table)
    return table


def attempt(table: Table, command: c.Command) -> None:
    try:
        table.do(command)
    except Rejected:
        return


def _answer_right(table: Table, numbers: set[int]) -> None:
    current = table.contest.play.current if table.contest.play else None
    if current is None:
        return
    table.now = max(table.now, current.opens_at)
    for number in numbers:
        key = current.question.key[0]
        attempt(table, c.SubmitAnswer(number, current.pool, current.ordinal, key))


def nothing(table: Table) -> None:
    """No check on the way."""


@settings(deadline=None, max_examples=200)
@given(FORMATS, SCRIPTS)
def test_replay_equals_state(format: str, script: list[Any]) -> None:
    table = play(format, script, nothing)
    again: Contest | None = None
    for event in table.events:
        again = ENGINE.evolve(again, event)  # type: ignore[arg-type]
    assert again == table.contest
    assert again is not None
    assert again.version == len(table.events)


@settings(deadline=None, max_examples=200)
@given(FORMATS, SCRIPTS)
def test_nobody_is_both_in_and_out(format: str, script: list[Any]) -> None:
    def check(table: Table) -> None:
        for round_ in table.contest.plays:
            floor = round_.floor
            assert playing(floor).isdisjoint(off(floor))
            for number, tally in floor.items():
                assert tally.playing is (number in playing(floor))
                assert not (tally.playing and tally.left_at >= 0)

    play(format, script, check)


@settings(deadline=None, max_examples=200)
@given(FORMATS, SCRIPTS)
def test_standings_are_a_total_order_of_all_who_compete(format: str, script: list[Any]) -> None:
    contest = play(format, script, nothing).contest
    rows = standings(contest)
    assert [row.rank for row in rows] == list(range(1, len(rows) + 1))
    floor = contest.plays[-1].floor if contest.plays else None
    competing = [n for n, tally in floor.items() if competes(tally)] if floor else []
    assert sorted(row.number for row in rows) == competing


@settings(deadline=None, max_examples=200)
@given(FORMATS, SCRIPTS)
def test_a_repeated_act_is_stale(format: str, script: list[Any]) -> None:
    table = play(format, script, nothing)
    press = c.Advance(table.contest.acted)
    attempt(table, press)
    if table.contest.acted != press.based_on:
        assert table.refused(press) == "stale"


@settings(deadline=None, max_examples=200)
@given(FORMATS, SCRIPTS)
def test_undo_returns_to_the_state_before(format: str, script: list[Any]) -> None:
    table = play(format, script, nothing)
    before = table.contest
    attempt(table, c.Mute(before.acted, not before.muted))
    table.act(c.Undo(0))
    assert replace(table.contest, version=0, acted=0) == replace(before, version=0, acted=0)


@settings(deadline=None, max_examples=100)
@given(FORMATS, SCRIPTS)
def test_every_state_can_be_seen_by_every_role(format: str, script: list[Any]) -> None:
    def check(table: Table) -> None:
        contest = table.contest
        host = host_view(ENGINE, contest, table.now)
        hall = projector_view(ENGINE, contest, table.now)
        assert host.hall == hall
        assert len(roster(contest)) == len(contest.contestants)
        assert phone_view(ENGINE, contest, table.now).floor == hall.floor
        seats = [seat_view(ENGINE, contest, number) for number in contest.contestants]
        assert [seat.number for seat in seats if seat] == list(contest.contestants)

    play(format, script, check)
