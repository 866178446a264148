"""Rounds in which teams compete, case by case."""

from dataclasses import replace

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.competitors import members, name_of, stands_as
from quiz.core.nouns.model import Kind, Plan, PrizeRule, Team
from quiz.core.nouns.shapes import Person, SeatNote, Verdict
from quiz.core.nouns.state import Life, Tally
from quiz.core.standing.ranking import standings, team_standings
from quiz.core.views.hall_view import projector_view
from quiz.core.views.host_view import roster
from quiz.core.views.people import person
from quiz.core.views.seats import my_answer, seat_view
from quiz.formats import ENGINE
from tests.core.builders import Table, log_rows, of_teams, plan, submit
from tests.core.teaming import (
    BLUE,
    RED,
    YELLOW,
    team_given,
    team_plan,
    team_table,
)


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


def test_captain_of_the_plan_who_comes_late_takes_over_from_who_answered() -> None:
    teams = (Team("Đỏ", captain=6), Team("Vàng"))
    table = team_table(replace(team_plan(team_answer="captain"), teams=teams))
    table.open()
    table.answer(1, (2,))
    assert team_given(table.contest, RED) == (2,)
    table.do(c.Join("Sáu", "Đỏ"))
    assert team_given(table.contest, RED) is None
    table.answer(6, (1,), 2000)
    assert team_given(table.contest, RED) == (1,)


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
    log = log_rows(table.contest)
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
