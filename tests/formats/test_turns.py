"""A turn to answer, aloud or on the phone: who may, how it ends, how the others go on."""

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.state import Life
from quiz.core.views.host_view import host_view
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import GiveTurn, JudgeTurn
from quiz.formats.buzzer.events import Then, TurnEnded, TurnGiven
from quiz.formats.buzzer.part import Phase
from tests.formats.desk import Desk, answering, clock, reading
from tests.formats.looking import buzzer, buzzer_host
from tests.formats.looking import life as lives


def tied(*numbers: int, **settings: object) -> Desk:
    """A desk at which these share the first turn."""
    desk = clock(**settings)  # type: ignore[arg-type]
    for number in numbers:
        desk.buzz(number)
    desk.expire()
    return desk


def waiting(desk: Desk) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Who is still to be judged, as the console is told it and as the prompter is."""
    prompter = ENGINE.parts(desk.contest, "prompter")["buzzer"]
    return buzzer_host(desk.contest).waiting, prompter.waiting


# Aloud.


def test_answer_aloud_waits_for_the_host_for_ever() -> None:
    desk = answering()
    desk.now = desk.asked.deadline + 3_600_000
    assert (ENGINE.due_at(desk.contest), desk.refused(c.LockExpired())) == (None, "not_now")
    assert desk.refused(c.Advance(desk.contest.acted)) == "not_now"
    assert desk.refused(JudgeTurn(desk.contest.acted, 1, True)) == ""


def test_nobody_answers_on_the_phone_while_one_speaks() -> None:
    desk = answering()
    assert [desk.seat(number).may_answer for number in (1, 2)] == [False, False]
    assert [desk.refused(desk.say(number)) for number in (1, 2)] == ["not_now", "not_now"]
    assert desk.refused(desk.say(1, by="marshal")) == "not_now"


def test_only_who_has_the_turn_is_judged_and_only_once() -> None:
    desk = tied(1, 2)
    acted = desk.contest.acted
    assert desk.refused(JudgeTurn(acted, 3, True)) == "not_on_floor"
    desk.judge(1, right=True)
    assert desk.refused(JudgeTurn(desk.contest.acted, 1, False)) == "no_change"
    assert (lives(desk.asked), desk.step()) == (Phase.ANSWERING, "judge")
    desk.judge(2, right=False)
    assert lives(desk.asked) == Life.LOCKED
    assert desk.refused(JudgeTurn(desk.contest.acted, 2, True)) == "not_now"


def test_console_and_prompter_are_told_who_is_still_to_be_judged() -> None:
    desk = tied(1, 2)
    told = [waiting(desk)]
    for number in (1, 2):
        desk.judge(number, right=False)
        told.append(waiting(desk))
    assert told == [((1, 2), (1, 2)), ((2,), (2,)), ((), ())]


@pytest.mark.parametrize("life", ["clock", "buzzed"])
def test_nobody_is_judged_before_a_turn(life: str) -> None:
    desk = clock()
    if life == "buzzed":
        desk.buzz(1)
    assert desk.refused(JudgeTurn(desk.contest.acted, 1, True)) == "not_now"


@pytest.mark.parametrize(
    ("verdicts", "life", "points"),
    [
        ((True, True), Life.LOCKED, [10, 10, 0, 0]),
        ((True, False), Life.LOCKED, [10, -5, 0, 0]),
        ((False, False), Life.PAUSED, [-5, -5, 0, 0]),
    ],
)
def test_one_right_answer_of_those_who_share_a_turn_ends_it(
    verdicts: tuple[bool, bool], life: Life, points: list[int]
) -> None:
    desk = tied(1, 2, again=True)
    for number, right in enumerate(verdicts, start=1):
        desk.judge(number, right)
    assert desk.asked.life is life
    desk.until("reveal", "resume")
    if life is Life.PAUSED:
        desk.act(c.CloseNow(0))
    desk.finish()
    assert desk.points() == points


# On the phone.


def test_holder_alone_answers_on_the_phone_and_the_turn_ends_at_once() -> None:
    desk = answering(aloud=False)
    assert (desk.step(), desk.view().aloud, desk.view().since) == ("close", False, desk.now)
    assert [desk.seat(number).may_answer for number in (1, 2)] == [True, False]
    assert desk.refused(desk.say(2)) == "not_on_floor"
    desk.now += 900
    desk.do(desk.say(1))
    assert ENGINE.due_at(desk.contest) == desk.asked.opens_at
    desk.do(c.LockExpired())
    assert (desk.events[-1], desk.asked.life) == (TurnEnded(desk.now, Then.LOCKED), Life.LOCKED)
    desk.finish()
    assert (desk.points(), desk.time_ms()) == ([10, 0, 0, 0], [1_000, 0, 0, 0])


def test_first_answer_on_the_phone_is_final() -> None:
    desk = tied(1, 2, aloud=False)
    desk.do(desk.say(1, right=False))
    assert desk.refused(desk.say(1)) == "no_change"
    assert ENGINE.due_at(desk.contest) == desk.asked.deadline
    desk.do(desk.say(2))
    assert ENGINE.due_at(desk.contest) == desk.asked.opens_at


def test_answer_counts_at_the_turns_deadline_and_not_a_millisecond_later() -> None:
    desk = answering(aloud=False, answer_seconds=5)
    assert desk.asked.deadline - desk.now == 5_250
    desk.now = desk.asked.deadline
    assert (desk.refused(desk.say(1)), desk.seat(1).may_answer) == ("", True)
    desk.now += 1
    assert desk.refused(desk.say(1)) == "too_late"


def test_silent_holder_pays_the_penalty() -> None:
    desk = answering(aloud=False)
    desk.now = desk.asked.deadline - 1
    assert desk.refused(c.LockExpired()) == "not_now"
    desk.expire()
    assert lives(desk.asked) == Life.LOCKED
    desk.finish()
    assert desk.points() == [-5, 0, 0, 0]


def test_host_ends_a_turn_on_the_phone() -> None:
    desk = answering(aloud=False, again=True)
    desk.advance()
    assert desk.events[-1] == TurnEnded(desk.now, Then.PAUSED)
    assert desk.refused(desk.say(1)) == "not_now"


def test_time_is_added_to_a_turn_on_the_phone() -> None:
    desk = answering(aloud=False)
    assert "add_time" in host_view(ENGINE, desk.contest, desk.now).can
    before = desk.asked.deadline
    desk.act(c.AddTime(0, 10_000))
    assert (desk.asked.deadline, ENGINE.due_at(desk.contest)) == (before + 10_000, before + 10_000)
    desk.now = before + 1
    assert (desk.refused(c.LockExpired()), desk.refused(desk.say(1))) == ("not_now", "")
    assert desk.refused(c.AddTime(desk.contest.acted, 0)) == "not_now"


def test_board_is_entered_for_the_holder_and_corrected_until_the_reveal() -> None:
    desk = answering(aloud=False)
    assert desk.refused(desk.say(2, by="marshal")) == "not_on_floor"
    desk.do(desk.say(1, right=False, by="marshal"))
    desk.expire()
    desk.do(desk.say(1, by="marshal"))
    desk.advance()
    assert desk.refused(desk.say(1, by="marshal")) == "too_late"
    desk.advance()
    assert desk.points() == [10, 0, 0, 0]


@pytest.mark.parametrize("life", ["shown", "clock", "paused", "buzzed"])
def test_nobody_answers_without_a_turn(life: str) -> None:
    desk = reading(aloud=False)
    if life != "shown":
        desk.open()
    if life == "paused":
        desk.act(c.Pause(0))
    if life == "buzzed":
        desk.buzz(1)
    assert lives(desk.asked) == life
    assert [desk.seat(number).may_answer for number in (1, 2)] == [False, False]
    assert desk.refused(desk.say(1)) == "not_now"


def test_answer_to_another_question_is_too_late() -> None:
    desk = clock(aloud=False)
    early = desk.say(1)
    desk.turn(1)
    desk.do(early)
    desk.expire()
    desk.finish()
    desk.open()
    assert desk.refused(early) == "too_late"
    desk.turn(1)
    assert desk.refused(early) == "too_late"


# The others after a wrong answer.


@pytest.mark.parametrize("aloud", [True, False])
def test_others_go_on_with_the_time_left_each_once(aloud: bool) -> None:
    desk = clock(again=True, aloud=aloud)
    desk.buzz(1, after_ms=4_000)
    desk.expire()
    wrong(desk, 1, aloud)
    assert (lives(desk.asked), desk.step(), desk.asked.left_ms) == (Life.PAUSED, "resume", 11_000)
    assert ([one.number for one in desk.view().missed], desk.may_buzz()) == ([1], [2, 3, 4])
    assert desk.holders() == []
    desk.act(c.Resume(0))
    assert desk.asked.deadline == desk.now + 11_000
    desk.buzz(2, after_ms=500)
    assert [buzz.took_ms for buzz in buzzer(desk.asked).buzzes.values()] == [4_500]
    desk.expire()
    assert desk.holders() == [2]
    if aloud:
        desk.judge(2, right=True)
    else:
        desk.do(desk.say(2))
        desk.expire()
    assert (lives(desk.asked), desk.holders()) == (Life.LOCKED, [2])
    desk.finish()
    assert (desk.points(), desk.time_ms()) == ([-5, 10, 0, 0], [0, 4_500, 0, 0])


def wrong(desk: Desk, number: int, aloud: bool) -> None:
    if aloud:
        desk.judge(number, right=False)
    else:
        desk.do(desk.say(number, right=False))
        desk.expire()


def test_question_locks_when_the_last_who_might_buzz_was_wrong() -> None:
    desk = clock(2, again=True)
    desk.turn(1)
    desk.judge(1, right=False)
    desk.act(c.Resume(0))
    desk.turn(2)
    desk.judge(2, right=False)
    assert (lives(desk.asked), desk.may_buzz()) == (Life.LOCKED, [])
    desk.finish()
    assert desk.points() == [-5, -5]


def test_host_may_close_instead_of_letting_the_others_buzz() -> None:
    desk = answering(again=True)
    desk.judge(1, right=False)
    desk.act(c.CloseNow(0))
    desk.finish()
    assert desk.points() == [-5, 0, 0, 0]


def test_nobody_else_buzzes_after_a_wrong_answer_without_the_setting() -> None:
    desk = answering()
    desk.judge(1, right=False)
    assert (lives(desk.asked), desk.asked.left_ms) == (Life.LOCKED, 0)


# Called up by the host.


@pytest.mark.parametrize("life", ["shown", "clock", "paused", "buzzed"])
def test_host_calls_up_a_raised_hand(life: str) -> None:
    desk = reading()
    if life != "shown":
        desk.open()
        desk.now += 4_000
    if life == "paused":
        desk.act(c.Pause(0))
    if life == "buzzed":
        desk.do(desk.press(1))
    assert lives(desk.asked) == life
    assert "give_turn" in host_view(ENGINE, desk.contest, desk.now).can
    left_ms = 15_000 if life == "shown" else 11_000
    desk.act(GiveTurn(0, 3))
    assert (desk.holders(), desk.asked.left_ms) == ([3], left_ms)
    took_ms = 0 if life == "shown" else 4_000
    assert desk.events[-1] == TurnGiven((3,), desk.now, desk.now + 3_250, True, took_ms)


@pytest.mark.parametrize("life", ["drawn", "answering", "locked", "revealed"])
def test_nobody_is_called_up_at_another_time(life: str) -> None:
    desk = answering()
    if life == "drawn":
        desk.act(c.Skip(0))
        desk.until("show")
    if life in ("locked", "revealed"):
        desk.judge(1, right=False)
    if life == "revealed":
        desk.advance()
    assert lives(desk.asked) == life
    assert "give_turn" not in host_view(ENGINE, desk.contest, desk.now).can
    assert desk.refused(GiveTurn(desk.contest.acted, 2)) == "not_now"


def test_only_who_might_buzz_is_called_up() -> None:
    desk = answering(again=True)
    desk.judge(1, right=False)
    desk.act(c.Eliminate(0, 2, "nhắc bài"))
    codes = [desk.refused(GiveTurn(desk.contest.acted, number)) for number in (1, 2, 3, 99)]
    assert codes == ["not_on_floor", "not_on_floor", "", "not_on_floor"]


def test_clock_that_ran_before_a_hand_was_raised_counts_for_who_buzzes_next() -> None:
    desk = clock(again=True)
    desk.now += 4_000
    desk.act(GiveTurn(0, 1))
    desk.judge(1, right=False)
    desk.act(c.Resume(0))
    desk.turn(2, after_ms=500)
    desk.judge(2, right=True)
    desk.finish()
    assert desk.time_ms() == [0, 4_500, 0, 0]


# Acts that have nothing to do while a buzz or a turn is under way.


@pytest.mark.parametrize("life", ["buzzed", "answering"])
def test_clock_is_not_stopped_or_closed_while_it_stands_for_a_buzz(life: str) -> None:
    desk = clock()
    desk.buzz(1)
    if life == "answering":
        desk.expire()
    acted = desk.contest.acted
    codes = [desk.refused(act(acted)) for act in (c.Pause, c.Resume, c.CloseNow, c.AddTime)]
    assert codes == ["not_now"] * 4
    can = host_view(ENGINE, desk.contest, desk.now).can
    assert {"pause", "resume", "close", "add_time"}.isdisjoint(can)


@pytest.mark.parametrize(
    "life", ["drawn", "shown", "clock", "paused", "buzzed", "answering", "locked"]
)
def test_question_is_skipped_in_every_life_and_costs_nothing(life: str) -> None:
    desk = clock()
    if life in ("drawn", "shown"):
        desk.act(c.Skip(0))
        desk.until({"drawn": "show", "shown": "start_clock"}[life])
    if life == "paused":
        desk.act(c.Pause(0))
    if life in ("buzzed", "answering", "locked"):
        desk.buzz(1)
    if life in ("answering", "locked"):
        desk.expire()
    if life == "locked":
        desk.judge(1, right=False)
    assert lives(desk.asked) == life
    desk.act(c.Skip(0))
    assert desk.step() in ("draw", "finish_round")
    assert (desk.points(), ENGINE.due_at(desk.contest)) == ([0, 0, 0, 0], None)
