"""Sheets of texts and numbers written as a workbook in a subprocess.

`python -m quiz.banks.exporting.sheets_apart FOLDER` finds them there as JSON and leaves the .xlsx
file. Tens of thousands of rows take seconds, in which a hall would stand still.
"""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from quiz.banks.working_apart import beside_a_server

SHEETS, FILE = "sheets.json", "file"
SheetValue = str | int | float | bool | None
WrittenSheet = tuple[str, tuple[str, ...], list[tuple[SheetValue, ...]]]
"""Title, header and rows."""


def main(arguments: Sequence[str]) -> int:
    """Write the folder's sheets."""
    folder = Path(arguments[0])
    sheets = msgspec.json.decode((folder / SHEETS).read_bytes(), type=list[WrittenSheet])
    write_sheets(sheets, folder / FILE)
    return 0


def write_sheets(sheets: Sequence[WrittenSheet], file: Path) -> None:
    """The sheets as an .xlsx file; what people typed is text there, never a formula."""
    book = Workbook(write_only=True)
    for title, header, rows in sheets:
        sheet = book.create_sheet(title)
        sheet.append([_bold(sheet, word) for word in header])
        for row in rows:
            sheet.append([_plain(sheet, value) for value in row])
    book.save(file)


def _plain(sheet: Any, value: SheetValue) -> Any:
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, value=value)
    clean = ILLEGAL_CHARACTERS_RE.sub("", value)
    cell = WriteOnlyCell(sheet, value=clean or None)
    if clean:
        cell.data_type = "s"
        cell.number_format = "@"
    return cell


def _bold(sheet: Any, word: str) -> Any:
    cell = _plain(sheet, word)
    cell.font = Font(bold=True)
    return cell


if __name__ == "__main__":
    beside_a_server()
    sys.exit(main(sys.argv[1:]))
