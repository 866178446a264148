"""Quizizz's spreadsheet template: choices, check boxes and blanks to fill in."""

import re
from dataclasses import replace

from quiz.banks.importing.checking import checked, distinct
from quiz.banks.importing.draft import DraftQuestion, Imported
from quiz.banks.importing.readers.template import (
    TemplateCells,
    keyed,
    options_in,
    read_template,
    with_seconds,
)
from quiz.banks.importing.values.key_reading import doubting
from quiz.banks.importing.values.names import plain
from quiz.core.nouns.model import Kind

MOST_OPTIONS = 5
NAMES = {
    "question": re.compile(r"question text", re.IGNORECASE),
    "kind": re.compile(r"question type", re.IGNORECASE),
    "correct": re.compile(r"correct answer", re.IGNORECASE),
    "time": re.compile(r"time in seconds", re.IGNORECASE),
    "picture": re.compile(r"image link", re.IGNORECASE),
    "explanation": re.compile(r"answer explanation", re.IGNORECASE),
} | {
    f"option {number}": re.compile(rf"option {number}\b", re.IGNORECASE)
    for number in range(1, MOST_OPTIONS + 1)
}
NEEDED = ("question", "kind", "option 1", "option 2", "correct")
MANUAL = re.compile(r"text of the question|text for option 1", re.IGNORECASE)
"""What the template's second row says; people leave it in."""


def read_quizizz(data: bytes, name: str) -> Imported:
    """The questions of a Quizizz spreadsheet; raises UnreadableFile."""
    return read_template(data, NAMES, NEEDED, draft_of)


def draft_of(cells: TemplateCells, place: str) -> DraftQuestion | None:
    """One row; None for the template's own row of directions."""
    if MANUAL.match(cells["question"]) or MANUAL.match(cells["option 1"]):
        return None
    options = options_in(cells, "option", MOST_OPTIONS)
    draft = DraftQuestion(
        place,
        cells["question"],
        options=tuple(options.values()),
        explanation=cells.get("explanation", ""),
    )
    draft = with_seconds(draft, cells.get("time", ""))
    if cells.get("picture"):
        draft = doubting(draft, "picture", "picture", cells["picture"])
    kind = plain(cells["kind"])
    if kind in ("multiple choice", "checkbox"):
        several = True if kind == "checkbox" else None
        return keyed(draft, cells["correct"], options, several=several)
    if kind == "fill in the blank":
        texts = distinct(options.values())
        return checked(replace(draft, kind=Kind.TEXT, options=(), key=texts))
    code = "unsupported" if kind else "kind_unknown"
    return checked(doubting(draft, code, "kind", cells["kind"]))
