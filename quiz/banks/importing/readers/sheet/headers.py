"""The header of a table: which column holds what, whatever it is called and wherever it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quiz.banks.importing.values.names import field_of, plain

SheetRow = Sequence[str]
DEEPEST = 30
"""Rows that may stand above the header."""
MOST_COLUMNS = 8
"""Columns of options that have one name, or none beside the first."""


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of each field; the rows of questions begin at row `below` (from 0).

    `unknown` counts named columns that are none of ours; `width` is how many cells the header
    has (0: it has none, and the columns were told from what they hold).
    """

    columns: Mapping[str, tuple[int, ...]]
    top: int
    below: int
    unknown: int = 0
    width: int = 0

    def options(self) -> list[int]:
        """The columns of the options, in the order of their letters."""
        names = sorted(name for name in self.columns if name.startswith("option "))
        return [self.columns[name][0] for name in names]

    def named(self) -> frozenset[int]:
        """All columns that a field is in."""
        return frozenset(column for columns in self.columns.values() for column in columns)


def header_of(rows: Sequence[SheetRow]) -> Header | None:
    """The first row that names a question's text and its options or key.

    Options may be named in a second row, below a merged cell that names them all.
    """
    for top, row in enumerate(rows[:DEEPEST]):
        names = [field_of(cell) for cell in row]
        under = second_row(names, rows[top + 1]) if top + 1 < len(rows) else None
        for below, found in ((top + 2, under), (top + 1, with_options(names, row))):
            if found and is_header(found):
                unknown = sum(
                    bool(cell) and not name for cell, name in zip(row, found, strict=False)
                )
                return Header(columns_of(found), top, below, unknown, len(row))
    return None


def with_options(names: Sequence[str], row: SheetRow) -> list[str]:
    """The names, those of columns that all are called "Phương án", or beside it, in their order.

    "Đáp án" three times beside one "Đáp án đúng" are three options and their key; "Lựa chọn"
    beside A, B and C is their key.
    """
    if any(name.startswith("option ") for name in names):
        other = "" if "key" in names else "key"
        return [other if name == "options" else name for name in names]
    called = [plain(cell) for cell in row]
    for field in ("options", "key"):
        for word in dict.fromkeys(called[place] for place in places_of(names, field)):
            places = [place for place, each in enumerate(called) if each == word]
            others = [place for place in places_of(names, field) if place not in places]
            if len(places) == 1:
                places = [*places, *nameless_after(called, places[0])]
            is_key_beside = field == "options" or len(others) == 1
            if is_key_beside and 2 <= len(places) <= MOST_COLUMNS:
                return renamed(names, places)
    return [*names]


def places_of(names: Sequence[str], field: str) -> list[int]:
    """The columns of a field."""
    return [place for place, name in enumerate(names) if name == field]


def nameless_after(called: Sequence[str], place: int) -> list[int]:
    """The columns without a name next to a named one, where another name follows them."""
    end = place + 1
    while end < len(called) and not called[end]:
        end += 1
    return [*range(place + 1, end)] if end < len(called) else []


def renamed(names: Sequence[str], places: Sequence[int]) -> list[str]:
    """The names with those at the places being options, in their order."""
    order = {place: f"option {letter}" for letter, place in enumerate(places)}
    return [order.get(place, name) for place, name in enumerate(names)]


def second_row(names: Sequence[str], row: SheetRow) -> list[str] | None:
    """The names of both rows, if the second one names options only."""
    under = [field_of(cell) if cell else "" for cell in row]
    named = [name for cell, name in zip(row, under, strict=True) if cell]
    if len(named) < 2 or not all(name.startswith("option ") for name in named):
        return None
    width = max(len(names), len(under))
    above = [*names, *[""] * (width - len(names))]
    under += [""] * (width - len(under))
    return [lower or upper for upper, lower in zip(above, under, strict=True)]


def is_header(names: Sequence[str]) -> bool:
    """Whether these are names of a question's parts."""
    options = sum(name.startswith("option ") for name in names)
    return "text" in names and ("key" in names or "options" in names or options >= 2)


def columns_of(names: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """The columns of every field that is named."""
    return {
        name: tuple(column for column, found in enumerate(names) if found == name)
        for name in names
        if name
    }
