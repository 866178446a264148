"""Buzzes and turns taken back: nobody keeps a turn that was not, nobody loses the clock."""

import pytest

from quiz.core.nouns import commands as c
from quiz.core.nouns.state import Life
from quiz.formats import ENGINE
from quiz.formats.buzzer.commands import GiveTurn
from quiz.formats.buzzer.part import Phase
from tests.formats.desk import Desk, answering, clock, reading, rules, two_turns
from tests.formats.looking import buzzer
from tests.formats.looking import life as lives


def standing(desk: Desk) -> tuple[Life, int, int, list[int], int]:
    """Life, time left and run (ms), who buzzed, how many turns."""
    asked = desk.asked
    return (
        asked.life,
        asked.left_ms,
        asked.run_ms,
        list(buzzer(asked).buzzes),
        len(buzzer(asked).turns),
    )


def test_buzz_taken_back_leaves_the_clock_as_the_buzz_stopped_it() -> None:
    desk = clock()
    desk.buzz(1, after_ms=4_000)
    desk.now += 100
    desk.act(c.Undo(0))
    assert standing(desk) == (Life.PAUSED, 11_000, 4_000, [], 0)
    desk.act(c.Resume(0))
    desk.turn(1, after_ms=500)
    assert (desk.holders(), buzzer(desk.asked).turns[-1].took_ms) == ([1], 4_500)


def test_buzz_taken_back_while_the_question_is_read_leaves_it_being_read() -> None:
    desk = reading()
    desk.now += 3_000
    desk.do(desk.press(1))
    desk.act(c.Undo(0))
    assert standing(desk) == (Life.SHOWN, 0, 0, [], 0)
    assert (desk.step(), desk.refused(desk.press(1))) == ("start_clock", "")


def test_turn_taken_back_leaves_the_clock_as_the_buzz_stopped_it() -> None:
    desk = clock()
    desk.buzz(1, after_ms=4_000)
    desk.buzz(2, after_ms=4_050)
    desk.expire()
    desk.now += 60_000
    desk.act(c.Undo(0))
    assert standing(desk) == (Life.PAUSED, 11_000, 4_000, [], 0)
    assert (desk.may_buzz(), ENGINE.due_at(desk.contest)) == ([1, 2, 3, 4], None)
    desk.act(c.Resume(0))
    desk.turn(1, after_ms=200)
    assert buzzer(desk.asked).turns[-1].took_ms == 4_200


def test_turn_and_buzz_taken_back_leave_the_clock_as_the_buzz_stopped_it() -> None:
    desk = clock()
    desk.buzz(1, after_ms=4_000)
    desk.expire()
    desk.now += 60_000
    desk.act(c.Undo(0))
    desk.act(c.Undo(0))
    assert standing(desk) == (Life.PAUSED, 11_000, 4_000, [], 0)


def test_turn_given_by_hand_is_taken_back() -> None:
    desk = clock()
    desk.now += 4_000
    desk.act(GiveTurn(0, 3))
    desk.now += 60_000
    desk.act(c.Undo(0))
    assert standing(desk) == (Life.PAUSED, 11_000, 4_000, [], 0)
    desk.act(GiveTurn(0, 2))
    desk.act(c.Undo(0))
    assert standing(desk) == (Life.PAUSED, 11_000, 4_000, [], 0)


def test_turn_given_by_hand_over_a_buzz_is_taken_back() -> None:
    desk = clock()
    desk.buzz(1, after_ms=4_000)
    desk.act(GiveTurn(0, 3))
    desk.act(c.Undo(0))
    assert standing(desk) == (Life.PAUSED, 11_000, 4_000, [], 0)


@pytest.mark.parametrize("again", [True, False])
def test_verdict_taken_back_is_asked_for_again(again: bool) -> None:
    desk = answering(again=again)
    desk.judge(1, right=False)
    desk.now += 60_000
    desk.act(c.Undo(0))
    assert (lives(desk.asked), desk.step(), desk.holders()) == (Phase.ANSWERING, "judge", [1])
    assert desk.view().missed == ()
    desk.judge(1, right=True)
    desk.finish()
    assert desk.points() == [10, 0, 0, 0]


