import subprocess
import sys
from io import BytesIO

import msgspec
import openpyxl
import pytest

from quiz.banks.exporting import sheets_apart
from quiz.service.apart import NotMade, exit_code_of, made_apart


def test_sheets_written_apart_hold_texts_and_numbers_and_no_formula() -> None:
    sheet = ("Câu trả lời", ("Tên", "Giây"), [("=1+1", 2.5), ("Lan\x07", None), ("", True)])
    given = {sheets_apart.SHEETS: msgspec.json.encode([sheet])}
    book = openpyxl.load_workbook(BytesIO(made_apart(sheets_apart.__name__, given, "file")))
    cells = list(book["Câu trả lời"].iter_rows(min_row=2))
    assert [[cell.value for cell in row] for row in cells] == [
        ["=1+1", 2.5],
        ["Lan", None],
        [None, True],
    ]
    assert cells[0][0].data_type == "s"


def test_process_that_fails_made_nothing() -> None:
    with pytest.raises(NotMade):
        made_apart(sheets_apart.__name__, {}, sheets_apart.FILE)


def test_process_that_takes_too_long_is_ended() -> None:
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    assert exit_code_of(process, 0) != 0
