"""The server stands still in mid-question: what the clock lost, and giving it back."""

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.console_shapes import LostView
from quiz.core.nouns.state import Life
from quiz.core.question.losing import clock_until
from quiz.core.views.host_view import host_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import JudgeTurn
from tests.core.builders import Table, plan, submit
from tests.formats.desk import Desk, rules

FULL_MS = 15_000


def opened() -> Table:
    """A question of 15 s whose clock runs."""
    table = Table(plan(), 3)
    table.open()
    table.now = table.asked.opens_at
    return table


def stop(table: Table, after_ms: int, for_ms: int) -> None:
    """The server stands still so long after the clock opened, and locks what is due then."""
    since = table.asked.opens_at + after_ms
    table.now = since + for_ms
    table.do(c.ReportStop(since, table.now))
    due = ENGINE.due_at(table.contest)
    if due is not None and table.now >= due:
        table.do(c.LockExpired())


def offered(table: Table) -> tuple[int, int, int] | None:
    """What the console is told."""
    lost = host_view(ENGINE, table.contest, table.now).lost
    return (lost.stopped_ms, lost.lost_ms, lost.left_ms) if lost else None


def give_back(table: Table) -> None:
    table.act(c.GiveBackTime(0))


def test_stop_that_ate_the_clock_is_offered_back_and_nothing_happens_by_itself() -> None:
    table = opened()
    stop(table, 5_000, 25_000)
    assert table.asked.life is Life.LOCKED
    assert host_view(ENGINE, table.contest, table.now).lost == LostView(25_000, 10_000, 0)


def test_what_is_given_back_opens_locked_answers_again_and_keeps_those_recorded() -> None:
    table = opened()
    table.answer(1, (0,), 2_000)
    stop(table, 5_000, 25_000)
    table.now += 4_000
    give_back(table)
    asked = table.asked
    assert (asked.life, asked.deadline - table.now, offered(table)) == (Life.CLOCK, 10_000, None)
    assert list(asked.answers) == [1]
    shown = phone_view(ENGINE, table.contest, table.now)
    assert shown.clock is not None
    assert (shown.life, shown.clock.deadline) == (Life.CLOCK, table.now + 10_000)
    table.answer(2, (0,), 9_000)
    given = table.asked.answers.get(2)
    assert given is not None
    assert given.took_ms == 5_000 + 9_000


def test_clock_that_still_runs_runs_longer_and_who_answers_then_has_no_stop_in_the_time() -> None:
    table = opened()
    stop(table, 4_000, 6_000)
    assert (table.asked.life, offered(table)) == (Life.CLOCK, (6_000, 6_000, 5_000))
    table.now += 2_000
    give_back(table)
    assert table.asked.deadline - table.now == 3_000 + 6_000
    table.now += 1_000
    table.do(submit(table, 1, (0,)))
    given = table.asked.answers.get(1)
    assert given is not None
    assert given.took_ms == 4_000 + 2_000 + 1_000


def test_stops_of_one_question_add_up() -> None:
    table = opened()
    stop(table, 1_000, 3_000)
    stop(table, 6_000, 3_000)
    assert offered(table) == (6_000, 6_000, 6_000)


def test_paused_clock_is_given_its_time_and_stays_paused() -> None:
    table = opened()
    stop(table, 1_000, 5_000)
    table.act(c.Pause(0))
    give_back(table)
    assert (table.asked.life, table.asked.left_ms) == (Life.PAUSED, FULL_MS - 1_000)
    table.act(c.Resume(0))
    table.now += 2_000
    table.do(submit(table, 1, (0,)))
    given = table.asked.answers.get(1)
    assert given is not None
    assert given.took_ms == 3_000


@pytest.mark.parametrize("after_ms", [-5_000, FULL_MS - 500])
def test_stop_that_cost_the_clock_less_than_a_second_is_none(after_ms: int) -> None:
    table = opened()
    since = table.asked.opens_at + after_ms
    table.now = since + 5_500
    assert table.refused(c.ReportStop(since, table.now)) == "not_now"


def test_stop_while_no_clock_runs_is_none() -> None:
    table = Table(plan(), 3)
    table.until("start_clock")
    assert table.refused(c.ReportStop(table.now, table.now + 9_000)) == "not_now"
    assert clock_until(table.contest) is None


