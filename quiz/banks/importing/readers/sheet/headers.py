"""The header of a table: which column holds what, whatever it is called and wherever it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quiz.banks.importing.values.names import field_of

SheetRow = Sequence[str]
DEEPEST = 30
"""Rows that may stand above the header."""


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of each field; the rows of questions begin at row `below` (from 0).

    `unknown` counts named columns that are none of ours.
    """

    columns: Mapping[str, tuple[int, ...]]
    top: int
    below: int
    unknown: int = 0

    def options(self) -> list[int]:
        """The columns of the options, in the order of their letters."""
        names = sorted(name for name in self.columns if name.startswith("option "))
        return [self.columns[name][0] for name in names]


def header_of(rows: Sequence[SheetRow]) -> Header | None:
    """The first row that names a question's text and its options or key.

    Options may be named in a second row, below a merged cell that names them all.
    """
    for top, row in enumerate(rows[:DEEPEST]):
        names = [field_of(cell) for cell in row]
        under = second_row(names, rows[top + 1]) if top + 1 < len(rows) else None
        for below, found in ((top + 2, under), (top + 1, names)):
            if found and is_header(found):
                unknown = sum(
                    bool(cell) and not name for cell, name in zip(row, found, strict=False)
                )
                return Header(columns_of(found), top, below, unknown)
    return None


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
    return "text" in names and ("key" in names or options >= 2)


def columns_of(names: Sequence[str]) -> dict[str, tuple[int, ...]]:
    """The columns of every field that is named."""
    return {
        name: tuple(column for column, found in enumerate(names) if found == name)
        for name in names
        if name
    }
