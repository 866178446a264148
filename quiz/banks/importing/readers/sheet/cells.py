"""The cells of a spreadsheet, as the texts that people see in them."""

import datetime
import io
import re
import warnings
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.utils import column_index_from_string
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from quiz.banks.files.record import seen
from quiz.banks.importing.draft import UnreadableFile
from quiz.banks.importing.opening.encodings import Encoding, recognised, unicode_of
from quiz.banks.importing.opening.office import office_of
from quiz.banks.importing.progress import counted
from quiz.banks.importing.readers.sheet.number_formats import (
    CHANGED,
    ShownCell,
    shown_moment,
    shown_number,
)

WIDEST, LONGEST = 60, 20_000
"""Columns that are looked at, and rows that a table may have."""
MOST_MERGED = 5 * LONGEST
KEPT = re.compile(rf"'(?:{CHANGED})")
"""The same in a workbook that was made of such a file."""
MOMENTS = (datetime.datetime, datetime.date, datetime.time, datetime.timedelta)
ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*>")
ROW_NUMBER = re.compile(rb'\br="(\d+)"')
MERGED = re.compile(
    rb'<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"'
)
UNCOUNTED = re.compile(
    rb'<c\b[^>]*\br="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<f\b(?:[^>]*/>|[^<]*</f>)\s*(?:<v\s*/>|<v></v>)?\s*</c>'
)
ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!)|#{3,}")
HIDDEN = re.compile(rb'\bhidden="(?:1|true)"|\bht="0"')
AnyCell = Cell | MergedCell | ReadOnlyCell | EmptyCell


CellPlace = tuple[int, int]
"""A row and a column, from 0."""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet's rows of texts, and the codes of what is doubtful about cells.

    `hidden` are rows (from 0) that Excel does not show, `merged` cells that show what stands in
    a row above them; `spaced` rows of a text in which a cell begins with a space, as after a
    comma that is part of a sentence.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    doubts: Mapping[CellPlace, str] = field(default_factory=dict)
    hidden: tuple[int, ...] = ()
    spaced: frozenset[int] = frozenset()
    merged: Mapping[CellPlace, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sheets:
    """The visible sheets of a file that are not empty, and what was found on the way.

    `encoding` is the old one that their text was converted from.
    """

    tables: tuple[Table, ...]
    encoding: Encoding | None = None
    hidden: tuple[str, ...] = ()


# Readers of several templates look at the same file, one after another.
@lru_cache(maxsize=1)
def of_workbook(data: bytes) -> Sheets:
    """The sheets of an .xlsx file."""
    office_of(data, "xl/workbook.xml")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheets = [each for each in book.worksheets if isinstance(each, ReadOnlyWorksheet)]
            shown = [each for each in sheets if each.sheet_state == "visible"]
            hidden = [each.title for each in sheets if each not in shown and table(each, b"").rows]
            tables = [table(each, source_of(book, each)) for each in shown]
    except UnreadableFile:
        raise
    except Exception as error:
        # A damaged file makes the library raise whatever the damage leads to.
        raise UnreadableFile("broken", "Excel") from error
    return in_unicode([each for each in tables if each.rows], tuple(hidden))


def source_of(book: Workbook, sheet: ReadOnlyWorksheet) -> bytes:
    """The XML of a sheet, for what the library does not tell of one that it streams."""
    # The library has no other word for where the sheet stands in the file.
    source: bytes = book._archive.read(sheet._worksheet_path)  # type: ignore[attr-defined]
    return source


def hidden_rows(source: bytes) -> tuple[int, ...]:
    """The rows (from 0) that are hidden."""
    found = (match[0] for match in ROW.finditer(source) if HIDDEN.search(match[0]))
    return tuple(int(number[1]) - 1 for row in found if (number := ROW_NUMBER.search(row)))


def merged_cells(source: bytes) -> dict[CellPlace, int]:
    """The cells below the first of those merged in one column, and the row of that one."""
    found: dict[CellPlace, int] = {}
    for match in MERGED.finditer(source):
        first, top, last, bottom = (part.decode() for part in match.groups())
        if first == last and len(found) + int(bottom) - int(top) < MOST_MERGED:
            column = column_index_from_string(first) - 1
            found |= {(row, column): int(top) - 1 for row in range(int(top), int(bottom))}
    return found


def never_counted(source: bytes) -> dict[CellPlace, str]:
    """The cells of formulas whose outcome the file does not hold: they look empty, and are not."""
    found = (match.groups() for match in UNCOUNTED.finditer(source))
    return {
        (int(row) - 1, column_index_from_string(column.decode()) - 1): "cell_error"
        for column, row in found
    }


def table(sheet: ReadOnlyWorksheet, source: bytes) -> Table:
    """One sheet and its XML, without the empty rows at its end."""
    # What the file says of its size may be wrong.
    count = sheet.max_row or LONGEST
    sheet.reset_dimensions()
    texts: list[tuple[str, ...]] = []
    doubts: dict[CellPlace, str] = {}
    last = 0
    # The stubs know this method as another class's.
    rows: Iterable[Sequence[AnyCell]] = sheet.iter_rows(max_col=WIDEST)  # type: ignore[misc]
    for row, cells in enumerate(counted(rows, count, 0, 0.8)):
        if row >= LONGEST:
            raise UnreadableFile("too_many", str(LONGEST))
        seen = [shown(cell) for cell in cells]
        texts.append(tuple(cell.text for cell in seen))
        doubts |= {(row, column): cell.doubt for column, cell in enumerate(seen) if cell.doubt}
        last = row + 1 if any(texts[-1]) else last
    hidden = tuple(row for row in hidden_rows(source) if row < last and any(texts[row]))
    doubts |= never_counted(source)
    return Table(sheet.title, tuple(texts[:last]), doubts, hidden, merged=merged_cells(source))


def shown(cell: AnyCell) -> ShownCell:
    """A cell's text as it is seen."""
    value, form = cell.value, cell.number_format or ""
    if value is None:
        return ShownCell("")
    if cell.data_type == "e" or is_error(value):
        return ShownCell(str(value), "cell_error")
    if isinstance(value, bool):
        return ShownCell("Đúng" if value else "Sai")
    if isinstance(value, int | float):
        return shown_number(value, form)
    if isinstance(value, MOMENTS):
        return shown_moment(value, form)
    text = str(value).strip()
    return ShownCell(text[1:] if KEPT.fullmatch(text) else text)


def is_error(value: object) -> bool:
    """Whether it is one of Excel's errors, or the signs of a number too wide for its column."""
    return isinstance(value, str) and bool(ERROR.fullmatch(value.strip()))


def in_unicode(tables: Sequence[Table], hidden: tuple[str, ...]) -> Sheets:
    """The tables with old Vietnamese text converted, and without characters nobody sees."""
    encoding = recognised("\n".join(text for table in tables for row in table.rows for text in row))

    def changed(text: str) -> str:
        return seen(unicode_of(text, encoding) if encoding else text)

    made = (
        replace(table, rows=tuple(tuple(map(changed, row)) for row in table.rows))
        for table in tables
    )
    return Sheets(tuple(made), encoding, hidden)
