"""From when and until when a buzz counts, and whose was first by the credited time."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.shapes import Person
from quiz.core.nouns.state import Life
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import Buzz
from quiz.formats.buzzer.events import Buzzed, BuzzOpened, Then, TurnEnded, TurnGiven
from quiz.formats.buzzer.part import Phase
from quiz.formats.buzzer.view import BuzzerView, BuzzRow
from tests.core.builders import MAIN, Table, plan
from tests.formats.desk import Desk, answering, clock, reading
from tests.formats.looking import buzzer, buzzer_host, buzzer_seat, life


def test_first_buzz_stops_the_clock_and_gets_the_turn() -> None:
    desk = clock()
    desk.buzz(2, after_ms=4_000)
    assert desk.events[-1] == BuzzOpened(2, desk.now, 4_000, 0, desk.now + 150, 11_000)
    assert (life(desk.asked), desk.step(), desk.holders()) == (Phase.BUZZED, "none", [])
    desk.expire()
    assert desk.events[-1] == TurnGiven((2,), desk.now, desk.now + 3_250, True, 4_000)
    assert (life(desk.asked), desk.step(), desk.holders()) == (Phase.ANSWERING, "judge", [2])


def test_buzz_to_the_question_before_it_was_asked_again_is_too_late() -> None:
    desk = clock()
    pressed = replace(desk.press(1), asked=desk.asked.id)
    for _ in range(3):
        desk.act(c.Undo(0))
    desk.open()
    assert desk.asked.ordinal == pressed.ordinal
    desk.now = desk.asked.opens_at + 1_000
    assert desk.refused(pressed) == "too_late"
    assert desk.refused(replace(pressed, asked=desk.asked.id)) == ""


@pytest.mark.parametrize(("early", "took_ms"), [(True, 9_000), (False, 1_000)])
def test_time_of_a_buzz_runs_from_when_one_may(early: bool, took_ms: int) -> None:
    desk = clock(read_ms=8_000, early=early)
    desk.buzz(1)
    assert [buzz.took_ms for buzz in buzzer(desk.asked).buzzes.values()] == [took_ms]


def test_early_buzz_counts_from_the_instant_of_the_showing() -> None:
    desk = reading()
    desk.now = desk.asked.show_at - 1
    assert (desk.refused(desk.press(1)), desk.view().opens_at) == ("too_early", desk.asked.show_at)
    desk.now += 1
    assert desk.refused(desk.press(1)) == ""


def test_buzz_before_the_clock_is_too_early_where_the_host_reads_first() -> None:
    desk = reading(early=False)
    desk.now = desk.asked.show_at + 5_000
    assert (desk.refused(desk.press(1)), desk.view().opens_at) == ("too_early", 0)
    desk.advance()
    desk.now = desk.asked.opens_at - 1
    assert desk.refused(desk.press(1)) == "too_early"
    assert desk.view().opens_at == desk.asked.opens_at
    desk.now += 1
    assert desk.refused(desk.press(1)) == ""


def test_early_buzz_leaves_the_others_the_whole_clock() -> None:
    desk = reading(again=True)
    desk.now = desk.asked.show_at + 2_000
    desk.do(desk.press(1))
    assert desk.asked.left_ms == 15_000
    desk.expire()
    assert (desk.asked.run_ms, desk.asked.left_ms) == (2_000, 15_000)
    desk.judge(1, right=False)
    desk.act(c.Resume(0))
    assert desk.asked.deadline == desk.now + 15_000


def test_buzz_just_before_the_clock_leaves_the_whole_clock() -> None:
    desk = reading()
    desk.now += 5_000
    desk.advance()
    desk.do(desk.press(1))
    assert (desk.asked.opens_at - desk.now, desk.asked.left_ms) == (250, 15_000)


@pytest.mark.parametrize("early", [True, False])
def test_clock_that_starts_at_once_is_buzzed_from_the_showing(early: bool) -> None:
    desk = clock(clock="at_once", early=early)
    desk.now = desk.asked.show_at - 1
    assert desk.refused(desk.press(1)) == "too_early"
    desk.buzz(1, after_ms=0)
    assert (desk.asked.show_at, desk.asked.left_ms) == (desk.now, 15_000)


def test_buzz_counts_at_the_deadline_and_not_a_millisecond_later() -> None:
    desk = clock()
    desk.now = desk.asked.deadline
    assert desk.refused(desk.press(1)) == ""
    desk.now += 1
    assert desk.refused(desk.press(1, credit_ms=150)) == "too_late"


def drawn(desk: Desk) -> None:
    desk.act(c.Skip(0))
    desk.until("show")


def paused(desk: Desk) -> None:
    desk.act(c.Pause(0))


def given(desk: Desk) -> None:
    desk.turn(1)


def judged(desk: Desk) -> None:
    desk.turn(1)
    desk.judge(1, right=False)


def revealed(desk: Desk) -> None:
    judged(desk)
    desk.advance()


@pytest.mark.parametrize(
    ("way", "code"),
    [
        (drawn, "too_early"),
        (paused, "not_now"),
        (given, "too_late"),
        (judged, "too_late"),
        (revealed, "too_late"),
    ],
)
def test_buzz_is_refused_while_nobody_may(way: Callable[[Desk], None], code: str) -> None:
    desk = clock()
    way(desk)
    assert (desk.refused(desk.press(2)), desk.view().opens_at) == (code, 0)


def test_clock_that_goes_on_takes_buzzes_again() -> None:
    desk = clock()
    paused(desk)
    desk.act(c.Resume(0))
    assert desk.refused(desk.press(2)) == ""


@pytest.mark.parametrize("ordinal", [0, 2])
def test_buzz_at_another_question_is_too_late(ordinal: int) -> None:
    desk = clock()
    assert desk.refused(replace(desk.press(1), ordinal=ordinal)) == "too_late"
    desk.act(c.Skip(0))
    assert desk.refused(Buzz(1, MAIN, 1)) == "too_late"


def test_second_buzz_of_the_same_contestant_changes_nothing() -> None:
    desk = clock()
    desk.buzz(1)
    assert desk.refused(desk.press(1)) == "no_change"


def test_buzz_outside_a_buzzer_round_is_refused() -> None:
    table = Table(plan(), 1)
    assert table.refused(Buzz(1, MAIN, 1)) == "too_late"
    table.open()
    assert table.refused(Buzz(1, MAIN, 1)) == "not_now"


# Whose buzz was first.


def test_slow_line_that_was_pressed_earlier_wins() -> None:
    desk = clock()
    desk.buzz(1, after_ms=1_000)
    desk.buzz(2, after_ms=1_090, credit_ms=100)
    assert desk.events[-1] == Buzzed(2, desk.now, 990, 100)
    desk.expire()
    assert buzzer(desk.asked).turns[-1].numbers == (2,)
    assert [buzzer_seat(desk.contest, number).behind_ms for number in (1, 2, 3)] == [10, 0, -1]


def test_credit_is_capped_by_the_plan() -> None:
    desk = clock(credit_ms=100)
    desk.buzz(1, after_ms=1_000)
    desk.buzz(2, after_ms=1_100, credit_ms=900)
    assert desk.events[-1] == Buzzed(2, desk.now, 1_000, 100)
    desk.expire()
    assert buzzer(desk.asked).turns[-1].numbers == (1, 2)


def test_credit_never_makes_a_time_negative() -> None:
    desk = clock(early=False)
    desk.buzz(1, after_ms=40, credit_ms=150)
    assert desk.events[-1] == BuzzOpened(1, desk.now, 0, 40, desk.now + 150, 14_960)


def test_credit_does_not_reach_before_a_pause() -> None:
    desk = clock(early=False)
    desk.now += 2_000
    desk.act(c.Pause(0))
    desk.now += 60_000
    desk.act(c.Resume(0))
    desk.buzz(1, after_ms=30, credit_ms=150)
    assert [buzz.took_ms for buzz in buzzer(desk.asked).buzzes.values()] == [2_000]


@pytest.mark.parametrize(("after_ms", "code"), [(150, ""), (151, "too_late")])
def test_slower_lines_count_as_long_as_the_largest_credit(after_ms: int, code: str) -> None:
    desk = clock()
    desk.buzz(1)
    desk.now += after_ms
    assert desk.refused(desk.press(2)) == code


def test_without_credit_the_first_received_has_the_turn_at_once() -> None:
    desk = clock(credit_ms=0)
    desk.buzz(1, credit_ms=80)
    assert (desk.asked.deadline, desk.refused(c.LockExpired())) == (desk.now, "")
    desk.now += 1
    assert desk.refused(desk.press(2, credit_ms=80)) == "too_late"


def test_turn_is_not_given_before_slower_lines_had_their_time() -> None:
    desk = clock()
    desk.buzz(1)
    desk.now = desk.asked.deadline - 1
    assert desk.refused(c.LockExpired()) == "not_now"
    desk.now += 1
    assert desk.refused(c.LockExpired()) == ""


def test_equal_times_share_the_turn() -> None:
    desk = clock()
    desk.buzz(3, after_ms=1_000)
    desk.buzz(1, after_ms=1_060, credit_ms=60)
    desk.buzz(2, after_ms=1_061, credit_ms=60)
    desk.expire()
    assert buzzer(desk.asked).turns[-1].numbers == (1, 3)
    assert [buzzer_seat(desk.contest, number).behind_ms for number in (1, 2, 3)] == [0, 1, 0]


def test_how_far_behind_waits_for_the_turn() -> None:
    desk = clock()
    desk.buzz(1)
    desk.buzz(2, after_ms=1_020)
    assert [buzzer_seat(desk.contest, number).behind_ms for number in (1, 2)] == [-1, -1]


def test_host_sees_the_order_of_the_buzzes_and_whose_the_turn_is() -> None:
    desk = clock(again=True)
    desk.buzz(1)
    desk.buzz(2, after_ms=1_090, credit_ms=100)
    desk.expire()
    first = BuzzRow(2, "Thí sinh 2", "Đỏ", 0, True, None)
    second = BuzzRow(1, "Thí sinh 1", "Vàng", 10, False, None)
    assert buzzer_host(desk.contest).buzzes == (first, second)
    desk.judge(2, right=True)
    told = buzzer_host(desk.contest).buzzes
    assert told == (replace(first, right=True), second)


def test_everybody_sees_who_has_the_turn_since_when() -> None:
    desk = clock()
    waiting = BuzzerView("", desk.asked.show_at, 0, False, (), (), ())
    assert desk.view() == waiting
    desk.buzz(1)
    assert desk.view() == replace(waiting, phase="buzzed")
    desk.expire()
    holder = (Person(1, "Thí sinh 1", "Vàng"),)
    assert desk.view() == BuzzerView("answering", 0, desk.now, True, holder, (), ())
    desk.judge(1, right=False)
    assert desk.view() == BuzzerView("", 0, 0, True, holder, (), ())
    desk.advance()
    assert desk.view() == BuzzerView("", 0, 0, False, (), holder, ())


# Who may buzz.


def test_contestant_sent_off_the_floor_cannot_buzz() -> None:
    desk = clock()
    desk.act(c.Eliminate(0, 2, "nhắc bài"))
    assert (desk.refused(desk.press(2)), desk.may_buzz()) == ("not_on_floor", [1, 3, 4])


def test_newcomer_and_spectator_cannot_buzz() -> None:
    desk = clock()
    desk.do(c.Join("Muộn", "Đỏ"))
    assert (desk.refused(desk.press(5)), desk.may_buzz()) == ("not_on_floor", [1, 2, 3, 4])
    assert desk.refused(desk.press(99)) == "not_on_floor"
    desk.act(c.Skip(0))
    desk.open()
    assert desk.refused(desk.press(5)) == "not_on_floor"


def test_who_was_sent_away_after_buzzing_gets_no_turn() -> None:
    desk = clock()
    desk.buzz(1)
    desk.buzz(2, after_ms=1_010)
    desk.act(c.Eliminate(0, 1, "nhắc bài"))
    desk.expire()
    assert buzzer(desk.asked).turns[-1].numbers == (2,)


def test_clock_stands_when_all_who_buzzed_were_sent_away() -> None:
    desk = clock()
    desk.buzz(1)
    desk.act(c.Eliminate(0, 1, "nhắc bài"))
    desk.expire()
    assert desk.events[-1] == TurnEnded(desk.now, Then.PAUSED)
    assert (buzzer(desk.asked).buzzes.get(1), desk.asked.left_ms) == (None, 14_000)
    desk.act(c.Undo(0))
    assert (life(desk.asked), desk.asked.left_ms) == (Life.PAUSED, 14_000)
    desk.act(c.Resume(0))
    desk.turn(3)
    assert desk.holders() == [3]


def test_who_had_a_turn_cannot_buzz_again() -> None:
    desk = answering(again=True)
    desk.judge(1, right=False)
    desk.act(c.Resume(0))
    assert (desk.refused(desk.press(1)), desk.may_buzz()) == ("not_on_floor", [2, 3, 4])
    assert desk.refused(desk.press(2)) == ""


def test_buzz_that_an_undo_threw_away_counts_no_more() -> None:
    """The first stopped the clock, which can be taken back; the second goes with it."""
    desk = clock()
    desk.buzz(1)
    desk.buzz(2, 1_010)
    made = desk.contest.version
    presses = [desk.press(number) for number in (1, 2)]

    def count() -> list[bool]:
        return [ENGINE.still_counts(desk.contest, press, made, 0) for press in presses]

    assert count() == [True, True]
    desk.expire()
    assert count() == [True, True]
    while buzzer(desk.asked).buzzes:
        desk.act(c.Undo(0))
    assert count() == [False, False]


def test_buzz_before_a_missed_turn_keeps_its_receipt() -> None:
    """It is over for all who pressed, and was: a repeat is no press for the second chance."""
    desk = clock(again=True)
    desk.buzz(1)
    desk.buzz(2, 1_010)
    made, press = desk.contest.version, desk.press(2)
    desk.expire()
    desk.judge(1, right=False)
    assert not buzzer(desk.asked).buzzes
    assert ENGINE.still_counts(desk.contest, press, made, 0)
