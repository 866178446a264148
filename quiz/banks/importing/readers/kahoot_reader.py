"""Kahoot's spreadsheet template: one choice of up to four answers, with a time limit."""

import re

from quiz.banks.importing.draft import DraftQuestion, Imported
from quiz.banks.importing.readers.template import (
    TemplateCells,
    keyed,
    options_in,
    read_template,
    with_seconds,
)

MOST_ANSWERS = 4
NAMES = {
    "question": re.compile(r"question(?:\s*[-–—]\s*max.*)?$", re.IGNORECASE),
    "correct": re.compile(r"correct answer", re.IGNORECASE),
    "time": re.compile(r"time limit", re.IGNORECASE),
} | {
    f"answer {number}": re.compile(rf"answer {number}\b", re.IGNORECASE)
    for number in range(1, MOST_ANSWERS + 1)
}
NEEDED = ("question", "answer 1", "answer 2", "correct", "time")


def read_kahoot(data: bytes, name: str) -> Imported:
    """The questions of a Kahoot spreadsheet; raises UnreadableFile."""
    return read_template(data, NAMES, NEEDED, draft_of)


def draft_of(cells: TemplateCells, place: str) -> DraftQuestion:
    """One row; several correct answers may mean any or all of them, so they are a doubt."""
    options = options_in(cells, "answer", MOST_ANSWERS)
    draft = DraftQuestion(place, cells["question"], options=tuple(options.values()))
    draft = with_seconds(draft, cells["time"])
    return keyed(draft, cells["correct"], options, several=None)
