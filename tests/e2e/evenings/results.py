"""Who became what, as each screen and file tells it: by name the rank and the prize."""

from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from playwright.sync_api import Locator, Page

from tests.e2e.pages import Phone

Results = dict[str, tuple[str, str]]
Book = dict[str, list[dict[str, Any]]]
"""The sheets of a workbook, their rows by the words above the columns."""
_ROWS = """(rows, [rank, name, prize]) => rows.map((row) => [
  row.querySelector(name).textContent,
  row.querySelector(rank).textContent,
  row.querySelector(prize)?.textContent ?? "",
])"""


def _read(rows: Locator, rank: str, name: str, prize: str) -> Results:
    found = rows.evaluate_all(_ROWS, [rank, name, prize])
    return {who: (place, won) for who, place, won in found}


def of_console(page: Page) -> Results:
    """The table below the prizes; names come with their numbers."""
    rows = page.locator("#stage table.standings tbody tr")
    cells = rows.evaluate_all(
        """rows => rows.map(({cells: [rank, who]}) => [
          who.childNodes[1].textContent,
          rank.textContent,
          who.querySelector(".badge")?.textContent ?? "",
        ])"""
    )
    return {who: (place, won) for who, place, won in cells}


def of_hall(page: Page) -> Results:
    """The standings on the wall."""
    return _read(page.locator(".standings .ranks li"), ".rank", ".who b", ".who em")


def of_phone(phone: Phone) -> tuple[str, str]:
    """What somebody's own phone says at the end."""
    prize = phone.page.locator(".prize")
    won = prize.inner_text() if prize.count() else ""
    return phone.page.locator(".rank").inner_text().removeprefix("Hạng").strip(), won


def sheets(file: bytes) -> Book:
    """What is in the file of a workbook."""
    book = load_workbook(BytesIO(file))
    told = {}
    for sheet in book:
        header, *rows = sheet.iter_rows(values_only=True)
        told[sheet.title] = [dict(zip(map(str, header), row, strict=True)) for row in rows]
    return told


def of_standings(rows: list[dict[str, Any]]) -> Results:
    """The sheet of the standings."""
    return {row["Họ tên"]: (str(row["Hạng"]), row["Giải"] or "") for row in rows}
