import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.competitors import team_number
from quiz.core.nouns.model import Plan, Prize, Round
from quiz.core.nouns.shapes import SeatNote, SeatView
from quiz.core.standing.ranking import standings, team_standings
from quiz.core.views.hall_view import projector_view
from quiz.core.views.host_view import roster
from quiz.core.views.seats import seat_view
from quiz.formats import ENGINE
from tests.core.builders import Table, of_teams, plan, questions

FORMATS = ["golden_bell", "points", "buzzer"]


def cheated(*formats: str) -> Table:
    """The best of three is to be left out."""
    rounds = tuple(Round(f"Vòng {at}", name, questions(2)) for at, name in enumerate(formats, 1))
    table = Table(Plan("Hội thi", rounds, prizes=(Prize("Giải Nhất", 1),), seed="hạt"), 3)
    table.advance()
    table.act(c.CorrectScore(0, 1, 50, "Hát hay"))
    return table


def ranked(table: Table) -> list[int]:
    return [row.number for row in standings(table.contest)]


def seat(table: Table, number: int) -> SeatView:
    found = seat_view(ENGINE, table.contest, number)
    assert found is not None
    return found


@pytest.mark.parametrize("format", FORMATS)
def test_disqualified_leave_the_floor_and_have_no_place(format: str) -> None:
    table = cheated(format)
    table.act(c.Disqualify(0, 1, "chép bài"))
    assert table.playing() == [2, 3]
    assert sorted(ranked(table)) == [2, 3]
    assert seat(table, 1).disqualified
    assert [row.number for row in roster(table.contest) if row.disqualified] == [1]


def test_who_was_sent_off_and_is_disqualified_then_takes_no_prize() -> None:
    table = cheated("points")
    table.act(c.Eliminate(0, 1, "chép bài"))
    assert ranked(table)[0] == 1
    table.act(c.Disqualify(0, 1, "chép bài"))
    table.act(c.FinishRound(0))
    table.advance(2)
    assert [
        (row.rank, row.prize) for row in projector_view(ENGINE, table.contest, 0).standings
    ] == [
        (1, "Giải Nhất"),
        (2, ""),
    ]
    assert (seat(table, 1).rank, seat(table, 1).prize) == (None, "")


@pytest.mark.parametrize("format", FORMATS)
def test_disqualified_watch_the_rounds_to_come(format: str) -> None:
    table = cheated("points", format)
    table.act(c.Disqualify(0, 1, "chép bài"))
    table.act(c.FinishRound(0))
    table.advance()
    assert table.playing() == [2, 3]
    assert seat(table, 1).note is SeatNote.SPECTATOR


def test_rescue_of_all_does_not_bring_back_who_is_disqualified() -> None:
    table = Table(plan(10, rescue_below=3, rescues=[{"how_many": "all"}]), 4)
    table.ask(1, wrong=(2, 3, 4))
    table.act(c.Disqualify(0, 2, "chép bài"))
    table.advance()
    table.act(c.Disqualify(0, 3, "chép bài"))
    table.advance()
    assert table.playing() == [1, 4]


@pytest.mark.parametrize("format", FORMATS)
def test_no_hand_lets_who_is_disqualified_onto_the_floor(format: str) -> None:
    table = cheated("points", format)
    table.act(c.Disqualify(0, 1, "chép bài"))
    assert table.refused(c.Rescue(table.contest.acted, (1,))) == "nobody_to_rescue"
    table.act(c.FinishRound(0))
    table.advance()
    assert table.refused(c.Rescue(table.contest.acted, (1,))) == "nobody_to_rescue"
    table.act(c.Disqualify(0, 1, "nhầm người", disqualified=False))
    table.act(c.Rescue(0, (1,)))
    assert table.playing() == [1, 2, 3]


def test_one_undo_takes_it_back_with_the_leaving() -> None:
    table = cheated("points")
    before = ranked(table)
    table.act(c.Disqualify(0, 1, "chép bài"))
    table.act(c.Undo(0))
    assert (table.playing(), ranked(table)) == ([1, 2, 3], before)


def test_who_is_considered_again_has_the_place_earned() -> None:
    table = cheated("points")
    table.act(c.Disqualify(0, 1, "chép bài"))
    table.act(c.Disqualify(0, 1, "nhầm người", disqualified=False))
    assert ranked(table)[0] == 1
    assert table.playing() == [2, 3]


def test_disqualified_team_has_no_place_and_so_have_its_members() -> None:
    table = Table(of_teams(plan(2, "points")), 4)
    table.advance()
    side = team_number(table.contest.plan, "Đỏ")
    table.act(c.Disqualify(0, side, "chép bài"))
    rows = standings(table.contest)
    assert [team.team for team in team_standings(table.contest, rows)] == ["Vàng"]
    member = next(one for one in table.contest.contestants.values() if one.team == "Đỏ")
    assert seat(table, member.number).disqualified


def test_after_the_ceremony_somebody_can_still_be_left_out() -> None:
    table = cheated("points")
    table.act(c.FinishRound(0))
    table.advance(2)
    table.act(c.Disqualify(0, 1, "lộ đề"))
    assert sorted(ranked(table)) == [2, 3]


def test_bell_goes_to_the_next_when_its_winner_is_left_out_after_the_end() -> None:
    table = Table(plan(2, rescues=()), 3)
    table.ask(1, 2, 3)
    table.ask(1, wrong=(2, 3))
    table.until("none")
    assert ENGINE.see(table.contest).winner == 1
    table.act(c.Disqualify(0, 1, "chép bài"))
    assert ENGINE.see(table.contest).winner == 0
    assert sorted(ranked(table)) == [2, 3]


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (c.Disqualify(0, 9, "chép bài"), "no_such_contestant"),
        (c.Disqualify(0, 1, " "), "bad_reason"),
        (c.Disqualify(0, 1, "nhầm", disqualified=False), "not_now"),
    ],
)
def test_what_cannot_be_done_is_refused(command: c.Disqualify, code: str) -> None:
    table = cheated("points")
    table.now += 1
    based = c.Disqualify(table.contest.acted, command.number, command.reason, command.disqualified)
    assert table.refused(based) == code
