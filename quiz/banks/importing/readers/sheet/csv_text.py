"""A CSV file as tables, one for each separator that it may have."""

import csv
import io
import re
from collections.abc import Iterator

from quiz.banks.importing.draft import UnreadableFile
from quiz.banks.importing.opening.encodings import Encoding, decoded
from quiz.banks.importing.readers.sheet.cells import (
    LONGEST,
    WIDEST,
    CellPlace,
    Table,
    is_error,
)
from quiz.banks.importing.readers.sheet.number_formats import CHANGED

QUOTED = re.compile(rf"'+(?:[=+\-@＝＋－＠\t\r]|(?:{CHANGED})$)")
"""A text that a spreadsheet would change or run, but for the apostrophe before it."""
SEPARATORS = (",", ";", "\t", "|")


def of_text(data: bytes) -> tuple[Iterator[Table], Encoding | None]:
    """A CSV file cut at each separator that it may have, and the encoding it was converted from."""
    text, encoding = decoded(data)
    return (cut(text, separator) for separator in SEPARATORS), encoding


def cut(text: str, separator: str) -> Table:
    """The rows of a CSV text."""
    rows: list[tuple[str, ...]] = []
    doubts: dict[CellPlace, str] = {}
    spaced: set[int] = set()
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if len(rows) >= LONGEST:
                raise UnreadableFile("too_many", str(LONGEST))
            if any(cell[:1] == " " and cell.strip() for cell in row[1:]):
                spaced.add(len(rows))
            cells = [unquoted(cell.strip()) for cell in row[:WIDEST]]
            errors = (column for column, cell in enumerate(cells) if is_error(cell))
            doubts |= {(len(rows), column): "cell_error" for column in errors}
            rows.append(tuple(cells))
    except csv.Error:
        raise UnreadableFile("broken", "CSV") from None
    return Table("", tuple(rows), doubts, spaced=frozenset(spaced))


def unquoted(text: str) -> str:
    """The text without the apostrophe that kept it from being changed or run."""
    return text[1:] if QUOTED.match(text) else text
