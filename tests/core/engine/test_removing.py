"""Taking out all who joined since: whom it takes, what stays, and the way back."""

from dataclasses import replace

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.state import Contest, Life
from quiz.core.standing.ranking import standings
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import Buzz
from quiz.formats.golden_bell.commands import OpenRescue
from tests.core.builders import Table, plan, submit
from tests.core.teaming import BLUE, RED, RULES, YELLOW, team_plan, team_table


def late(people: int = 2, format: str = "golden_bell") -> Table:
    """A contest that newcomers may play in at any time."""
    return Table(replace(plan(4, format), late_join="floor"), people)


def numbers(contest: Contest) -> list[int]:
    return list(contest.contestants)


def test_everybody_from_a_number_on_is_taken_out_in_the_lobby() -> None:
    table = Table(plan(), 5)
    table.act(c.RemoveJoined(0, 3))
    assert table.events[-1] == e.ContestantsRemoved((3, 4, 5))
    assert numbers(table.contest) == [1, 2]


def test_newcomer_after_it_has_a_number_of_their_own() -> None:
    table = Table(plan(), 3)
    table.act(c.RemoveJoined(0, 2))
    table.do(c.Join("Mới", "Đỏ"))
    assert numbers(table.contest) == [1, 4]


def test_undo_brings_all_back_and_keeps_who_came_since() -> None:
    table = Table(plan(), 3)
    table.act(c.RemoveJoined(0, 2))
    table.do(c.Join("Mới", "Đỏ"))
    table.act(c.Undo(0))
    assert numbers(table.contest) == [1, 2, 3, 4]


@pytest.mark.parametrize("first", [6, 99])
def test_nobody_there_is_refused(first: int) -> None:
    table = Table(plan(), 5)
    assert table.refused(c.RemoveJoined(table.contest.acted, first)) == "no_such_contestant"


def test_late_comers_go_while_the_clock_runs_and_answers_stay() -> None:
    table = late()
    table.ask(1, 2)
    for name in ("Ba", "Bốn"):
        table.do(c.Join(name, "Đỏ"))
    table.open()
    table.answer(1, (1,))
    asked = table.asked
    assert asked.eligible == {1, 2, 3, 4}
    table.act(c.RemoveJoined(0, 3))
    assert numbers(table.contest) == [1, 2]
    assert table.asked == replace(asked, eligible=frozenset({1, 2}))
    assert table.playing() == [1, 2]
    assert table.refused(submit(table, 3, (0,))) == "not_on_floor"
    assert [row.number for row in standings(table.contest)] == [1, 2]


@pytest.mark.parametrize("format", ["golden_bell", "points", "buzzer"])
def test_who_has_answered_stays(format: str) -> None:
    table = late(1, format)
    table.until("start_clock")
    for name in ("Hai", "Ba"):
        table.do(c.Join(name, "Đỏ"))
    table.act(c.Skip(0))
    table.open()
    if format == "buzzer":
        table.do(Buzz(2, table.asked.pool, table.asked.ordinal))
    else:
        table.answer(2, (0,))
    table.act(c.RemoveJoined(0, 1))
    assert numbers(table.contest) == [2]


def test_whom_the_host_has_acted_on_stays() -> None:
    table = late(4)
    table.ask(1)
    table.act(c.CorrectScore(0, 2, 5, "bù điểm"))
    table.act(c.Rescue(0, (3,)))
    table.act(c.Rescue(0, (2,)))
    table.act(c.Eliminate(0, 2, "vi phạm"))
    table.act(c.RemoveJoined(0, 1))
    assert numbers(table.contest) == [1, 2, 3]


def test_correcting_an_old_question_does_not_bring_them_back() -> None:
    table = late(3)
    table.ask(1, 2, wrong=())
    assert table.playing() == [1, 2]
    table.act(c.RemoveJoined(0, 3))
    table.act(c.Void(0, 0, 0))
    assert table.playing() == [1, 2]
    assert list(table.contest.plays[0].floor) == [1, 2]


