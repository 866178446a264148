"""Names and reasons as they are shown to others: only what can be seen."""

import unicodedata

MOST_MARKS = 2
"""What a letter may carry besides what is one letter with it, as all Vietnamese ones are."""


def clean_text(text: str) -> str:
    """A line in NFC, single spaces between its words, without control or direction marks.

    Marks heaped on one letter, which would be drawn over what stands above, are cut.
    """
    line = " ".join(text.split())
    visible = "".join(
        char for char in line if unicodedata.category(char)[0] not in "CZ" or char == " "
    )
    return " ".join(_unheaped(unicodedata.normalize("NFC", visible)).split())


def _unheaped(text: str) -> str:
    kept: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.category(char).startswith("M") else 0
        if marks <= MOST_MARKS:
            kept.append(char)
    return "".join(kept)
