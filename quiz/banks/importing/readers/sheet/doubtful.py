"""What is doubtful about the cells that a question was made of."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from quiz.banks.importing.draft import DraftQuestion
from quiz.banks.importing.readers.sheet.cells import Table
from quiz.banks.importing.readers.sheet.headers import Header
from quiz.banks.importing.values.key_reading import doubting, is_counted_from_zero

FieldColumns = Mapping[str, Collection[int]]
"""The columns that each field of a question was read from."""


def columns_of_fields(header: Header) -> FieldColumns:
    """The columns of a header, those of options together."""
    columns: dict[str, list[int]] = {}
    for name, places in header.columns.items():
        field = "options" if name.startswith("option") else name
        columns.setdefault(field, []).extend(places)
    columns.pop("number", None)
    return columns


def with_cells(
    draft: DraftQuestion, table: Table, row: int, columns: FieldColumns
) -> DraftQuestion:
    """The draft with the doubts about the cells of its row (from 0)."""
    for field, places in columns.items():
        for column in places:
            code = table.doubts.get((row, column))
            if code and (code == "cell_error" or field in ("text", "options", "key")):
                draft = doubting(draft, code, field, table.rows[row][column])
    return replace(draft, doubts=tuple(dict.fromkeys(draft.doubts)))


def with_width(draft: DraftQuestion, table: Table, header: Header, row: int) -> DraftQuestion:
    """The draft with a doubt where the row of a text may be cut at a comma of a sentence."""
    cells = table.rows[row]
    beyond = [cell for cell in cells[header.width :] if cell]
    usual = sum(len(each) > header.width for each in table.rows[header.below :])
    longer = len(cells) > header.width and (beyond or usual * 2 < len(table.rows) - header.below)
    unlike = row in table.spaced and not is_spaced(table, header)
    if header.width and (longer or unlike):
        return doubting(draft, "row_cut", "key", " | ".join(cell for cell in cells if cell))
    return draft


def is_spaced(table: Table, header: Header) -> bool:
    """Whether spaces stand behind the separators of the whole table."""
    rows = len(table.rows) - header.below
    return header.top in table.spaced or 2 * len(table.spaced) > rows


def with_zero(drafts: Iterable[DraftQuestion], written: Iterable[str]) -> list[DraftQuestion]:
    """The drafts, whose keys are numbers doubtful where one of them is 0: all may count from it."""
    pairs = [*zip(drafts, written, strict=True)]
    if not any(is_counted_from_zero(key, draft.options) for draft, key in pairs):
        return [draft for draft, _ in pairs]
    return [
        replace(doubting(draft, "from_zero", "key", key), key=()) if is_count(key, draft) else draft
        for draft, key in pairs
    ]


def is_count(key: str, draft: DraftQuestion) -> bool:
    """Whether a key counts options, and is none of their texts."""
    if not draft.options or any(doubt.field == "key" for doubt in draft.doubts):
        return False
    return re.sub(r"[\s,;]", "", key).isdecimal() and key not in draft.options
