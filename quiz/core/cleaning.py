"""Names and reasons as they are shown to others: only what can be seen."""

import unicodedata

MOST_MARKS = 2
"""What a letter may carry besides what is one letter with it, as all Vietnamese ones are."""

_BLANK = "\u115f\u1160\u2800\u3164\uffa0\ufffc\U00013441\U00013442\U0001d159"
"""Letters and symbols that draw nothing but room: fillers of Hangul, Braille without a dot."""
_UNDRAWN = (
    (0x34F, 0x34F),
    (0x17B4, 0x17B5),
    (0x180B, 0x180F),
    (0x2D7F, 0x2D7F),
    (0xFE00, 0xFE0F),
    (0x16FE4, 0x16FE4),
    (0xE0000, 0xE0FFF),
)
"""Marks that draw nothing of their own, from and to: joiners, variation selectors, tags."""
_SEEN_AS: dict[int, str | None] = {
    **dict.fromkeys(map(ord, _BLANK), " "),
    **{code: None for first, last in _UNDRAWN for code in range(first, last + 1)},
}


def clean_text(text: str) -> str:
    """A line in NFC, single spaces between its words, without what cannot be seen.

    That is control and direction marks, letters that draw nothing, marks without a letter. Marks
    heaped on one letter, which would be drawn over what stands above, are cut.
    """
    line = " ".join(text.translate(_SEEN_AS).split())
    visible = "".join(
        char for char in line if unicodedata.category(char)[0] not in "CZ" or char == " "
    )
    return " ".join(_unheaped(unicodedata.normalize("NFC", visible)).split())


def _unheaped(text: str) -> str:
    kept: list[str] = []
    marks = MOST_MARKS
    for char in text:
        if not unicodedata.category(char).startswith("M"):
            marks = MOST_MARKS if char == " " else 0
        elif marks < MOST_MARKS:
            marks += 1
        else:
            continue
        kept.append(char)
    return "".join(kept)