def test_who_was_silent_and_taken_out_is_judged_as_then_when_a_key_is_corrected() -> None:
    """Two wrong of three is not everybody wrong, before and after the third was taken out."""
    table = Table(replace(plan(4, out_on_none=False), late_join="floor"), 3)
    table.ask(wrong=(1, 2))
    assert table.playing() == [3]
    table.act(c.RemoveJoined(0, 3))
    assert table.playing() == []
    for voided in (True, False):
        table.act(c.Void(0, 0, 0, voided))
    assert table.playing() == []


def test_undo_while_the_clock_runs_lets_it_run_on() -> None:
    table = late(3)
    table.open()
    table.answer(1, (0,))
    deadline = table.asked.deadline
    table.act(c.RemoveJoined(0, 2))
    table.act(c.Undo(0))
    assert (table.asked.life, table.asked.deadline) == (Life.CLOCK, deadline)
    assert (list(table.asked.answers), table.asked.eligible) == ([1], {1, 2, 3})
    assert table.playing() == [1, 2, 3]


def test_frozen_standings_lose_them_too() -> None:
    table = late(3)
    table.ask(1, 2)
    table.act(c.Freeze(0, True))
    table.act(c.RemoveJoined(0, 3))
    assert table.contest.held is not None
    assert list(table.contest.held[0].floor) == [1, 2]


def test_scene_on_the_projector_stays() -> None:
    table = Table(plan(), 3)
    table.act(c.SendScene(0, "blank"))  # type: ignore[arg-type]
    table.act(c.RemoveJoined(0, 2))
    assert table.contest.scene == "blank"


def test_open_rescue_has_to_be_decided_first() -> None:
    table = late(3)
    table.ask(1)
    table.act(OpenRescue(0))
    assert table.refused(c.RemoveJoined(table.contest.acted, 2)) == "not_now"


def test_winner_stays() -> None:
    table = Table(plan(1), 2)
    table.open()
    table.answer(1, table.asked.question.key[0])
    table.until("finish_round")
    assert ENGINE.see(table.contest).winner == 1
    table.act(c.RemoveJoined(0, 1))
    assert numbers(table.contest) == [1]


def test_contest_that_is_over_keeps_its_people() -> None:
    table = Table(plan(1), 2)
    table.until("show_prize")
    assert table.refused(c.RemoveJoined(table.contest.acted, 1)) == "not_now"


@pytest.mark.parametrize("rule", RULES)
def test_team_that_answered_stays_on_the_floor_when_the_last_of_it_is_removed(rule: str) -> None:
    """Who answered has changed teams; the one left, a captain who said nothing, is taken out."""
    table = team_table(team_plan(team_answer=rule))
    for name in ("Sáu", "Bảy"):
        table.do(c.Join(name, "Xanh"))
    table.act(c.SetCaptain(0, "Xanh", 7))
    table.open()
    table.answer(6, (0,))
    table.act(c.CorrectContestant(0, 6, "Sáu", "Đỏ"))
    table.act(c.RemoveJoined(0, 7))
    assert list(table.contest.contestants) == [1, 2, 3, 4, 5, 6]
    assert table.playing() == [RED, YELLOW, BLUE]


def test_team_that_answered_stays_on_the_floor_of_a_round_that_is_over() -> None:
    table = team_table(team_plan(1, team_answer="captain"))
    for name in ("Sáu", "Bảy"):
        table.do(c.Join(name, "Xanh"))
    table.act(c.SetCaptain(0, "Xanh", 7))
    table.open()
    table.answer(6, (0,))
    table.until("finish_round")
    table.act(c.CorrectContestant(0, 6, "Sáu", "Đỏ"))
    table.act(c.Freeze(0, True))
    table.advance()
    table.act(c.RemoveJoined(0, 7))
    assert table.playing() == [RED, YELLOW, BLUE]
    assert table.contest.held is not None
    assert list(table.contest.held[0].floor) == [RED, YELLOW, BLUE]


def test_those_named_alone_go() -> None:
    table = Table(plan(), 6)
    table.act(c.RemoveJoined(0, 3, (1, 4, 6, 99)))
    assert table.events[-1] == e.ContestantsRemoved((4, 6))
    assert numbers(table.contest) == [1, 2, 3, 5]


def test_none_of_those_named_there_is_refused() -> None:
    table = Table(plan(), 6)
    removal = c.RemoveJoined(table.contest.acted, 3, (1, 2))
    assert table.refused(removal) == "no_such_contestant"
