"""Quizizz's spreadsheet template: choices, check boxes and blanks to fill in."""

from quiz.banks.bank import Bank
from quiz.banks.exporting.carrying import Carrier
from quiz.banks.exporting.writers.workbook import workbook
from quiz.core.nouns.model import Kind, Question

MOST_OPTIONS = 5
TYPES = {
    Kind.ONE: "Multiple Choice",
    Kind.TRUE_FALSE: "Multiple Choice",
    Kind.SEVERAL: "Checkbox",
    Kind.TEXT: "Fill-in-the-Blank",
}
CARRIER = Carrier(
    kinds=frozenset(TYPES),
    fields=frozenset(("seconds", "explanation")),
    most_options=MOST_OPTIONS,
)
HEADER = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in range(1, MOST_OPTIONS + 1)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)


def write_quizizz(bank: Bank) -> bytes:
    """The bank's questions, which must all be ones that the format carries."""
    return workbook("Sheet1", [HEADER, *map(row, bank.questions)], header=1)


def row(question: Question) -> list[str]:
    """One question."""
    typed = question.kind is Kind.TEXT
    options = [*map(str, question.key)] if typed else [*question.options]
    right = [] if typed else [str(int(position) + 1) for position in question.key[0]]
    return [
        question.text,
        TYPES[question.kind],
        *options,
        *[""] * (MOST_OPTIONS - len(options)),
        ",".join(right),
        str(question.seconds or ""),
        "",
        question.explanation,
    ]
