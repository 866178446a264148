"""Months between uses, and which questions a rule leaves out."""

from datetime import datetime

import pytest

from quiz.service.afterwards.usage import Use
from quiz.web.new_contest.draw.avoiding import avoided, full_months, months_since


def at(year: int, month: int, day: int) -> int:
    """Noon of a day on this machine's calendar (ms)."""
    return int(datetime(year, month, day, 12).timestamp() * 1000)  # noqa: DTZ001


NOW = at(2026, 7, 28)
USES = {
    "old": (Use("a", "A", at(2024, 7, 28), asked=True),),
    "twice": (
        Use("b", "B", at(2026, 6, 1), asked=True),
        Use("a", "A", at(2024, 1, 1), asked=True),
    ),
    "waits": (Use("c", "C", at(2020, 1, 1), asked=False, waiting=True),),
    "drawn only": (Use("d", "D", at(2026, 7, 1), asked=False),),
}
IDS = (*USES, "never")


@pytest.mark.parametrize(
    ("then", "months"),
    [
        (at(2026, 7, 28), 0),
        (at(2026, 6, 29), 0),
        (at(2026, 6, 28), 1),
        (at(2025, 8, 1), 11),
        (at(2025, 7, 28), 12),
        (at(2026, 8, 1), 0),
    ],
)
def test_full_months(then: int, months: int) -> None:
    assert full_months(then, NOW) == months


def test_months_since_the_latest_use() -> None:
    ages = {id: months_since(USES.get(id, ()), NOW) for id in IDS}  # noqa: A001
    assert ages == {"old": 24, "twice": 1, "waits": 0, "drawn only": None, "never": None}


@pytest.mark.parametrize(
    ("rule", "months", "expected"),
    [
        ("any", 12, ()),
        ("ever", 1, ("old", "twice", "waits")),
        ("recent", 24, ("twice", "waits")),
        ("recent", 25, ("old", "twice", "waits")),
        ("recent", 1, ("waits",)),
    ],
)
def test_avoided(rule: str, months: int, expected: tuple[str, ...]) -> None:
    assert avoided(rule, months, IDS, USES, NOW) == expected
