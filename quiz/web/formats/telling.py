"""What a format tells afterwards, on paper: its acts in words, lines of figures, sheets."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask_babel import gettext

from quiz.core.nouns.model import Pool, Question

TellAct = Callable[[Any, Question], str]
"""An act on a question in words."""
Touch = Callable[[Any], str]
"""An act on a contestant in words."""
SheetCell = str | int | float | bool | None
Sheet = tuple[str, Sequence[str], Iterable[Sequence[SheetCell]]]
"""Title, header and rows of a sheet of the record."""


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A line of what one contestant did at a question; `at` is 0 for one without times (ms).

    `counted` marks the one of several answers that counts, `gone` what was taken back.
    """

    words: str
    note: str = ""
    at: int = 0
    took_ms: int = 0
    credit_ms: int = 0
    counted: bool = False
    gone: bool = False


def mark(holds: bool) -> str:
    """How a table says yes."""
    return "x" if holds else ""


def pool_words(pool: str) -> str:
    """Which kind of question a row is about."""
    said = {
        Pool.MAIN: gettext("Câu chính"),
        Pool.RESERVE: gettext("Câu dự phòng"),
        Pool.AUDIENCE: gettext("Câu cho khán giả"),
    }
    return str(said[Pool(pool)])


def local_time(at: str, *, exact: bool = False) -> str:
    """An ISO time as people write it, 28/07/2026 19:02:03; `exact` to the thousandth."""
    told = datetime.fromisoformat(at)
    thousandths = f".{told.microsecond // 1000:03d}" if exact else ""
    return f"{told:%d/%m/%Y %H:%M:%S}{thousandths}"
