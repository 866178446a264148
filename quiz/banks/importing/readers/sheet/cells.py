"""The cells of a spreadsheet or a CSV file, as the texts that people see in them."""

import csv
import datetime
import io
import re
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from openpyxl import load_workbook
from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.read_only import EmptyCell, ReadOnlyCell
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from quiz.banks.importing.draft import UnreadableFile
from quiz.banks.importing.opening.encodings import Encoding, decoded, recognised, unicode_of
from quiz.banks.importing.opening.office import office_of
from quiz.banks.importing.progress import counted

WIDEST, LONGEST = 60, 20_000
"""Columns that are looked at, and rows that a table may have."""
QUOTED = re.compile(r"'+[=+\-@＝＋－＠\t\r]")
"""A text that a spreadsheet would take for a formula, but for the apostrophe before it."""
SEPARATORS = (",", ";", "\t", "|")
AnyCell = Cell | MergedCell | ReadOnlyCell | EmptyCell


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet's rows of texts; `dates` are cells (row, column from 0) that may be two dates."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    dates: frozenset[tuple[int, int]] = frozenset()


# Readers of several templates look at the same file, one after another.
@lru_cache(maxsize=1)
def of_workbook(data: bytes) -> tuple[list[Table], Encoding | None]:
    """The visible sheets of an .xlsx file, and the old encoding that they were converted from."""
    office_of(data, "xl/workbook.xml")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            tables = [
                table(sheet)
                for sheet in book.worksheets
                if isinstance(sheet, ReadOnlyWorksheet) and sheet.sheet_state == "visible"
            ]
    except UnreadableFile:
        raise
    except Exception as error:
        # A damaged file makes the library raise whatever the damage leads to.
        raise UnreadableFile("broken", "Excel") from error
    return in_unicode(tables)


def table(sheet: ReadOnlyWorksheet) -> Table:
    """One sheet, without the empty rows at its end."""
    # What the file says of its size may be wrong.
    count = sheet.max_row or LONGEST
    sheet.reset_dimensions()
    texts: list[tuple[str, ...]] = []
    dates = set()
    last = 0
    # The stubs know this method as another class's.
    rows: Iterable[Sequence[AnyCell]] = sheet.iter_rows(max_col=WIDEST)  # type: ignore[misc]
    for row, cells in enumerate(counted(rows, count, 0, 0.8)):
        if row >= LONGEST:
            raise UnreadableFile("too_many", str(LONGEST))
        texts.append(tuple(shown(cell) for cell in cells))
        dates |= {
            (row, column) for column, cell in enumerate(cells) if may_be_two_dates(cell.value)
        }
        last = row + 1 if any(texts[-1]) else last
    return Table(sheet.title, tuple(texts[:last]), frozenset(dates))


def shown(cell: AnyCell) -> str:
    """A cell's text as it is seen: dates as 28/7/1929, decimals after a comma."""
    value, form = cell.value, cell.number_format or ""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "Đúng" if value else "Sai"
    if isinstance(value, int | float) and form.endswith("%"):
        return f"{value * 100:.10g}%".replace(".", ",")
    if isinstance(value, float):
        whole = value.is_integer() and abs(value) < 1e15
        return str(int(value)) if whole else f"{value:.15g}".replace(".", ",")
    if isinstance(value, datetime.datetime | datetime.date):
        year = f"/{value.year}" if "y" in form.lower() or not form else ""
        return f"{value.day}/{value.month}{year}"
    if isinstance(value, datetime.time):
        return value.strftime("%H:%M")
    return str(value).strip()


def may_be_two_dates(value: object) -> bool:
    """Whether Excel may have taken month and day for each other when it was typed."""
    if not isinstance(value, datetime.datetime | datetime.date):
        return False
    return value.day <= 12 and value.day != value.month


def in_unicode(tables: list[Table]) -> tuple[list[Table], Encoding | None]:
    """The tables with old Vietnamese text converted."""
    encoding = recognised("\n".join(text for table in tables for row in table.rows for text in row))
    if encoding is None:
        return tables, None
    return [
        Table(
            table.name,
            tuple(tuple(unicode_of(text, encoding) for text in row) for row in table.rows),
            table.dates,
        )
        for table in tables
    ], encoding


def of_text(data: bytes) -> tuple[Iterator[Table], Encoding | None]:
    """A CSV file cut at each separator that it may have, and the encoding it was converted from."""
    text, encoding = decoded(data)
    return (cut(text, separator) for separator in SEPARATORS), encoding


def cut(text: str, separator: str) -> Table:
    """The rows of a CSV text."""
    rows: list[tuple[str, ...]] = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator):
            if len(rows) >= LONGEST:
                raise UnreadableFile("too_many", str(LONGEST))
            rows.append(tuple(unquoted(cell.strip()) for cell in row[:WIDEST]))
    except csv.Error:
        raise UnreadableFile("broken", "CSV") from None
    return Table("", tuple(rows))


def unquoted(text: str) -> str:
    """The text without the apostrophe that kept it from being a formula."""
    return text[1:] if QUOTED.match(text) else text
