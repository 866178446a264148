"""Tables of a Word document: lists of keys, questions in columns, or only a layout."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from quiz.banks.importing.readers.sheet.headers import DEEPEST, Header, header_of
from quiz.banks.importing.readers.word.document.lines import Grid, TextLine, flat
from quiz.banks.importing.readers.word.document.rich import Rich, joined, rich
from quiz.banks.importing.readers.word.parts.cutting import parts_of
from quiz.banks.importing.readers.word.parts.grammar import (
    LinePart,
    PartRole,
    field_at,
    option_start,
    pairs_in,
    question_start,
)
from quiz.banks.importing.values.names import LETTERS, field_of, plain

ALONE = re.compile(r"(?:câu\s*(?:hỏi\s*)?)?\d{1,4}\s*[.):]?|[A-H]\s*[.):]?", re.IGNORECASE)
LETTER = re.compile(r"[A-H](?:\s*(?:[,&]\s*)?[A-H])*", re.IGNORECASE)
NUMBER = re.compile(r"(?:câu\s*)?(\d{1,4})\.?", re.IGNORECASE)
FIGURES = re.compile(r"[\d.,%+\-–—/\s]+")
OPTIONS = frozenset(
    name
    for names in (
        "phuong an, phuong an tra loi, phuong an lua chon, noi dung phuong an, options, choices",
        "cac phuong an, cac phuong an tra loi, lua chon, cac lua chon, cau tra loi, cac dap an",
        "dap an lua chon, noi dung dap an",
    )
    for name in names.split(", ")
)
"""What people call the column of cells that hold all options."""
Block = TextLine | Grid
GridRow = Sequence[tuple[TextLine, ...]]
CellTexts = list[list[str]]


def texts(grid: Grid) -> CellTexts:
    """The cells' bare texts."""
    return [["\n".join(line.text for line in cell) for cell in row] for row in grid.rows]


def keys_in(grid: Grid) -> list[tuple[int, str]]:
    """The numbers and letters of a table that holds nothing else, but for names of rows."""
    rows = [row for row in texts(grid) if any(row)]
    turned = [list(column) for column in zip(*rows, strict=False)]
    even = len({len(row) for row in rows}) == 1
    return single(rows) or in_rows(rows) or (in_rows(turned) if even else [])


def single(rows: CellTexts) -> list[tuple[int, str]]:
    """Keys of cells such as "1.A"."""
    filled = [cell for row in rows for cell in row if cell]
    found = [pairs_in(cell.replace("\n", " ")) for cell in filled]
    return [pair for pairs in found for pair in pairs] if all(found) else []


def in_rows(rows: CellTexts) -> list[tuple[int, str]]:
    """Keys of rows of numbers, each with a row of letters below it."""
    found: list[tuple[int, str]] = []
    for above, below in zip(rows[::2], rows[1::2], strict=False):
        pairs = list(zip(above, below, strict=False))
        pairs = [
            pair for place, pair in enumerate(pairs) if any(pair) and not are_row_names(place, pair)
        ]
        if not all(NUMBER.fullmatch(number) and LETTER.fullmatch(key) for number, key in pairs):
            return []
        found += [(int(NUMBER.sub(r"\1", number)), key.upper()) for number, key in pairs]
    return found if len(rows) % 2 == 0 else []


def are_row_names(place: int, pair: tuple[str, str]) -> bool:
    """Whether these are the names of the two rows ("Câu", "Đáp án")."""
    return place == 0 and all(field_of(text) in ("number", "text", "key") for text in pair)


def parts_of_table(grid: Grid, *, by_word: bool, within: bool) -> Iterator[LinePart]:
    """The parts of a table that is no list of keys; `within`: it stands in a question's text."""
    header = header_of(texts(grid))
    if header:
        options = columns_named(texts(grid)[header.top], OPTIONS)
        for place, row in enumerate(grid.rows[header.below :], 1):
            if any(row):
                yield from parts_of_row(header, options, row, place)
    elif within and is_data(grid, by_word=by_word):
        yield LinePart(PartRole.TEXT, joined(list(map(in_line, grid.rows)), " / "), table=True)
    else:
        yield from parts_of(flattened(grid), by_word=by_word)


