"""What a format tells afterwards, on paper: its acts in words, lines of figures, sheets."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from quiz.core.nouns.model import Question

TellAct = Callable[[Any, Question], str]
"""An act on a question in words."""
Touch = Callable[[Any], str]
"""An act on a contestant in words."""
SheetCell = str | int | bool | None
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
