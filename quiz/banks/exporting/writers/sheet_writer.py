"""Excel and CSV under our own header row: every kind and field but the picture."""

import csv
import re
from collections.abc import Sequence
from io import StringIO

from quiz.banks.bank import Bank
from quiz.banks.exporting.carrying import OPTIONAL, Carrier
from quiz.banks.exporting.writers.key_writing import comma, written_key
from quiz.banks.exporting.writers.workbook import workbook
from quiz.banks.importing.readers.sheet.number_formats import CHANGED
from quiz.banks.question import LETTERS
from quiz.core.nouns.model import Kind, Question

CARRIER = Carrier(
    kinds=frozenset(Kind), fields=OPTIONAL | {"fixed_order", "strict_marks", "tolerance"}
)
FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
OTHERWISE = re.compile(rf"'*(?:{CHANGED})")
NUMBER = re.compile(r"[+-]?\d+([.,]\d+)*", re.ASCII)
HEADER = (
    "Mã",
    "Câu hỏi",
    *(f"Phương án {letter}" for letter in LETTERS),
    "Đáp án",
    "Loại",
    "Giải thích",
    "Căn cứ",
    "Tình trạng nguồn",
    "Tính đến",
    "Chủ đề",
    "Độ khó",
    "Số giây",
    "Điểm",
    "Sai số",
    "Phải đúng dấu",
    "Giữ thứ tự",
)
KINDS = {
    Kind.ONE: "Một đáp án",
    Kind.SEVERAL: "Nhiều đáp án",
    Kind.TRUE_FALSE: "Đúng sai",
    Kind.TEXT: "Chữ",
    Kind.NUMBER: "Số",
    Kind.ORDER: "Sắp xếp",
}


def write_excel(bank: Bank) -> bytes:
    """The bank's questions as an .xlsx file."""
    return workbook("Câu hỏi", rows(bank), header=1)


def write_csv(bank: Bank) -> bytes:
    """The bank's questions as a CSV file that Excel opens with its diacritics right."""
    file = StringIO(newline="")
    csv.writer(file).writerows([*map(harmless, row)] for row in rows(bank))
    return file.getvalue().encode("utf-8-sig")


def harmless(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would run it or change it.

    Opened and saved there, 007 is 7 otherwise, and 1/2 the first of February.
    """
    runs = FORMULA.match(text) and not NUMBER.fullmatch(text)
    return f"'{text}" if runs or OTHERWISE.fullmatch(text) else text


def rows(bank: Bank) -> list[Sequence[str]]:
    """The header and a row for each question."""
    return [HEADER, *map(row, bank.questions)]


def row(question: Question) -> list[str]:
    """One question."""
    lettered = question.kind in (Kind.ONE, Kind.SEVERAL, Kind.ORDER)
    options = [*question.options] if lettered else []
    return [
        question.id,
        question.text,
        *options,
        *[""] * (len(LETTERS) - len(options)),
        written_key(question),
        KINDS[question.kind],
        question.explanation,
        question.citation,
        question.source_status,
        question.as_of,
        question.topic,
        str(question.difficulty),
        str(question.seconds or ""),
        str(question.points or ""),
        comma(question.tolerance) if question.kind is Kind.NUMBER else "",
        "x" if question.strict_marks else "",
        "x" if question.fixed_order else "",
    ]
