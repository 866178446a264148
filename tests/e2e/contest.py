"""The contests that the end-to-end tests play."""

from typing import Any

from quiz.core.nouns.model import Kind, Plan, Question, Round, teams_named

WORDS = ("một", "hai", "ba", "bốn")
TEAMS = ("Tổ 1", "Tổ 2", "Tổ 3", "Tổ 4")


def question(place: int) -> Question:
    return Question(
        id=f"q{place}",
        kind=Kind.ONE,
        text=f"Câu hỏi số {place} hỏi điều gì?",
        key=((place % 4,),),
        options=tuple(f"Phương án {word} của câu {place}" for word in WORDS),
        explanation=f"Giải thích bí mật số {place}",
        citation="Điều 1",
    )


def golden_bell(questions: int = 10, **settings: Any) -> Plan:
    """A Golden Bell of so many questions, with one rescue when fewer than 40 are left."""
    rules = {
        "seconds": 30,
        "rescues": [{"how_many": "all"}],
        "rescue_below": 40,
        "rescue_until": questions - 1,
        "reserve_count": 3,
    }
    return Plan(
        title="Rung chuông vàng thử máy",
        rounds=(
            Round(
                name="Rung chuông vàng",
                format="golden_bell",
                questions=tuple(question(place) for place in range(1, questions + 1)),
                reserve=tuple(question(place) for place in range(101, 104)),
                settings={**rules, **settings},
            ),
        ),
        teams=teams_named(TEAMS),
        seed="thu-may",
    )