def columns_named(row: Sequence[str], names: frozenset[str]) -> list[int]:
    """The columns of a header's row that have one of these names."""
    return [column for column, cell in enumerate(row) if plain(cell) in names]


def in_line(row: GridRow) -> Rich:
    """The cells of a row one behind the other."""
    return joined([line.rich for cell in row for line in cell])


def is_data(grid: Grid, *, by_word: bool) -> bool:
    """Whether the table is something to look at, and holds no question, option or field."""
    cells = [[line.text for line in cell] for row in grid.rows for cell in row]
    lines = [line for cell in cells for line in cell]
    wide = max((len(row) for row in grid.rows), default=0) > 1
    labelled = any(
        option_start(line) or question_start(line, by_word=True) or line.endswith("?")
        for line in lines
    )
    numbered = not by_word and any(
        row and row[0] and ALONE.fullmatch(row[0][0].text) and not is_figures(row[-1])
        for row in grid.rows
    )
    counted = [row[0][0].text.strip(" .)") for row in grid.rows if len(row) == 2 and row[0]]
    numbered = numbered or (
        counted == [str(number) for number in range(1, len(grid.rows) + 1)]
        and not all(is_figures(row[-1]) for row in grid.rows)
    )
    pictured = any(line.pictures for line in flat(grid))
    fields = any(field_at(line.rich) for line in flat(grid))
    return wide and bool(lines) and not (labelled or numbered or pictured or fields)


def is_figures(cell: Sequence[TextLine]) -> bool:
    """Whether a cell holds numbers only."""
    return all(FIGURES.fullmatch(line.text) for line in cell)


