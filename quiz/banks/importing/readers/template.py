"""Spreadsheet templates of other programs: known header names, one question a row."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from quiz.banks.files.record import clean
from quiz.banks.importing.checking import checked, chosen
from quiz.banks.importing.draft import DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.opening.opening import within_count
from quiz.banks.importing.progress import counted
from quiz.banks.importing.readers.sheet.cells import Sheets, Table, of_workbook
from quiz.banks.importing.readers.sheet.csv_text import of_text
from quiz.banks.importing.readers.sheet.doubtful import with_cells, with_zero
from quiz.banks.importing.values.key_reading import doubting

MARKS = (b"PK", b"\xd0\xcf")
FIELDS = {"question": "text", "correct": "key", "time": "seconds"}
FURTHEST = 30
"""The header stands within so many rows."""
NUMBERS = re.compile(r"\d+(?:\s*[,;.]\s*\d+)*", re.ASCII)
TemplateCells = Mapping[str, str]
"""A row's texts by the column they stand in; a missing column is empty."""


def read_template(
    data: bytes,
    names: Mapping[str, re.Pattern[str]],
    needed: Collection[str],
    draft_of: Callable[[TemplateCells, str], DraftQuestion | None],
) -> Imported:
    """The questions under a header whose names match; None from `draft_of` is no question."""
    tables, encoding, notes = tables_of(data)
    table, head, columns = header(tables, names, needed)
    drafts, keys = [], []
    rows = table.rows[head + 1 :]
    for number, row in enumerate(counted(rows, len(rows), 0.8, 1), start=head + 2):
        cells = {
            name: clean(row[column]) if column < len(row) else ""
            for name, column in columns.items()
        }
        draft = draft_of(cells, f"dòng {number}") if any(cells.values()) else None
        if draft:
            drafts.append(with_cells(draft, table, number - 1, fields_of(columns)))
            keys.append(cells["correct"])
    within_count(len(drafts))
    told = ((f"converted_{encoding}",) if encoding else ()) + notes(table)
    return Imported(tuple(with_zero(drafts, keys)), notes=told)


def tables_of(
    data: bytes,
) -> tuple[Iterable[Table], str | None, Callable[[Table], tuple[str, ...]]]:
    """The tables of a file, the old encoding it had, and the notes where one of them is read."""
    if not data.startswith(MARKS):
        tables, encoding = of_text(data)
        return tables, encoding, lambda table: ()
    sheets = of_workbook(data)
    return sheets.tables, sheets.encoding, lambda table: notes_of(sheets, table)


def notes_of(sheets: Sheets, table: Table) -> tuple[str, ...]:
    """What of a workbook is not read, and which rows of the table Excel hides."""
    lost = [each.name for each in sheets.tables if each is not table] + [*sheets.hidden]
    hidden = ", ".join(str(row + 1) for row in table.hidden)
    return (
        *([f"sheets_left_out:{', '.join(lost)}"] if lost else []),
        *([f"hidden_rows:{hidden}"] if hidden else []),
    )


def fields_of(columns: Mapping[str, int]) -> dict[str, list[int]]:
    """The columns that each field of a draft was read from."""
    fields: dict[str, list[int]] = {}
    for name, column in columns.items():
        field = FIELDS.get(name, "options" if name[-1:].isdigit() else name)
        fields.setdefault(field, []).append(column)
    return fields


def header(
    tables: Iterable[Table], names: Mapping[str, re.Pattern[str]], needed: Collection[str]
) -> tuple[Table, int, dict[str, int]]:
    """Where the header row is, and its columns; raises UnreadableFile("not_this_kind")."""
    for table in tables:
        for place, row in enumerate(table.rows[:FURTHEST]):
            columns: dict[str, int] = {}
            for column, cell in enumerate(map(clean, row)):
                for name, pattern in names.items():
                    if pattern.match(cell):
                        columns.setdefault(name, column)
            if set(needed) <= columns.keys():
                return table, place, columns
    raise UnreadableFile("not_this_kind")


def options_in(cells: TemplateCells, prefix: str, most: int) -> dict[int, str]:
    """The options that are filled in, by their number in the template."""
    options = {number: cells.get(f"{prefix} {number}", "") for number in range(1, most + 1)}
    return {number: option for number, option in options.items() if option}


def with_seconds(draft: DraftQuestion, written: str) -> DraftQuestion:
    """The draft with its time; a cell that is no whole number is a doubt."""
    if not written or (written.isascii() and written.isdecimal() and len(written) < 6):
        return replace(draft, seconds=int(written or 0))
    return doubting(draft, "bad_number", "seconds", written)


def keyed(
    draft: DraftQuestion, written: str, filled: Collection[int], *, several: bool | None
) -> DraftQuestion:
    """The draft with the key that "2" or "1,3" names among the filled options' numbers."""
    if not written:
        return chosen(draft, (), several=several)
    found = [int(part) for part in re.findall(r"\d+", written)]
    if not NUMBERS.fullmatch(written) or not set(found) <= set(filled):
        return checked(doubting(draft, "key_unknown", "key", written))
    places = sorted(filled)
    return chosen(draft, tuple(places.index(number) for number in found), several=several)
