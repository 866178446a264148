"""The contests that are pictured, out of the bundled banks."""

from dataclasses import replace
from functools import cache

from quiz.banks.files.bank_reader import load_banks
from quiz.cli.demo_contest import BANKS, TEAMS
from quiz.core.nouns.model import Kind, Plan, Question, Round, Team, teams_named

RUN_OF_KINDS = (
    Kind.ONE, Kind.SEVERAL, Kind.TEXT, Kind.NUMBER, Kind.ORDER, Kind.TRUE_FALSE, Kind.ONE, Kind.ONE,
)  # fmt: skip
SECONDS, HURRY_S = 30, 8
LONG_TITLE = (
    "Hội thi Rung chuông vàng tìm hiểu Điều lệ Công đoàn Việt Nam chào mừng"
    " kỷ niệm 97 năm Ngày thành lập 28/7/1929 – 2026"
)
LONG_NAMES = "Nguyễn Thị Hoàng Phương Ánh", "Ẩn Ỗi Ẫm Tôn Nữ Quỳnh Hương Giáng Tuyết"
LONG_TEAMS = (
    "Công đoàn Viên chức Sở Nông nghiệp và Môi trường",
    "Công đoàn Trường Trung học phổ thông chuyên Nguyễn Ẩn Ỗi",
    "Công đoàn Trung tâm Kiểm soát bệnh tật và Dân số",
    "Công đoàn Ban Quản lý các Khu công nghiệp và Khu kinh tế",
)
LONG_UNIT = "Liên đoàn Lao động huyện Bảo Yên và các xã vùng cao"
SPAN_MS = 6_000
"""So long a picture of the span after the first bell may take."""


@cache
def bundled() -> tuple[Question, ...]:
    """All bundled questions, in the order of their banks."""
    banks, _problems = load_banks(BANKS)
    return tuple(question for bank in banks for question in bank.questions)


def of_kind(kind: Kind) -> list[Question]:
    """All bundled questions of one kind."""
    return [question for question in bundled() if question.kind is kind]


def one_of_each() -> tuple[Question, ...]:
    """The questions of the evening: every kind once, the true/false one in a hurry."""
    pools = {kind: iter(of_kind(kind)) for kind in Kind}
    drawn = [next(pools[kind]) for kind in RUN_OF_KINDS]
    longest = max(of_kind(Kind.ONE), key=lambda question: len(question.text))
    return tuple(
        replace(longest if place == 6 else question, seconds=seconds_of(question))
        for place, question in enumerate(drawn)
    )


def seconds_of(question: Question) -> int:
    """Enough to take pictures, but for one that runs out."""
    return HURRY_S if question.kind is Kind.TRUE_FALSE else SECONDS


def evening() -> Plan:
    """A Golden Bell with a question of every kind, one rescue and a question for the audience."""
    others = of_kind(Kind.ONE)[10:14]
    return Plan(
        title="Rung chuông vàng: Tìm hiểu Điều lệ Công đoàn",
        rounds=(
            Round(
                name="Rung chuông vàng",
                format="golden_bell",
                questions=one_of_each(),
                reserve=tuple(others[:2]),
                audience=tuple(others[2:]),
                settings={"seconds": SECONDS, "rescues": [{"how_many": "all"}]},
            ),
        ),
        teams=teams_named(TEAMS),
        seed="album",
    )


def silent() -> Plan:
    """A Golden Bell of one question, whose bell stays silent when nobody knows it."""
    return short("Rung chuông vàng: câu cuối cùng", "golden_bell", 1)


def points() -> Plan:
    """Two questions for points: nobody leaves."""
    return short("Tích điểm: Tìm hiểu Điều lệ Công đoàn", "points", 2)


def buzzers() -> Plan:
    """Two buzzer rounds of one question: answered aloud with a second try, and on the phone."""
    questions = of_kind(Kind.ONE)[22:24]
    settings = {"seconds": SECONDS, "answer_seconds": SECONDS}
    ways = {"again": True}, {"aloud": False, "early": False}
    rounds = tuple(
        Round(name=name, format="buzzer", questions=(question,), settings={**settings, **way})
        for name, question, way in zip(("Khởi động", "Bấm chuông"), questions, ways, strict=True)
    )
    title = "Khởi động bấm chuông: Tìm hiểu Điều lệ Công đoàn"
    return Plan(
        title=title, rounds=rounds, teams=teams_named(TEAMS), credit_ms=SPAN_MS, seed="album"
    )


def long() -> Plan:
    """A Golden Bell in which every title, name, question and option is as long as they get."""
    long_ones = sorted(of_kind(Kind.ONE), key=lambda question: -shown_length(question))[:4]
    settings = {"seconds": SECONDS, "rescues": []}
    round_ = Round(
        name="Phần thi thứ nhất: Rung chuông vàng dành cho các công đoàn cơ sở",
        format="golden_bell",
        questions=tuple(replace(question, seconds=SECONDS) for question in long_ones),
        settings=settings,
    )
    teams = tuple(Team(name, unit=LONG_UNIT) for name in LONG_TEAMS)
    return Plan(title=LONG_TITLE, rounds=(round_,), teams=teams, seed="album")


def shown_length(question: Question) -> int:
    """How many letters of it a screen has to hold."""
    return len(question.text) + 2 * sum(map(len, question.options))


def short(title: str, format_: str, count: int) -> Plan:
    """A contest of one round with so many questions."""
    questions = of_kind(Kind.ONE)[20 : 20 + count]
    settings = {"seconds": SECONDS}
    round_ = Round(name="Phần thi", format=format_, questions=tuple(questions), settings=settings)
    return Plan(title=title, rounds=(round_,), teams=teams_named(TEAMS), seed="album")