def over_pages(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with tables put together that go on without a header, as on the next page."""
    found: list[Block] = []
    head: list[GridRow] | None = None
    place = 0
    for block in blocks:
        if is_gap(block):
            found.append(block)
        elif isinstance(block, Grid) and head is not None and goes_on(head, block):
            put_together(head, block)
            found[place:] = [Grid(())]
        else:
            if head is not None:
                found[place] = grid_of(head)
            head = list(block.rows) if isinstance(block, Grid) else None
            place = len(found)
            found.append(block)
    if head is not None:
        found[place] = grid_of(head)
    return found


def grid_of(rows: Iterable[GridRow]) -> Grid:
    """A table of these rows."""
    return Grid(tuple(map(tuple, rows)))


def is_gap(block: Block) -> bool:
    """Whether it is an empty line."""
    return isinstance(block, TextLine) and not block.text and not block.pictures


def goes_on(head: Sequence[GridRow], grid: Grid) -> bool:
    """Whether a table without a header has the columns of the one before it."""
    header = header_of(texts(grid_of(head[: DEEPEST + 1])))
    widths = {len(row) for row in (*head[:DEEPEST], *grid.rows)}
    return header is not None and header_of(texts(grid)) is None and len(widths) == 1


def put_together(head: list[GridRow], grid: Grid) -> None:
    """Add a table's rows; one without number goes on from the page before, with one key."""
    header = header_of(texts(grid_of(head[: DEEPEST + 1])))
    first, last = grid.rows[0], head[-1]
    if header is None or len(head) <= header.below or not is_rest(header, last, first):
        head += grid.rows
        return
    head[-1] = tuple((*above, *below) for above, below in zip(last, first, strict=True))
    head += grid.rows[1:]


def is_rest(header: Header, last: GridRow, first: GridRow) -> bool:
    """Whether the first row of a page is the rest of the last one before it."""
    numbers, keys = header.columns.get("number", ()), header.columns.get("key", ())
    keyed = [any(row[column] for column in keys) for row in (last, first)]
    bare = not any(first[column] for column in numbers)
    return bool(numbers and keys) and bare and not all(keyed)


def parts_of_row(
    header: Header, option_columns: Sequence[int], row: GridRow, place: int
) -> Iterator[LinePart]:
    """A question whose parts stand in the columns of a table with a header.

    `option_columns` are those of cells that hold all options of a question.
    """

    def under(name: str) -> tuple[TextLine, ...]:
        columns = [column for column in header.columns.get(name, ()) if column < len(row)]
        return tuple(line for column in columns for line in row[column])

    number = "".join(char for line in under("number") for char in line.text if char.isdigit())
    first, *rest = under("text") or (TextLine(Rich()),)
    yield LinePart(
        PartRole.QUESTION,
        first.rich,
        number or str(place),
        pictures=first.pictures,
        formula=first.formula,
    )
    if header.options():
        yield from (LinePart(PartRole.TEXT, line.rich, pictures=line.pictures) for line in rest)
        yield from columns_of_options(header, row)
    else:
        yield from parts_of(rest, by_word=True)
        cells = [row[column] for column in option_columns if column < len(row)]
        yield from options_in([line for cell in cells for line in cell])
    for name in header.columns:
        own = name in ("number", "text", "options") or name.startswith("option ")
        if not own and under(name):
            yield LinePart(PartRole.FIELD, joined([line.rich for line in under(name)]), name)


def options_in(lines: Sequence[TextLine]) -> Iterator[LinePart]:
    """The options of one cell, each on a line of its own where they have no letters."""
    parts = list(parts_of(lines, by_word=True))
    if any(part.role is PartRole.OPTION for part in parts) or len(lines) < 2:
        yield from parts
        return
    for letter, part in zip(LETTERS, parts, strict=False):
        rich = joined([part.mark, part.rich]) if part.role is not PartRole.BULLET else part.rich
        yield replace(part, role=PartRole.OPTION, rich=rich, label=letter, mark=Rich())


def columns_of_options(header: Header, row: Sequence[tuple[TextLine, ...]]) -> Iterator[LinePart]:
    """The options of a row, without their own letters."""
    cells = [row[column] if column < len(row) else () for column in header.options()]
    while cells and not any(cells[-1]):
        cells.pop()
    for letter, cell in zip(LETTERS, cells, strict=False):
        whole = joined([line.rich for line in cell])
        label = option_start(whole.text)
        own = label is not None and label["letter"].upper() == letter and label["mark"]
        pictures = tuple(picture for line in cell for picture in line.pictures)
        text = whole.cut(label.end()) if label and own else whole
        mark = whole.cut(0, label.end()) if label and own else Rich()
        yield LinePart(PartRole.OPTION, text, letter, mark, pictures=pictures)


def flattened(grid: Grid) -> list[TextLine]:
    """The lines of a table that is only a layout; a label in a cell of its own joins the next."""
    found: list[TextLine] = []
    for row in grid.rows:
        label: TextLine | None = None
        filled = [cell for cell in row if cell]
        for place, cell in enumerate(filled):
            bare = label is None and len(cell) == 1 and ALONE.fullmatch(cell[0].text)
            # A number labels what stands in the cell behind it, unless those are figures too.
            figures = cell[0].text.isdecimal() and (place > 0 or all(map(is_figures, filled)))
            if bare and not figures:
                label = cell[0]
                continue
            lines = list(cell)
            if label and lines:
                lines[0] = labelled(label, lines[0])
                label = None
            found += lines
        found += [label] if label else []
    return found


def labelled(label: TextLine, line: TextLine) -> TextLine:
    """The line behind its label, unless it has one of its own."""
    if option_start(line.text) or question_start(line.text, by_word=True):
        return line
    mark = label.rich
    if mark.text[-1].isalnum():
        mark += rich(".", mark.looks[-1])
    return replace(line, rich=mark + rich("\t") + line.rich)
