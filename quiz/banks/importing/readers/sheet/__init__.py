"""Spreadsheets (.xlsx) and CSV files: one row is one question, under a header of any names."""

from collections.abc import Sequence
from dataclasses import replace

from quiz.banks.importing.draft import DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.opening.opening import within_count
from quiz.banks.importing.progress import counted
from quiz.banks.importing.readers.sheet.cells import Sheets, Table, of_workbook
from quiz.banks.importing.readers.sheet.csv_text import of_text
from quiz.banks.importing.readers.sheet.doubtful import (
    columns_of_fields,
    with_cells,
    with_width,
    with_zero,
)
from quiz.banks.importing.readers.sheet.headers import DEEPEST, Header, header_of
from quiz.banks.importing.readers.sheet.rows import RowFields, as_count, draft_of
from quiz.banks.importing.readers.sheet.shapes import header_by_shape
from quiz.banks.importing.readers.word.parts.grammar import is_section as is_name_of_section

MERGED = ("text", "topic", "citation", "explanation")
"""Fields that several questions may share by a cell that is merged over their rows."""
FoundHeaders = list[tuple[Table, Header]]


def read_sheet(data: bytes, name: str) -> Imported:
    """The questions of a spreadsheet; `name` ends in .csv, .tsv or .txt when it is a text.

    Raises UnreadableFile, "no_header" where no row names the question and its options or key,
    and the rows do not show it either.
    """
    notes: list[str] = []
    if data.startswith((b"PK", b"\xd0\xcf")):
        sheets = of_workbook(data)
        encoding = sheets.encoding
        found = of_sheets(sheets, notes)
    else:
        texts, encoding = of_text(data)
        found = found_in([*texts])[:1]
    if not found:
        raise UnreadableFile("no_header")
    drafts: list[DraftQuestion] = []
    left_out = sum(header.unknown + nameless(table, header) for table, header in found)
    for table, header in found:
        more, skipped = drafts_of(table, header, named=len(found) > 1)
        drafts += more
        left_out += skipped
    within_count(len(drafts))
    notes = [
        *([f"converted_{encoding}"] if encoding else []),
        *(["rows_above_header"] if any(header.top for _, header in found) else []),
        *([] if found[0][1].width else ["columns_by_shape"]),
        *notes,
        *([f"left_out:{left_out}"] if left_out else []),
    ]
    return Imported(tuple(drafts), title_of(*found[0]), tuple(notes))


def has_header(data: bytes) -> bool:
    """Whether the first rows of a text are a table's with a header."""
    try:
        tables, _ = of_text(b"\n".join(data.split(b"\n", DEEPEST + 1)[: DEEPEST + 1]))
        return any(header_of(table.rows) for table in tables)
    except UnreadableFile:
        return False


def found_in(tables: Sequence[Table]) -> FoundHeaders:
    """The tables with a header, or else those whose rows show what their columns are."""
    found = [(table, header) for table in tables if (header := header_of(table.rows))]
    return found or [(table, header) for table in tables if (header := header_by_shape(table.rows))]


def of_sheets(sheets: Sheets, notes: list[str]) -> FoundHeaders:
    """The sheets with questions: a later one may have no header but the columns of the first.

    Notes tell of the sheets that are not read, and of rows that Excel hides.
    """
    found = found_in(sheets.tables)
    if not found:
        return []
    headed = {table.name: header for table, header in found}
    lost: list[str] = [*sheets.hidden]
    for table in sheets.tables:
        if table.name not in headed:
            header = continued(table, found[0][1])
            headed |= {table.name: header} if header else {}
            lost += [] if header else [table.name]
    notes += [f"sheets_left_out:{', '.join(lost)}"] if lost else []
    read = [(table, headed[table.name]) for table in sheets.tables if table.name in headed]
    hidden = [str(row + 1) for table, header in read for row in table.hidden if row >= header.below]
    notes += [f"hidden_rows:{', '.join(hidden)}"] if hidden else []
    return read


def continued(table: Table, first: Header) -> Header | None:
    """The columns of the first sheet, if every row of this one is a question by them."""
    header = replace(first, top=0, below=0, unknown=0)
    drafts, left_out = drafts_of(table, header, named=True)
    doubts = sum(bool(draft.doubts) for draft in drafts)
    fits = drafts and not left_out and 2 * doubts <= len(drafts)
    return header if fits else header_by_shape(table.rows)


def nameless(table: Table, header: Header) -> int:
    """How many columns hold something and have no name."""
    if header.top == header.below:
        return 0
    rows = [table.rows[header.top : header.below], table.rows[header.below :]]
    named, filled = ({c for row in each for c, cell in enumerate(row) if cell} for each in rows)
    return len(filled - named - header.named())


def drafts_of(table: Table, header: Header, *, named: bool) -> tuple[list[DraftQuestion], int]:
    """The questions of one table, and how many rows hold something that is no question."""
    drafts: list[DraftQuestion] = []
    keys: list[str] = []
    left_out = 0
    rows = table.rows[header.below :]
    columns = columns_of_fields(header)
    for place, row in enumerate(counted(rows, len(rows), 0.8, 1), header.below):
        fields = RowFields(header, filled(table, header, place))
        again = header.below > header.top and row == table.rows[header.top]
        if again or not any(row):
            continue
        if is_section(fields):
            left_out += 1
            continue
        where = f"dòng {place + 1}"
        draft = draft_of(fields, f"trang {table.name}, {where}" if named else where)
        draft = with_width(with_cells(draft, table, place, columns), table, header, place)
        drafts.append(draft)
        keys.append(as_count(fields.one("key"), draft.options))
    return with_zero(drafts, keys), left_out


def filled(table: Table, header: Header, row: int) -> Sequence[str]:
    """A row with what cells merged with those above it show: a passage, a topic, a source."""
    cells = [*table.rows[row]]
    own = {
        name for name, columns in header.columns.items() if any(holds(cells, c) for c in columns)
    }
    for name in MERGED if own - {*MERGED, "number"} else ():
        for column in header.columns.get(name, ()):
            top = table.merged.get((row, column), row)
            if top >= header.below and column < len(cells):
                cells[column] = cells[column] or table.rows[top][column]
    return cells


def holds(cells: Sequence[str], column: int) -> bool:
    """Whether a column of a row holds something."""
    return column < len(cells) and bool(cells[column])


def is_section(fields: RowFields) -> bool:
    """Whether the row names a section, or a remark stands in it: one cell and no question."""
    filled = sum(bool(cell) for cell in fields.row)
    named = not fields.one("text") or is_name_of_section(fields.one("text"))
    return filled == 1 and named and not fields.options()


def title_of(table: Table, header: Header) -> str:
    """What stands above the header: its longest text, the name of the whole."""
    above = [cell for row in table.rows[: header.top] for cell in row if cell]
    return " ".join(max(above, key=len).split()) if above else ""
