"""Spreadsheets and archives made for the tests."""

import csv
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO, StringIO

from openpyxl import Workbook

Row = Sequence[object]


def book(rows: Sequence[Row]) -> bytes:
    """An .xlsx file with these cells on its only sheet."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    for row in rows:
        sheet.append([None if value == "" else value for value in row])
    file = BytesIO()
    workbook.save(file)
    return file.getvalue()


def table(rows: Sequence[Row]) -> bytes:
    """A CSV file with these cells."""
    file = StringIO(newline="")
    csv.writer(file).writerows(rows)
    return file.getvalue().encode("utf-8-sig")


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip archive with these files."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in files.items():
            packed.writestr(name, data)
    return file.getvalue()
