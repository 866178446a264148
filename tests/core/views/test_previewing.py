from dataclasses import replace

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns.console_shapes import AnswerGroup, AskedView, PlaceChange, PreviewView
from quiz.core.nouns.model import Prize
from quiz.core.nouns.shapes import Person
from quiz.core.views.previewing import preview
from quiz.formats import ENGINE
from tests.core.builders import Table, plan


def of(table: Table, command: c.Act) -> PreviewView:
    named = replace(command, based_on=table.contest.acted)
    return preview(ENGINE, table.contest, named, table.now)


def numbers(people: tuple[Person, ...]) -> list[int]:
    return [each.number for each in people]


def asked(format: str = "golden_bell") -> Table:
    """Numbers 1 and 2 gave the key, 3 and 4 another; it is locked."""
    settings = {"rescues": ()} if format == "golden_bell" else {}
    made = replace(plan(3, format, **settings), prizes=(Prize("Giải Nhất", 1),), teams=())
    table = Table(made, 4)
    table.open()
    for number, answer in ((1, 1), (2, 1), (3, 2), (4, 2)):
        table.answer(number, (answer,), after_ms=1000 * number)
    table.act(c.CloseNow(0))
    return table


def test_key_of_the_open_question_tells_who_would_leave_and_stay() -> None:
    table = asked()
    seen = of(table, c.CorrectKey(0, 0, -1, ((2,),)))
    assert (numbers(seen.leaves), numbers(seen.returns)) == ([1, 2], [3, 4])
    assert (seen.leaving, seen.returning) == (2, 2)
    groups = (AnswerGroup((1,), "B", 2, True), AnswerGroup((2,), "C", 2, False))
    assert seen.before == AskedView("B. Hai", False, groups)
    assert seen.after == AskedView(
        "C. Ba", False, tuple(replace(each, right=not each.right) for each in groups)
    )


def test_key_of_a_past_question_tells_places_and_prizes_first() -> None:
    table = asked("points")
    table.advance(2)
    seen = of(table, c.CorrectKey(0, 0, 0, ((2,),)))
    assert (seen.leaving, seen.returning, seen.moving) == (0, 0, 4)
    first, second = seen.places[:2]
    assert first == PlaceChange(Person(3, "Thí sinh 3", ""), 4, 1, "", "Giải Nhất")
    assert second == PlaceChange(Person(1, "Thí sinh 1", ""), 1, 3, "Giải Nhất", "")
    assert [change.rank_to for change in seen.places] == [1, 3, 2, 4]


def test_preview_changes_nothing_and_is_what_the_act_does() -> None:
    table = asked()
    table.advance(2)
    before = table.contest
    seen = of(table, c.Void(0, 0, 0))
    assert table.contest is before
    table.act(c.Void(0, 0, 0))
    assert numbers(seen.returns) == sorted(set(table.playing()) - {1, 2})


def test_leaving_somebody_out_tells_the_floor_and_the_places() -> None:
    table = asked()
    table.advance(2)
    seen = of(table, c.Disqualify(0, 1, "chép bài"))
    assert (numbers(seen.leaves), seen.before) == ([1], None)
    assert seen.places[0].rank_to is None or seen.places[0].prize_to == "Giải Nhất"
    gone = next(change for change in seen.places if change.competitor.number == 1)
    assert (gone.rank_from, gone.rank_to, gone.prize_from, gone.prize_to) == (
        1,
        None,
        "Giải Nhất",
        "",
    )


def test_bell_that_would_be_taken_back_is_told() -> None:
    table = asked()
    table.act(c.CorrectKey(0, 0, -1, ((1,),)))
    table.until("settle")
    table.act(c.Eliminate(0, 2, "nhắc bài"))
    table.advance()
    while ENGINE.see(table.contest).winner == 0:
        table.ask(1) if table.step() == "draw" else table.advance()
    seen = of(table, c.CorrectKey(0, 0, 1, ((2,),)))
    assert seen.winner_from == Person(1, "Thí sinh 1", "")
    assert seen.winner_to is None


def test_what_would_be_refused_is_refused() -> None:
    table = asked()
    with pytest.raises(Rejected, match="no_such_question"):
        of(table, c.Void(0, 3, 0))
