"""Rounds in which teams compete: for any sequence of commands, and case by case."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.competitors import is_team, members, name_of, stands_as
from quiz.core.nouns.model import Kind, Plan, PrizeRule, Team
from quiz.core.nouns.shapes import Person, SeatNote, Verdict
from quiz.core.nouns.state import Contest, Given, Life, Stage, Tally
from quiz.core.numbered import Numbered
from quiz.core.standing.floor import off, playing
from quiz.core.standing.ranking import standings, team_standings
from quiz.core.views.hall_view import projector_view
from quiz.core.views.host_view import host_view, roster
from quiz.core.views.people import person
from quiz.core.views.seats import my_answer, seat_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from tests.core.builders import Table, of_teams, plan, submit
from tests.core.teaming import (
    BLUE,
    RED,
    RULES,
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


def test_another_captain_answers_with_what_was_said_already() -> None:
    table = team_table(team_plan(3, "points", team_answer="captain"))
    table.open()
    table.answer(3, (2,))
    assert team_given(table.contest, RED) is None
    table.act(c.SetCaptain(0, "Đỏ", 3))
    assert table.events[-1] == e.CaptainSet("Đỏ", 3)
    assert team_given(table.contest, RED) == (2,)
    table.act(c.Undo(0))
    assert team_given(table.contest, RED) is None


def test_captain_named_after_the_lock_changes_no_answer() -> None:
    table = team_table(team_plan(3, "points", team_answer="captain"))
    table.open()
    table.answer(1, (1,))
    table.answer(3, (2,))
    table.act(c.CloseNow(0))
    table.act(c.SetCaptain(0, "Đỏ", 3))
    assert team_given(table.contest, RED) == (1,)


def test_captain_is_whom_the_host_named_then_the_plan_then_who_joined_first() -> None:
    table = team_table(team_plan())
    table.until("draw")

    def captains() -> list[int | None]:
        assert table.contest.play is not None
        assert table.contest.play.sides is not None
        return [table.contest.play.sides.captains.get(side) for side in (RED, YELLOW, BLUE)]

    assert captains() == [1, 4, None]
    table.act(c.SetCaptain(0, "Vàng", 2))
    assert captains() == [1, 2, None]
    table.act(c.CorrectContestant(0, 2, "Hai", "Xanh"))
    assert captains() == [1, 4, 2]


def test_captain_must_be_a_member_of_a_team_there_is() -> None:
    table = team_table(team_plan())
    acted = table.contest.acted
    assert table.refused(c.SetCaptain(acted, "Tím", 1)) == "bad_team"
    assert table.refused(c.SetCaptain(acted, "Đỏ", 2)) == "no_such_contestant"
    assert table.refused(c.SetCaptain(acted, "Đỏ", 9)) == "no_such_contestant"


def test_same_words_written_otherwise_are_one_vote() -> None:
    made = team_plan(1, "points", team_answer="most")
    question = replace(made.rounds[0].questions[0], kind=Kind.TEXT, options=(), key=("Hà Nội",))
    round_ = replace(made.rounds[0], questions=(question,))
    table = team_table(replace(made, rounds=(round_,)))
    table.open()
    table.answer(1, "Huế", 100)
    table.answer(3, "Hà Nội", 200)
    table.answer(5, "ha noi", 300)
    assert team_given(table.contest, RED) == "Hà Nội"


def test_answer_that_may_not_change_is_each_members_own() -> None:
    table = team_table(team_plan(3, "points", change_answer=False))
    table.open()
    table.answer(1, (0,))
    assert table.refused(submit(table, 1, (1,))) == "no_change"
    table.answer(3, (1,))
    assert team_given(table.contest, RED) == (1,)


def test_nobody_answers_as_a_team_and_who_is_in_none_watches() -> None:
    table = team_table(replace(team_plan(), late_join="spectator"))
    table.open()
    table.do(c.Join("Đến muộn", "Đỏ"))
    assert table.refused(submit(table, RED, (0,))) == "not_on_floor"
    assert table.refused(submit(table, 6, (0,))) == "not_on_floor"
    seat = seat_view(ENGINE, table.contest, 6)
    assert seat is not None
    assert (seat.note, seat.may_answer) == (SeatNote.SPECTATOR, False)


def test_every_member_has_the_teams_verdict_points_and_place() -> None:
    table = team_table(team_plan(1))
    table.open()
    table.answer(1, (3,))
    table.answer(5, (1,), 2000)
    table.advance(2)
    seats = [seat_view(ENGINE, table.contest, number) for number in (1, 3, 5, 2)]
    assert [seat.verdict for seat in seats if seat] == [Verdict.RIGHT] * 3 + [Verdict.NONE]
    table.until("none")
    seats = [seat_view(ENGINE, table.contest, number) for number in (1, 3, 5, 2)]
    told = [(seat.points, seat.rank, seat.prize) for seat in seats if seat]
    assert told == [(10, 1, "Giải Nhất")] * 3 + [(0, 2, "Giải Nhì")]


def test_ranking_prizes_and_standings_name_teams() -> None:
    table = team_table(team_plan(1))
    table.ask(2)
    table.until("none")
    hall = projector_view(ENGINE, table.contest, table.now)
    assert [(row.rank, row.name) for row in hall.standings] == [(1, "Vàng"), (2, "Đỏ")]
    assert [prize.winners for prize in hall.prizes[:2]] == [
        (Person(YELLOW, "Vàng", ""),),
        (Person(RED, "Đỏ", ""),),
    ]
    assert [(row.team, row.points, row.members, row.left) for row in hall.teams] == [
        ("Vàng", "10", 2, 2),
        ("Đỏ", "0", 3, 3),
        ("Xanh", "0", 0, 0),
    ]
    assert team_standings(table.contest, standings(table.contest))[0].team == "Vàng"


def test_squares_are_teams_and_the_list_of_people_has_both() -> None:
    table = team_table(team_plan(2, "golden_bell", rescues=()))
    table.ask(1, wrong=(2,))
    hall = projector_view(ENGINE, table.contest, table.now)
    assert [(square.name, square.state) for square in hall.squares] == [
        ("Đỏ", "in"),
        ("Vàng", "leaving"),
    ]
    rows = [(row.number, row.team, row.state) for row in roster(table.contest)]
    assert rows == [
        *((1, "Đỏ", "in"), (2, "Vàng", "leaving"), (3, "Đỏ", "in")),
        *((4, "Vàng", "leaving"), (5, "Đỏ", "in"), (RED, "", "in"), (YELLOW, "", "leaving")),
    ]


def test_log_names_teams() -> None:
    table = team_table(team_plan())
    table.until("draw")
    table.act(c.CorrectScore(0, YELLOW, 5, "thưởng"))
    table.act(c.Eliminate(0, RED, "vắng"))
    log = host_view(ENGINE, table.contest, table.now).log
    assert [row.text for row in log] == ["Vàng: +5 (thưởng)", "Đỏ: vắng"]


def test_host_sends_off_and_corrects_teams_not_members() -> None:
    table = team_table(team_plan())
    table.until("draw")
    acted = table.contest.acted
    assert table.refused(c.Eliminate(acted, 1, "")) == "no_such_contestant"
    assert table.refused(c.CorrectScore(acted, 1, 5, "x")) == "no_such_contestant"
    assert table.refused(c.Eliminate(acted, BLUE, "")) == "no_such_contestant"


def test_latecomer_brings_the_team_and_goes_with_it() -> None:
    table = team_table(team_plan())
    table.until("draw")
    assert table.playing() == [RED, YELLOW]
    table.do(c.Join("Đến muộn", "Xanh"))
    assert table.playing() == [RED, YELLOW, BLUE]
    table.act(c.RemoveJoined(0, 6))
    assert table.playing() == [RED, YELLOW]
    table.act(c.Undo(0))
    assert table.playing() == [RED, YELLOW, BLUE]


def test_member_who_answered_stays_when_newcomers_are_removed() -> None:
    table = team_table(team_plan())
    table.do(c.Join("Mới", "Xanh"))
    table.open()
    table.answer(6, (0,))
    assert table.refused(c.RemoveJoined(table.contest.acted, 6)) == "no_such_contestant"


def test_member_who_changes_teams_answers_for_the_new_one() -> None:
    table = team_table(team_plan())
    table.open()
    table.answer(5, (2,))
    assert team_given(table.contest, RED) == (2,)
    table.act(c.CorrectContestant(0, 5, "Năm", "Vàng"))
    assert team_given(table.contest, RED) is None
    table.answer(5, (1,))
    assert team_given(table.contest, YELLOW) == (1,)


def test_team_of_which_all_left_for_another_is_not_on_the_floor() -> None:
    table = team_table(team_plan())
    table.until("draw")
    table.act(c.CorrectContestant(0, 2, "Hai", "Đỏ"))
    table.act(c.CorrectContestant(0, 4, "Bốn", "Đỏ"))
    assert table.playing() == [RED]


@pytest.mark.parametrize(
    ("made", "code"),
    [
        (replace(team_plan(), teams=()), "bad_plan"),
        (of_teams(plan()), ""),
    ],
)
def test_round_of_teams_needs_teams(made: Plan, code: str) -> None:
    empty = Table.__new__(Table)
    empty.state, empty.now = None, 0
    assert empty.refused(c.CreateContest(made)) == code


def test_points_of_persons_and_teams_are_not_added_up() -> None:
    of_persons, of_sides = plan(1, "points").rounds[0], team_plan(1).rounds[0]
    mixed = replace(team_plan(), rounds=(of_persons, of_sides))
    empty = Table.__new__(Table)
    empty.state, empty.now = None, 0
    assert empty.refused(c.CreateContest(mixed)) == "bad_plan"
    by_round = replace(mixed, prizes_from=PrizeRule("round", 1))
    assert empty.refused(c.CreateContest(by_round)) == ""


def test_round_of_teams_does_not_begin_without_members() -> None:
    table = Table(replace(team_plan(), teams=(Team("Đỏ"), Team("Vàng"))))
    assert table.refused(c.Advance(table.contest.acted)) == "nobody_joined"


def test_persons_then_teams_each_have_their_own_floor() -> None:
    of_persons, of_sides = plan(1, "points").rounds[0], team_plan(1).rounds[0]
    made = replace(team_plan(), rounds=(of_persons, of_sides), prizes_from=PrizeRule("round", 1))
    table = team_table(made)
    table.ask(1, 2)
    table.until("start_round")
    table.advance()
    floors = [dict(each.floor.items()) for each in table.contest.plays]
    assert [list(floor) for floor in floors] == [[1, 2, 3, 4, 5], [RED, YELLOW]]
    assert floors[1][RED] == Tally()


def test_numbers_names_and_members() -> None:
    table = team_table(team_plan())
    table.until("draw")
    contest = table.contest
    assert contest.play is not None
    assert [members(contest, number) for number in (RED, YELLOW, BLUE, 2, 9)] == [
        *((1, 3, 5), (2, 4), (), (2,), ()),
    ]
    assert [name_of(contest, number) for number in (RED, 1, 9)] == ["Đỏ", "Thí sinh 1", ""]
    assert [stands_as(contest.play, number) for number in (1, 2, 9, RED)] == [RED, YELLOW, 9, 0]
    assert person(contest, YELLOW) == Person(YELLOW, "Vàng", "")
    assert person(contest, BLUE + 1) is None


def test_question_undone_to_keeps_what_members_said() -> None:
    table = team_table(team_plan())
    table.open()
    table.answer(1, (2,))
    table.act(c.CloseNow(0))
    table.act(c.Undo(0))
    assert table.asked.life is Life.PAUSED
    assert team_given(table.contest, RED) == (2,)
    own = my_answer(table.contest, 1)
    assert own is not None
    assert own.answer == (2,)
