from dataclasses import replace

import msgspec

from quiz.bots.formats.buzzer import PLAYS
from quiz.bots.phone.screen import Screen, Welcome, name_of
from quiz.core.nouns.shapes import MyAnswer, PhoneView, RoundView, SeatNote, SeatView
from quiz.core.nouns.state import Life
from quiz.formats.buzzer.view import BuzzerSeatView, BuzzerView
from tests.bots.standin import BUZZER_ROUND, asking, lobby, question

SEAT = SeatView(1, "An", "", SeatNote.ON_FLOOR, True, 0, None, 0, 0, 0, 0, None, "")

(BUZZ,) = PLAYS.errands
BUZZER = replace(SEAT, may_answer=False, parts={"buzzer": BuzzerSeatView(True, -1)})


def buzzing(opens_at: int, life: Life = Life.SHOWN, phase: str = "") -> PhoneView:
    view = asking(lobby(), 1, life)
    buzzer = BuzzerView(phase, opens_at, 0, False, (), (), ())
    return replace(view, round=BUZZER_ROUND, parts={"buzzer": buzzer})


def seated(screen: Screen, seat: SeatView) -> Screen:
    screen.take("seat", msgspec.json.encode(seat))
    return screen


def welcomed(view: PhoneView, answer: MyAnswer | None = None) -> Screen:
    screen = Screen()
    screen.take("welcome", msgspec.json.encode(Welcome(view, SEAT, answer)))
    return screen


def test_question_is_claimed_once() -> None:
    screen = welcomed(lobby())
    view = asking(lobby(), 1)
    assert screen.take("view", msgspec.json.encode(view)) is True
    assert screen.claim() == (view, question(1))
    assert screen.claim() is None


def test_question_being_read_aloud_is_not_claimed_yet() -> None:
    screen = welcomed(asking(lobby(), 1, Life.SHOWN))
    assert screen.claim() is None


def test_welcome_with_a_recorded_answer_leaves_nothing_to_claim() -> None:
    assert welcomed(asking(lobby(), 1), MyAnswer((0,), 1)).claim() is None


def test_welcome_without_an_answer_lets_it_be_claimed_but_is_no_push() -> None:
    view = asking(lobby(), 1)
    assert welcomed(view).claim() == (view, question(1))


def test_seat_that_left_the_floor_claims_nothing() -> None:
    screen = welcomed(asking(lobby(), 1))
    screen.take("seat", msgspec.json.encode(replace(SEAT, may_answer=False)))
    assert screen.claim() is None


def test_older_view_is_ignored() -> None:
    newer = asking(asking(lobby(), 1), 2)
    screen = welcomed(newer)
    assert screen.take("view", msgspec.json.encode(asking(lobby(), 1))) is False
    assert screen.view == newer


def test_another_device_on_the_seat_is_noticed() -> None:
    screen = welcomed(lobby())
    screen.take("taken_over", b"{}")
    assert screen.taken_over is True


def test_question_of_several_rounds_is_named_with_its_round() -> None:
    view = asking(lobby(), 4)
    assert name_of(view, question(4)) == "main-4"
    assert name_of(replace(view, round=RoundView("V", "points", 2, 3)), question(4)) == "2/main-4"


def test_buzzer_is_claimed_once_for_each_time_that_it_opens() -> None:
    screen = seated(welcomed(buzzing(700)), BUZZER)
    assert (screen.since(BUZZ), screen.claim_errands()) == (700, [(BUZZ, question(1))])
    screen.take("view", msgspec.json.encode(replace(buzzing(700, Life.CLOCK), v=8)))
    assert screen.claim_errands() == []
    screen.take("view", msgspec.json.encode(replace(buzzing(0, Life.PAUSED), v=9)))
    assert screen.claim_errands() == []
    screen.take("view", msgspec.json.encode(replace(buzzing(900, Life.CLOCK), v=10)))
    assert screen.claim_errands() == [(BUZZ, question(1))]


def test_seat_that_may_not_buzz_claims_no_buzzer() -> None:
    screen = seated(
        welcomed(buzzing(700)), replace(BUZZER, parts={"buzzer": BuzzerSeatView(False, -1)})
    )
    assert (screen.since(BUZZ), screen.claim_errands()) == (0, [])


def test_question_for_who_buzzes_is_answered_by_who_has_the_turn() -> None:
    screen = seated(welcomed(buzzing(700, Life.CLOCK)), replace(SEAT, may_answer=True))
    assert screen.claim() is None
    turn = replace(buzzing(0, Life.HELD, "answering"), v=8)
    screen.take("view", msgspec.json.encode(turn))
    claimed = screen.claim()
    assert claimed is not None
    assert (claimed[0].v, claimed[1]) == (turn.v, question(1))
