"""When a server is killed, and the contest in which all these moments come."""

from collections import Counter
from enum import StrEnum

from quiz.core.model import Kind, Plan, Question, Round, teams_named

QUESTIONS, SECONDS = 4, 20
BUZZERS, SETTLES_MS = 2, 400


class Moment(StrEnum):
    """Where the contest is when the server dies; the instant within it is left to luck."""

    JOINING = "joining"
    ANSWERING = "answering"
    LOCKED = "locked"
    REVEAL = "reveal"
    RESCUE = "rescue"
    MIGRATION = "migration"
    BUZZED = "buzzed"
    TURN = "turn"


WORDS = {
    Moment.JOINING: "đang vào thi",
    Moment.ANSWERING: "đang trả lời",
    Moment.LOCKED: "đã khóa, chưa công bố",
    Moment.REVEAL: "đang công bố",
    Moment.RESCUE: "đang cứu trợ",
    Moment.MIGRATION: "đang nâng cấp dữ liệu",
    Moment.BUZZED: "vừa bấm chuông, chưa định ai trả lời",
    Moment.TURN: "người bấm đầu đang trả lời",
}
ANSWER_WITHIN_S = 0.5
# These are struck while an act is carried out, most of them in its first milliseconds.
PRESSED = (Moment.LOCKED, Moment.REVEAL, Moment.RESCUE)
# How long after its beginning each moment may be struck (s).
WINDOWS_S = {
    Moment.JOINING: 0.8,
    Moment.ANSWERING: 0.3 + ANSWER_WITHIN_S,
    Moment.LOCKED: 0.3,
    Moment.REVEAL: 0.1,
    Moment.RESCUE: 0.1,
    Moment.MIGRATION: 0.15,
    Moment.BUZZED: SETTLES_MS / 1000,
    Moment.TURN: ANSWER_WITHIN_S,
}
EVENING = (
    Moment.ANSWERING,
    Moment.RESCUE,
    Moment.JOINING,
    Moment.MIGRATION,
    Moment.REVEAL,
    Moment.LOCKED,
    Moment.BUZZED,
    Moment.TURN,
    Moment.ANSWERING,
    Moment.LOCKED,
    Moment.REVEAL,
    Moment.ANSWERING,
    Moment.RESCUE,
    Moment.ANSWERING,
)
"""The kills of a full evening, the first ones for a short drill."""


def evening(kills: int) -> Counter[Moment]:
    """The kills of the next evening when so many are still to come."""
    return Counter(EVENING[:kills])


def plan() -> Plan:
    """A Golden Bell, and two questions for who buzzes first."""
    rounds = (_golden_bell(), _buzzers())
    teams = teams_named(("Tổ 1", "Tổ 2"))
    return Plan("Diễn tập mất điện", rounds, teams, credit_ms=SETTLES_MS, seed="mat-dien")


def _golden_bell() -> Round:
    """Everybody is brought back after each question, for robots only guess."""
    questions = tuple(_question(place) for place in range(1, QUESTIONS + 4))
    settings = {
        "seconds": SECONDS,
        "rescues": [{"how_many": "all"}] * (QUESTIONS - 1),
        "rescue_below": 100_000,
        "rescue_until": QUESTIONS - 1,
        "reserve_count": 1,
    }
    main, reserve = questions[:QUESTIONS], questions[QUESTIONS:]
    return Round("Rung chuông vàng", "golden_bell", main, reserve, settings=settings)


def _buzzers() -> Round:
    """Answered on the phone, so that a turn goes on while nobody at the desk does anything."""
    questions = tuple(_question(place) for place in range(101, 101 + BUZZERS))
    settings = {"seconds": SECONDS, "answer_seconds": SECONDS, "aloud": False, "early": False}
    return Round("Bấm chuông", "buzzer", questions, settings=settings)


def _question(place: int) -> Question:
    options = tuple(f"Phương án {letter} của câu {place}" for letter in "ABCD")
    text = f"Câu diễn tập số {place} hỏi điều gì?"
    return Question(f"q{place}", Kind.ONE, text, ((place % 4,),), options)
