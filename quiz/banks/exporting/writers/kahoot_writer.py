"""Kahoot's spreadsheet template: one choice of up to four answers."""

from quiz.banks.bank import Bank
from quiz.banks.exporting.carrying import Carrier
from quiz.banks.exporting.writers.workbook import workbook
from quiz.core.nouns.model import Kind, Question

MOST_ANSWERS = 4
TIMES = (5, 10, 20, 30, 60, 90, 120, 240)
CARRIER = Carrier(
    kinds=frozenset((Kind.ONE, Kind.TRUE_FALSE)),
    fields=frozenset(("seconds",)),
    most_options=MOST_ANSWERS,
    longest_text=120,
    longest_option=75,
    seconds=TIMES,
)
HEADER = (
    "",
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, MOST_ANSWERS + 1)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
HEADER_ROW = 8
"""Where Kahoot looks for the header."""


def write_kahoot(bank: Bank) -> bytes:
    """The bank's questions, which must all be ones that the format carries."""
    above = [["", bank.title] if row == 2 else [] for row in range(1, HEADER_ROW)]
    rows = [row(number, question) for number, question in enumerate(bank.questions, start=1)]
    return workbook("Sheet1", [*above, HEADER, *rows], header=HEADER_ROW)


def row(number: int, question: Question) -> list[str]:
    """One question; without a time of its own, the host sets it in Kahoot."""
    empty = [""] * (MOST_ANSWERS - len(question.options))
    right = int(question.key[0][0]) + 1
    seconds = str(question.seconds or "")
    return [str(number), question.text, *question.options, *empty, seconds, str(right)]