def test_nothing_is_given_back_twice_or_after_the_reveal() -> None:
    table = opened()
    stop(table, 5_000, 25_000)
    give_back(table)
    assert table.refused(c.GiveBackTime(table.contest.acted)) == "not_now"
    stop(table, 1_000, 25_000)
    table.advance()
    assert (table.asked.life, offered(table)) == (Life.REVEALED, None)
    assert table.refused(c.GiveBackTime(table.contest.acted)) == "not_now"


def test_time_given_back_is_undone_and_offered_again() -> None:
    table = opened()
    stop(table, 5_000, 25_000)
    give_back(table)
    table.answer(2, (0,), 1_000)
    table.act(c.Undo(0, steps=True))
    assert (table.asked.life, offered(table)) == (Life.LOCKED, (25_000, 10_000, 0))
    assert list(table.asked.answers) == [2]


def test_undo_of_what_was_before_the_stop_keeps_the_stop() -> None:
    table = opened()
    table.act(c.AddTime(0))
    stop(table, 5_000, 6_000)
    table.act(c.Undo(0, steps=True))
    assert (table.asked.life, offered(table)) == (Life.PAUSED, (6_000, 6_000, 14_000))


def test_clock_that_starts_anew_has_lost_nothing() -> None:
    table = opened()
    stop(table, 5_000, 6_000)
    table.act(c.Undo(0, steps=True))
    table.advance()
    assert (table.asked.life, offered(table)) == (Life.CLOCK, None)


def test_stop_is_no_act_that_makes_a_press_stale() -> None:
    table = opened()
    acted = table.contest.acted
    stop(table, 1_000, 5_000)
    assert table.contest.acted == acted


def spoken() -> Desk:
    """Contestant 1 has a spoken turn of 5 s."""
    desk = Desk(rules(aloud=True, answer_seconds=5))
    desk.advance()
    desk.turn(1)
    desk.now = desk.asked.opens_at
    return desk


def test_spoken_turn_is_given_its_time_back() -> None:
    desk = spoken()
    deadline = desk.asked.deadline
    assert clock_until(desk.contest) == deadline
    stop(desk, 1_000, 20_000)
    assert offered(desk) == (20_000, deadline - desk.asked.opens_at - 1_000, 0)
    give_back(desk)
    lost_ms = deadline - (desk.now - 20_000)
    assert (desk.holders(), desk.asked.deadline - desk.now) == ([1], lost_ms)
    desk.judge(1, right=True)
    assert desk.asked.life is Life.LOCKED


def test_turn_that_was_judged_has_nothing_left_to_give_back() -> None:
    desk = spoken()
    stop(desk, 1_000, 20_000)
    desk.act(JudgeTurn(0, 1, False))
    assert (desk.asked.life, offered(desk)) == (Life.LOCKED, None)


def test_turn_on_the_phone_that_ended_meanwhile_goes_on() -> None:
    desk = Desk(rules(aloud=False, answer_seconds=5))
    desk.advance()
    desk.turn(1)
    stop(desk, 1_000, 20_000)
    assert desk.asked.life is Life.LOCKED
    give_back(desk)
    assert (desk.asked.life, desk.holders()) == (Life.HELD, [1])
    desk.now += 1_000
    desk.do(desk.say(1))
    desk.now += 1
    desk.do(c.LockExpired())
    assert desk.asked.life is Life.LOCKED


def test_clock_of_a_buzzer_that_ran_out_opens_again_for_everybody() -> None:
    desk = Desk(rules())
    desk.advance()
    stop(desk, 1_000, 60_000)
    assert desk.asked.life is Life.LOCKED
    give_back(desk)
    assert (desk.asked.life, desk.may_buzz()) == (Life.CLOCK, [1, 2, 3, 4])


def test_buzzes_that_wait_for_slower_lines_lose_nothing() -> None:
    desk = Desk(rules())
    desk.advance()
    desk.buzz(1)
    since = desk.now
    desk.now += 9_000
    assert desk.refused(c.ReportStop(since - 2_000, desk.now)) == "not_now"
