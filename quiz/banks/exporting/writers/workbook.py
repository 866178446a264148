"""Rows of texts as an .xlsx file, every cell a text: no formula, no number, no date."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

WIDTH = 40


def workbook(title: str, rows: Iterable[Sequence[str]], *, header: int) -> bytes:
    """The rows on one sheet; row `header` (from 1) is written in bold."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    sheet.column_dimensions["B"].width = WIDTH
    for number, row in enumerate(rows, start=1):
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, value=text or None)
            if text:
                cell.data_type = "s"
                cell.number_format = "@"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == header:
                cell.font = Font(bold=True)
            cells.append(cell)
        sheet.append(cells)
    file = BytesIO()
    book.save(file)
    return file.getvalue()
