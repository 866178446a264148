"""Tables without a header: the columns told from what every row holds."""

import re
from collections.abc import Sequence

from quiz.banks.importing.readers.sheet.headers import Header, SheetRow

LETTER = re.compile(r"[A-Ha-h]\s*[.)]?")
FEWEST_ROWS = 2
FEWEST_OPTIONS, MOST_OPTIONS = 2, 6


def header_by_shape(rows: Sequence[SheetRow]) -> Header | None:
    """The columns of a table whose every row is a number maybe, a text, options and a letter.

    The letter stands behind the options, or between text and options; lines above them are a
    title's. Anything else is None.
    """
    top = next((place for place, row in enumerate(rows) if sum(map(bool, row)) > 1), 0)
    filled = [row for row in rows[top:] if any(row)]
    if len(filled) < FEWEST_ROWS:
        return None
    width = max(last_of(row) for row in filled) + 1
    first = 1 if all(row and row[0].rstrip(" .)").isdecimal() for row in filled) else 0
    options = width - first - 2
    if not FEWEST_OPTIONS <= options <= MOST_OPTIONS:
        return None
    for key, begin in ((width - 1, first + 1), (first + 1, first + 2)):
        if all(is_question(row, first, key, range(begin, begin + options)) for row in filled):
            columns = {f"option {place}": (begin + place,) for place in range(options)}
            return Header({"text": (first,), "key": (key,), **columns}, top, top)
    return None


def last_of(row: SheetRow) -> int:
    """The last column that holds something."""
    return max((column for column, cell in enumerate(row) if cell), default=-1)


def is_question(row: SheetRow, text: int, key: int, options: range) -> bool:
    """Whether the row holds a text, two options at least, and the letter of one of them."""
    if last_of(row) < key or not row[text] or LETTER.fullmatch(row[text]):
        return False
    if not LETTER.fullmatch(row[key]):
        return False
    given = [column for column in options if column < len(row) and row[column]]
    letter = options.start + "ABCDEFGH".index(row[key][0].upper())
    return len(given) >= FEWEST_OPTIONS and letter in given
