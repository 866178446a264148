"""Spreadsheet templates of other programs: known header names, one question a row."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace

from quiz.banks.files.record import clean
from quiz.banks.importing.checking import checked, chosen
from quiz.banks.importing.draft import DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.opening.opening import within_count
from quiz.banks.importing.progress import counted
from quiz.banks.importing.readers.sheet.cells import Table, of_text, of_workbook
from quiz.banks.importing.values.key_reading import doubting

MARKS = (b"PK", b"\xd0\xcf")
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
    tables, encoding = of_workbook(data) if data.startswith(MARKS) else of_text(data)
    table, head, columns = header(tables, names, needed)
    drafts = []
    rows = table.rows[head + 1 :]
    for number, row in enumerate(counted(rows, len(rows), 0.8, 1), start=head + 2):
        cells = {
            name: clean(row[column]) if column < len(row) else ""
            for name, column in columns.items()
        }
        draft = draft_of(cells, f"dòng {number}") if any(cells.values()) else None
        if draft:
            drafts.append(draft)
    within_count(len(drafts))
    return Imported(tuple(drafts), notes=(f"converted_{encoding}",) if encoding else ())


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
