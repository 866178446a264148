"""The contest in which all moments of a drill come, and its kills."""

from collections import Counter

from quiz.core.nouns.model import Kind, Plan, Prize, Question, Round, teams_named
from quiz.drill.moments import SETTLES_MS, Moment

QUESTIONS, SECONDS, BUZZERS = 4, 20, 2
WORDS = {
    Moment.JOINING: "đang vào thi",
    Moment.ANSWERING: "đang trả lời",
    Moment.LOCKED: "đã khóa, chưa công bố",
    Moment.REVEAL: "đang công bố",
    Moment.OWN_STEP: "đang cứu trợ",
    Moment.MIGRATION: "đang nâng cấp dữ liệu",
    Moment.SETTLING: "vừa bấm chuông, chưa định ai trả lời",
    Moment.IN_TURN: "người bấm đầu đang trả lời",
    Moment.SPOKEN: "người bấm đầu đang trả lời miệng",
    Moment.CHOOSING: "đang chọn người được cứu",
    Moment.CORRECTING: "đang sửa đáp án, sửa chấm, hủy câu",
    Moment.UNDOING: "đang hoàn tác",
    Moment.ASKING_AGAIN: "đang rút lại câu để hỏi lại",
    Moment.CEREMONY: "đang trao giải",
}
"""What each moment is in this contest."""
EVENING = (
    Moment.ANSWERING,
    Moment.OWN_STEP,
    Moment.JOINING,
    Moment.MIGRATION,
    Moment.REVEAL,
    Moment.LOCKED,
    Moment.SETTLING,
    Moment.IN_TURN,
    Moment.SPOKEN,
    Moment.CHOOSING,
    Moment.CORRECTING,
    Moment.UNDOING,
    Moment.ASKING_AGAIN,
    Moment.CEREMONY,
    Moment.ANSWERING,
    Moment.LOCKED,
    Moment.REVEAL,
    Moment.CORRECTING,
    Moment.UNDOING,
    Moment.ASKING_AGAIN,
    Moment.SPOKEN,
    Moment.CHOOSING,
    Moment.ANSWERING,
    Moment.OWN_STEP,
    Moment.CORRECTING,
    Moment.CEREMONY,
    Moment.ANSWERING,
)
"""The kills of a full evening, the first ones for a short drill."""


def evening(kills: int) -> Counter[Moment]:
    """The kills of the next evening when so many are still to come."""
    return Counter(EVENING[:kills])


def plan() -> Plan:
    """A Golden Bell, and questions for who buzzes first: on the phone, then aloud; prizes."""
    rounds = (_golden_bell(), _buzzers(101, aloud=False), _buzzers(201, aloud=True))
    prizes = (Prize("Giải Nhất", 1), Prize("Giải Nhì", 2), Prize("Giải Ba", 3))
    teams = teams_named(("Tổ 1", "Tổ 2"))
    return Plan(
        "Diễn tập mất điện", rounds, teams, prizes=prizes, credit_ms=SETTLES_MS, seed="mat-dien"
    )


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


def _buzzers(first: int, *, aloud: bool) -> Round:
    """On the phone a turn goes on while nobody at the desk does anything; aloud the host judges."""
    questions = tuple(_question(place) for place in range(first, first + BUZZERS))
    settings = {"seconds": SECONDS, "answer_seconds": SECONDS, "aloud": aloud, "early": False}
    name = "Trả lời miệng" if aloud else "Bấm chuông"
    return Round(name, "buzzer", questions, settings=settings)


def _question(place: int) -> Question:
    options = tuple(f"Phương án {letter} của câu {place}" for letter in "ABCD")
    text = f"Câu diễn tập số {place} hỏi điều gì?"
    return Question(f"q{place}", Kind.ONE, text, ((place % 4,),), options)
