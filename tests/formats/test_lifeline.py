"""The lifeline: the audience helps the sole survivor, and answers nothing by it."""

from dataclasses import replace
from typing import Any

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Answer, Kind, Pool
from quiz.core.standing.ranking import standings
from quiz.core.views.hall_view import projector_view
from quiz.core.views.prompter_view import prompter_view
from quiz.core.views.seats import seat_view
from quiz.formats import ENGINE
from quiz.formats.golden_bell.commands import GiveHelp, UseLifeline
from quiz.formats.golden_bell.view import BellSeatView, HelpView
from tests.core.builders import Table, plan, submit
from tests.core.teaming import team_plan, team_table
from tests.formats.looking import bell, rescue


def asking(**settings: Any) -> Table:
    """One of four is left, and asks the audience at question 2 of 3."""
    table = Table(plan(3, **({"rescues": []} | settings)), 4)
    table.ask(1)
    table.open()
    table.act(UseLifeline(0))
    return table


def help_by(table: Table, number: int, answer: Answer) -> None:
    table.do(GiveHelp(number, Pool.MAIN, table.asked.ordinal, answer))


def refusal(table: Table, number: int, answer: Answer, ordinal: int = 2) -> str:
    with pytest.raises(Rejected) as rejected:
        table.do(GiveHelp(number, Pool.MAIN, ordinal, answer))
    return rejected.value.code


def told(table: Table) -> HelpView:
    given = bell(table.contest).help
    assert given is not None
    return given


def seat(table: Table, number: int) -> BellSeatView:
    told = seat_view(ENGINE, table.contest, number)
    assert told is not None
    part: BellSeatView = told.parts["golden_bell"]
    return part


def test_audience_chooses_and_the_host_closes_it() -> None:
    table = asking()
    help_by(table, 2, (1,))
    help_by(table, 3, (0,))
    help_by(table, 3, (1,))
    assert (told(table).open, told(table).chosen, told(table).answers) == (True, (), 0)
    assert ENGINE.progress(table.contest) == (2, 3)
    assert table.step() == "close_help"
    table.advance()
    assert (told(table).open, told(table).chosen, told(table).answers) == (False, (0, 2, 0, 0), 2)
    assert told(table).asker is not None
    assert table.step() == "resume"
    table.advance()
    assert (bell(table.contest).lifeline, told(table).chosen) == (False, (0, 2, 0, 0))
    table.until("settle")
    assert bell(table.contest).help is None


def test_whoever_is_off_the_floor_may_help_and_the_asker_may_not() -> None:
    table = asking()
    assert [seat(table, number).may_help for number in (1, 2, 3, 4)] == [False, True, True, True]
    assert refusal(table, 1, (0,)) == "not_on_floor"
    assert refusal(table, 2, (9,)) == "bad_answer"
    assert refusal(table, 2, (0,), ordinal=1) == "too_late"
    table.advance()
    assert not seat(table, 2).may_help
    assert refusal(table, 2, (0,)) == "too_late"


def test_nobody_helps_before_the_lifeline_or_once_the_clock_runs_on() -> None:
    table = Table(plan(3, rescues=[]), 4)
    table.ask(1)
    table.open()
    assert refusal(table, 2, (0,)) == "too_late"
    table.act(UseLifeline(0))
    table.act(c.Resume(0))
    assert refusal(table, 2, (0,)) == "too_late"
    table.act(c.Pause(0))
    assert (refusal(table, 2, (0,)), bell(table.contest).lifeline) == ("too_late", False)


def test_help_is_nobodys_answer() -> None:
    table, without = asking(), asking()
    for number in (2, 3, 4):
        help_by(table, number, table.asked.question.key[0])
    for each in (table, without):
        each.act(c.Resume(0))
        assert len(each.asked.answers) == 0
        assert each.refused(submit(each, 2, (0,))) == "not_on_floor"
        each.do(submit(each, 1, (1,)))
        each.until("settle")
        each.advance()
    assert standings(table.contest) == standings(without.contest)


def test_question_helped_or_not_is_next_question_without_it() -> None:
    table = asking()
    table.advance(2)
    table.do(submit(table, 1, table.asked.question.key[0]))
    table.until("settle")
    table.advance()
    table.until("start_clock")
    assert not bell(table.contest).lifeline


def test_undo_keeps_the_help_given_since_and_takes_the_lifeline_back() -> None:
    table = asking()
    help_by(table, 2, (1,))
    table.advance()
    table.act(c.Undo(0))
    assert (told(table).open, ENGINE.progress(table.contest)) == (True, (1, 3))
    help_by(table, 3, (1,))
    table.act(c.AddTime(0))
    help_by(table, 4, (1,))
    table.act(c.Undo(0))
    table.advance()
    assert told(table).chosen == (0, 3, 0, 0)
    table.act(c.Undo(0))
    table.act(c.Undo(0))
    assert bell(table.contest).help is None


def test_only_the_asker_and_who_leads_are_told_where_the_setting_says_so() -> None:
    table = asking(lifeline_told="asker")
    help_by(table, 2, (1,))
    table.advance()
    hall = projector_view(ENGINE, table.contest, table.now)
    assert (told(table).chosen, hall.parts["golden_bell"].help.chosen) == ((), ())
    assert [seat(table, number).chosen for number in (1, 2)] == [(0, 1, 0, 0), ()]
    assert rescue(table.contest).chosen == (0, 1, 0, 0)
    reading = prompter_view(ENGINE, table.contest, hall)
    assert reading.parts["golden_bell"].chosen == (0, 1, 0, 0)


def test_question_without_options_is_helped_aloud() -> None:
    made = plan(3, rescues=[])
    round_ = made.rounds[0]
    first, second, *rest = round_.questions
    typed = replace(second, kind=Kind.TEXT, options=(), key=("Hà Nội",))
    table = Table(replace(made, rounds=(replace(round_, questions=(first, typed, *rest)),)), 2)
    table.ask(1)
    table.open()
    table.act(UseLifeline(0))
    assert (told(table).aloud, told(table).open, table.step()) == (True, False, "resume")
    assert refusal(table, 2, "Hà Nội") == "too_late"


def test_team_is_helped_by_everybody_else() -> None:
    table = team_table(team_plan(3, "golden_bell", rescues=[]))
    table.ask(1, wrong=(2,))
    table.open()
    table.act(UseLifeline(0))
    assert [seat(table, number).may_help for number in (1, 2, 3, 4, 5)] == [
        False,
        True,
        False,
        True,
        False,
    ]
    assert ENGINE.progress(table.contest) == (0, 2)


def test_help_that_went_with_an_undone_lifeline_counts_no_more() -> None:
    table = asking()
    help_by(table, 2, (1,))
    made, again = table.contest.version, GiveHelp(2, Pool.MAIN, 2, (1,))
    assert ENGINE.still_counts(table.contest, again, made, 0)
    table.act(c.Undo(0))
    assert not ENGINE.still_counts(table.contest, again, made, 0)
