import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Plan, Round
from quiz.core.nouns.shapes import SeatNote
from quiz.core.views.seats import seat_view
from quiz.formats import ENGINE
from tests.core.builders import Table, of_teams, plan, questions

FORMATS = ["golden_bell", "points", "buzzer"]


def rounds(*formats: str) -> Plan:
    """A contest of rounds of these formats, a question each."""
    made = tuple(Round(f"Vòng {at}", name, questions(2)) for at, name in enumerate(formats, 1))
    return Plan("Hội thi", made, seed="hạt")


def note(table: Table, number: int) -> SeatNote:
    seat = seat_view(ENGINE, table.contest, number)
    assert seat is not None
    return seat.note


def late(made: Plan) -> Table:
    """The first round is being played; number 3 came late and watches."""
    table = Table(made, 2)
    table.advance()
    team = made.teams[0].name if made.teams else ""
    table.do(c.Join("Đến muộn", team))
    assert note(table, 3) is SeatNote.SPECTATOR
    return table


@pytest.mark.parametrize("first", FORMATS)
@pytest.mark.parametrize("second", FORMATS)
def test_latecomer_let_in_competes_in_the_next_round_too(first: str, second: str) -> None:
    table = late(rounds(first, second))
    table.act(c.Rescue(0, (3,)))
    assert table.playing() == [1, 2, 3]
    assert note(table, 3) is SeatNote.ON_FLOOR
    table.act(c.FinishRound(0))
    table.advance()
    assert table.playing() == [1, 2, 3]


@pytest.mark.parametrize("format", FORMATS)
def test_who_was_sent_off_comes_back_in_any_round(format: str) -> None:
    table = Table(rounds(format), 3)
    table.advance()
    table.act(c.Eliminate(0, 2, "nhầm"))
    table.act(c.Rescue(0, (2,)))
    assert table.playing() == [1, 2, 3]
    assert note(table, 2) is SeatNote.RETURNED
    assert table.refused(c.Rescue(table.contest.acted, (2,))) == "nobody_to_rescue"


def test_latecomer_let_in_is_a_member_of_the_team_where_teams_compete() -> None:
    table = late(of_teams(plan(2, "points")))
    table.act(c.Rescue(0, (3,)))
    play = table.contest.play
    assert play is not None
    assert play.sides is not None
    assert play.sides.of.get(3) == play.sides.of.get(2)
    assert 3 not in play.floor


def test_latecomer_let_in_watches_again_after_an_undo() -> None:
    table = late(rounds("points", "points"))
    table.act(c.Rescue(0, (3,)))
    table.act(c.Undo(0))
    assert note(table, 3) is SeatNote.SPECTATOR
    table.act(c.FinishRound(0))
    table.advance()
    assert table.playing() == [1, 2]
