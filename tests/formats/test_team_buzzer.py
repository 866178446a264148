"""Teams at the buzzer: a member presses for the team, the captain or who pressed answers."""

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.shapes import Person
from quiz.core.views.host_view import host_view
from quiz.core.views.seats import my_answer, seat_view
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import Buzz, GiveTurn, JudgeTurn
from quiz.formats.buzzer.events import Buzzed, BuzzOpened, TurnGiven
from tests.core.builders import Table, submit
from tests.core.teaming import BLUE, RED, YELLOW, team_given, team_plan, team_table
from tests.formats.pressing import buzz, ring


def opened(**settings: object) -> Table:
    table = team_table(team_plan(3, "buzzer", early=False, **settings))
    table.open()
    return table


def points(table: Table) -> dict[int, int]:
    assert table.contest.play is not None
    return {number: tally.points for number, tally in table.contest.play.floor.items()}


def may_answer(table: Table) -> list[int]:
    seats = [seat_view(ENGINE, table.contest, number) for number in table.contest.contestants]
    return [seat.number for seat in seats if seat and seat.may_answer]


def may_buzz(table: Table) -> list[int]:
    seats = [seat_view(ENGINE, table.contest, number) for number in table.contest.contestants]
    return [seat.number for seat in seats if seat and seat.parts["buzzer"].may_buzz]


def test_press_is_the_teams_and_tells_who_pressed() -> None:
    table = opened()
    buzz(table, 3, 500)
    first = table.events[-1]
    assert isinstance(first, BuzzOpened)
    assert (first.number, first.by_person) == (RED, 3)
    buzz(table, 2, 550)
    second = table.events[-1]
    assert isinstance(second, Buzzed)
    assert (second.number, second.by_person) == (YELLOW, 2)
    again = Buzz(5, table.asked.pool, table.asked.ordinal)
    assert table.refused(again) == "no_change"
    ring(table)
    turn = table.events[-1]
    assert isinstance(turn, TurnGiven)
    assert turn.numbers == (RED,)


def test_nobody_presses_as_a_team() -> None:
    table = opened()
    assert table.refused(Buzz(RED, table.asked.pool, table.asked.ordinal)) == "not_on_floor"


def test_host_sees_teams_and_judges_them() -> None:
    table = opened()
    buzz(table, 3, 500)
    ring(table)
    rows = host_view(ENGINE, table.contest, table.now).parts["buzzer"].buzzes
    assert [(row.number, row.name, row.turn) for row in rows] == [(RED, "Đỏ", True)]
    table.act(JudgeTurn(0, RED, right=True))
    hall = host_view(ENGINE, table.contest, table.now).hall.parts["buzzer"]
    assert hall.right == (Person(RED, "Đỏ", ""),)
    table.advance(2)
    assert points(table) == {RED: 10, YELLOW: 0}


def test_all_members_may_press_until_the_team_has_had_its_turn() -> None:
    table = opened(again=True)
    assert may_buzz(table) == [1, 2, 3, 4, 5]
    buzz(table, 3, 500)
    ring(table)
    table.act(JudgeTurn(0, RED, right=False))
    assert may_buzz(table) == [2, 4]


@pytest.mark.parametrize("speaker", [1, 3])
def test_captain_or_who_pressed_answers_on_the_phone(speaker: int) -> None:
    table = opened(aloud=False, team_answer="captain")
    buzz(table, 3, 500)
    ring(table)
    assert may_answer(table) == [1, 3]
    assert table.refused(submit(table, 5, (1,))) == "not_on_floor"
    assert table.refused(submit(table, 2, (1,))) == "not_on_floor"
    table.do(submit(table, speaker, (1,)))
    assert team_given(table.contest, RED) == (1,)
    own = my_answer(table.contest, speaker)
    assert own is not None
    assert own.answer == (1,)
    other = 4 - speaker
    assert table.refused(submit(table, other, (2,))) == "no_change"
    table.do(c.LockExpired())
    table.advance(2)
    assert points(table) == {RED: 10, YELLOW: 0}


def test_captain_answers_where_the_host_called_the_team_up() -> None:
    table = opened(aloud=False)
    table.act(GiveTurn(0, YELLOW))
    assert may_answer(table) == [4]
    table.act(c.SetCaptain(0, "Vàng", 2))
    assert may_answer(table) == [2]


def test_turn_taken_back_takes_the_answer_with_it() -> None:
    table = opened(aloud=False)
    buzz(table, 3, 500)
    ring(table)
    table.do(submit(table, 3, (1,)))
    table.do(c.LockExpired())
    table.act(c.Undo(0))
    assert team_given(table.contest, RED) is None
    assert my_answer(table.contest, 3) is None
    assert may_buzz(table) == [1, 2, 3, 4, 5]


def test_who_pressed_took_part() -> None:
    table = opened(again=True)
    table.do(c.Join("Mới", "Xanh"))
    table.until("start_clock", "close")
    assert table.contest.joined == 6
    buzz(table, 5, 500)
    ring(table)
    table.act(JudgeTurn(0, RED, right=False))
    play = table.contest.play
    assert play is not None
    assert ENGINE.formats["buzzer"].rules.involved(play) >= {RED, 5}


def test_team_that_pressed_stays_on_the_floor_when_nobody_is_in_it() -> None:
    table = team_table(team_plan(3, "buzzer"))
    table.do(c.Join("Sáu", "Xanh"))
    table.open()
    buzz(table, 6, 500)
    table.act(c.CorrectContestant(0, 6, "Sáu", "Đỏ"))
    assert table.playing() == [RED, YELLOW, BLUE]
    table.act(c.Undo(0))
    assert table.playing() == [RED, YELLOW, BLUE]
