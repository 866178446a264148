"""Tables of a Word document: lists of keys, questions in columns, or only a layout."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.banks.importing.readers.sheet.headers import Header, header_of
from quiz.banks.importing.readers.word.cutting import parts_of
from quiz.banks.importing.readers.word.grammar import (
    LinePart,
    PartRole,
    option_start,
    pairs_in,
    question_start,
)
from quiz.banks.importing.readers.word.lines import Grid, TextLine
from quiz.banks.importing.readers.word.rich import Rich, joined, rich
from quiz.banks.importing.values.names import LETTERS, field_of

ALONE = re.compile(r"(?:câu\s*(?:hỏi\s*)?)?\d{1,4}\s*[.):]?|[A-H]\s*[.):]?", re.IGNORECASE)
LETTER = re.compile(r"[A-H](?:\s*(?:[,&]\s*)?[A-H])*", re.IGNORECASE)
NUMBER = re.compile(r"(?:câu\s*)?(\d{1,4})\.?", re.IGNORECASE)
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


def parts_of_table(grid: Grid, *, by_word: bool) -> Iterator[LinePart]:
    """The parts of a table that is no list of keys."""
    header = header_of(texts(grid))
    if header:
        for place, row in enumerate(grid.rows[header.below :], 1):
            if any(row):
                yield from parts_of_row(header, row, place)
    else:
        yield from parts_of(flattened(grid), by_word=by_word)


def parts_of_row(
    header: Header, row: Sequence[tuple[TextLine, ...]], place: int
) -> Iterator[LinePart]:
    """A question whose parts stand in the columns of a table with a header."""

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
    for name in header.columns:
        if name not in ("number", "text") and not name.startswith("option ") and under(name):
            yield LinePart(PartRole.FIELD, joined([line.rich for line in under(name)]), name)


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
        for cell in row:
            if label is None and len(cell) == 1 and ALONE.fullmatch(cell[0].text):
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
