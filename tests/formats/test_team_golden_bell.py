"""Teams in a Golden Bell round leave, return and ring the bell as one."""

from quiz.core.nouns import commands as c
from quiz.core.nouns.shapes import Person, SeatNote
from quiz.core.views.hall_view import projector_view
from quiz.core.views.seats import seat_view
from quiz.formats import ENGINE
from tests.core.builders import Table, submit
from tests.core.teaming import RED, YELLOW, team_plan, team_table


def table_of(**settings: object) -> Table:
    return team_table(team_plan(3, "golden_bell", **settings))


def notes(table: Table) -> dict[int, SeatNote]:
    seats = [seat_view(ENGINE, table.contest, number) for number in table.contest.contestants]
    return {seat.number: seat.note for seat in seats if seat}


def test_team_leaves_as_one_and_none_of_it_answers_any_more() -> None:
    table = table_of(rescues=())
    table.ask(1, wrong=(2,))
    assert table.playing() == [RED]
    assert notes(table) == {1: SeatNote.ON_FLOOR, 2: SeatNote.LEFT} | {
        3: SeatNote.ON_FLOOR,
        4: SeatNote.LEFT,
        5: SeatNote.ON_FLOOR,
    }
    table.open()
    assert table.refused(submit(table, 4, (0,))) == "not_on_floor"


def test_rescue_brings_the_team_back() -> None:
    table = table_of()
    table.ask(1, wrong=(2,))
    assert table.step() == "open_rescue"
    table.advance(2)
    assert table.playing() == [RED, YELLOW]
    assert notes(table)[4] is SeatNote.RETURNED


def test_person_who_watches_is_not_brought_onto_a_floor_of_teams() -> None:
    table = table_of()
    table.do(c.CorrectContestant(table.contest.acted, 5, "Năm", "Xanh"))
    table.ask(1, wrong=(2,))
    assert table.refused(c.Rescue(table.contest.acted, (2,))) == "nobody_to_rescue"


def test_team_rings_the_bell_and_every_member_has_won() -> None:
    table = table_of(rescues=(), lifeline=False)
    table.ask(1, wrong=(2,))
    table.ask(3)
    table.ask(5)
    assert table.step() == "ring_bell"
    table.advance()
    bell = projector_view(ENGINE, table.contest, table.now).parts["golden_bell"]
    assert bell.winner == Person(RED, "Đỏ", "")
    assert [number for number, note in notes(table).items() if note is SeatNote.WINNER] == [1, 3, 5]


def test_audience_questions_are_for_teams_off_the_floor() -> None:
    table = table_of(rescues=())
    table.ask(1, wrong=(2,))
    table.act(c.DrawAudienceQuestion(0))
    table.open()
    assert table.asked.eligible == frozenset({YELLOW})
    table.answer(4, (0,))
    assert table.refused(submit(table, 1, (0,))) == "not_on_floor"