@pytest.mark.parametrize("again", [True, False])
def test_end_of_a_turn_on_the_phone_taken_back_takes_the_turn_back_whole(again: bool) -> None:
    desk = answering(again=again, aloud=False)
    desk.do(desk.say(1, right=False))
    desk.expire()
    desk.act(c.Undo(0))
    assert standing(desk) == (Life.PAUSED, 14_000, 1_000, [], 0)
    assert (list(desk.asked.answers), desk.may_buzz()) == ([], [1, 2, 3, 4])
    desk.act(c.Resume(0))
    desk.turn(1)
    desk.do(desk.say(1))
    desk.expire()
    desk.finish()
    assert desk.points() == [10, 0, 0, 0]


def test_second_turn_taken_back_keeps_the_first() -> None:
    desk = two_turns()
    desk.act(c.Undo(0))
    assert ([turn.numbers for turn in buzzer(desk.asked).turns], buzzer(desk.asked).missed) == (
        [(1,)],
        1,
    )
    assert (list(desk.asked.answers), desk.may_buzz()) == ([1], [2, 3, 4])
    desk.act(c.CloseNow(0))
    desk.finish()
    assert desk.points() == [-5, 0, 0, 0]


def test_mute_taken_back_keeps_the_buzzes_that_came_meanwhile() -> None:
    desk = clock()
    desk.buzz(1)
    desk.act(c.Mute(0, True))
    desk.buzz(2, after_ms=1_040, credit_ms=60)
    desk.act(c.Undo(0))
    assert (desk.contest.muted, list(buzzer(desk.asked).buzzes)) == (False, [1, 2])
    desk.expire()
    assert desk.holders() == [2]


def test_mute_taken_back_keeps_a_turn_and_what_was_answered_in_it() -> None:
    desk = answering(aloud=False)
    desk.act(c.Mute(0, True))
    desk.do(desk.say(1))
    desk.act(c.Undo(0))
    assert (lives(desk.asked), list(desk.asked.answers)) == (Phase.ANSWERING, [1])


def test_time_added_to_a_turn_and_taken_back_takes_the_turn_back() -> None:
    desk = answering(aloud=False)
    desk.act(c.AddTime(0, 10_000))
    desk.act(c.Undo(0))
    assert standing(desk) == (Life.PAUSED, 14_000, 1_000, [], 0)


@pytest.mark.parametrize(("aloud", "life"), [(True, Phase.ANSWERING), (False, Life.PAUSED)])
def test_skip_during_a_turn_is_taken_back(aloud: bool, life: Life | Phase) -> None:
    desk = answering(aloud=aloud)
    desk.act(c.Skip(0))
    desk.act(c.Undo(0))
    assert lives(desk.asked) == life
    assert len(buzzer(desk.asked).turns) == (1 if aloud else 0)


def test_skip_between_buzz_and_turn_is_taken_back_to_a_standing_clock() -> None:
    desk = clock()
    desk.buzz(1, after_ms=4_000)
    desk.act(c.Skip(0))
    desk.act(c.Undo(0))
    assert standing(desk) == (Life.PAUSED, 11_000, 4_000, [], 0)


def test_everything_can_be_taken_back_to_the_lobby() -> None:
    desk = answering(again=True)
    desk.judge(1, right=False)
    desk.act(c.Resume(0))
    desk.turn(2)
    desk.judge(2, right=True)
    desk.finish()
    while desk.contest.before is not None:
        desk.act(c.Undo(0))
    assert (desk.contest.stage, desk.contest.plays) == ("lobby", ())


def test_turn_taken_back_after_its_answer_takes_the_answer_with_it() -> None:
    desk = Desk(rules(aloud=False))
    desk.until("close")
    desk.turn(1)
    desk.do(desk.say(1))
    desk.act(c.Undo(0))
    assert (standing(desk)[4], list(desk.asked.answers)) == (0, [])
    desk.act(c.Resume(0))
    desk.turn(1)
    assert desk.refused(desk.say(1)) == ""
