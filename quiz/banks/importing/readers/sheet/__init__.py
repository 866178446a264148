"""Spreadsheets (.xlsx) and CSV files: one row is one question, under a header of any names."""

from dataclasses import replace

from quiz.banks.importing.draft import DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.opening.opening import within_count
from quiz.banks.importing.progress import counted
from quiz.banks.importing.readers.sheet.cells import Table, of_text, of_workbook
from quiz.banks.importing.readers.sheet.headers import Header, header_of
from quiz.banks.importing.readers.sheet.rows import RowFields, draft_of
from quiz.banks.importing.values.key_reading import doubting

FoundHeaders = list[tuple[Table, Header]]


def read_sheet(data: bytes, name: str) -> Imported:
    """The questions of a spreadsheet; `name` ends in .csv, .tsv or .txt when it is a text.

    Raises UnreadableFile, "no_header" where no row names the question and its options or key.
    """
    found: FoundHeaders
    if data.startswith((b"PK", b"\xd0\xcf")):
        tables, encoding = of_workbook(data)
        found = [(table, header) for table in tables if (header := header_of(table.rows))]
    else:
        texts, encoding = of_text(data)
        found = [(table, header) for table in texts if (header := header_of(table.rows))][:1]
    if not found:
        raise UnreadableFile("no_header")
    drafts: list[DraftQuestion] = []
    left_out = sum(header.unknown for _, header in found)
    for table, header in found:
        more, skipped = drafts_of(table, header, named=len(found) > 1)
        drafts += more
        left_out += skipped
    within_count(len(drafts))
    above = any(header.top for _, header in found)
    notes = (
        *([f"converted_{encoding}"] if encoding else []),
        *(["rows_above_header"] if above else []),
        *([f"left_out:{left_out}"] if left_out else []),
    )
    return Imported(tuple(drafts), title_of(*found[0]), notes)


def drafts_of(table: Table, header: Header, *, named: bool) -> tuple[list[DraftQuestion], int]:
    """The questions of one table, and how many rows hold something that is no question."""
    drafts: list[DraftQuestion] = []
    left_out = 0
    first = header_of(table.rows[header.top : header.below])
    rows = table.rows[header.below :]
    for place, row in enumerate(counted(rows, len(rows), 0.8, 1), header.below):
        fields = RowFields(header, row)
        again = first is not None and row == table.rows[header.top]
        if again or not any(row):
            continue
        if is_section(fields):
            left_out += 1
            continue
        where = f"dòng {place + 1}"
        draft = draft_of(fields, f"trang {table.name}, {where}" if named else where)
        drafts.append(with_dates(draft, table, header, place))
    return drafts, left_out


def is_section(fields: RowFields) -> bool:
    """Whether the row names a section, or a remark stands in it: one cell and no question."""
    filled = sum(bool(cell) for cell in fields.row)
    return filled == 1 and not fields.one("text") and not fields.options()


def with_dates(draft: DraftQuestion, table: Table, header: Header, row: int) -> DraftQuestion:
    """The draft with a doubt where Excel may have taken a day for a month."""
    places = {"text": header.columns["text"], "options": tuple(header.options())}
    places["key"] = header.columns.get("key", ())
    for field, columns in places.items():
        for column in columns:
            if (row, column) in table.dates:
                draft = doubting(draft, "date", field, table.rows[row][column])
    return replace(draft, doubts=tuple(dict.fromkeys(draft.doubts)))


def title_of(table: Table, header: Header) -> str:
    """What stands above the header: its longest text, the name of the whole."""
    above = [cell for row in table.rows[: header.top] for cell in row if cell]
    return " ".join(max(above, key=len).split()) if above else ""
