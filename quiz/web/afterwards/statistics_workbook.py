"""Statistics as a spreadsheet: one sheet for each kind of question, texts never formulas."""

from collections.abc import Sequence
from fractions import Fraction
from io import BytesIO

from flask_babel import gettext
from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from quiz.core.nouns.model import Pool
from quiz.core.views.seeing import key_text
from quiz.service.afterwards.question_statistics import QuestionStatistics

Value = str | int | float | None
WIDTHS = {"A": 20, "B": 7, "C": 60, "D": 18, "E": 28}
OPTIONS = 6


def workbook(items: Sequence[QuestionStatistics]) -> bytes:
    """An .xlsx file; a sheet for each pool that has questions, else one empty sheet."""
    book = Workbook(write_only=True)
    titles = {
        Pool.MAIN: gettext("Câu chính"),
        Pool.RESERVE: gettext("Câu dự phòng"),
        Pool.AUDIENCE: gettext("Câu cho khán giả"),
    }
    used = {item.pool for item in items} or {Pool.MAIN}
    for pool in (pool for pool in Pool if pool in used):
        sheet = book.create_sheet(titles[pool])
        for column, width in WIDTHS.items():
            sheet.column_dimensions[column].width = width
        sheet.freeze_panes = "A2"
        sheet.append([cell(sheet, name, bold=True) for name in header()])
        for item in items:
            if item.pool is pool:
                sheet.append([cell(sheet, value) for value in row(item)])
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def header() -> list[str]:
    """The names of the columns."""
    letters = [gettext("Chọn %(letter)s", letter="ABCDEF"[place]) for place in range(OPTIONS)]
    return [
        gettext("Phần thi"),
        gettext("Câu"),
        gettext("Câu hỏi"),
        gettext("Chủ đề"),
        gettext("Đáp án"),
        gettext("Được trả lời"),
        gettext("Đã trả lời"),
        gettext("Đúng"),
        gettext("Tỷ lệ đúng"),
        gettext("Thời gian trung bình (giây)"),
        gettext("Thời gian của người đứng giữa (giây)"),
        gettext("Độ tách giỏi và yếu"),
        *letters,
        gettext("Ghi chú"),
    ]


def row(item: QuestionStatistics) -> list[Value]:
    """One question."""
    chosen: list[Value] = [*item.chosen, *[None] * (OPTIONS - len(item.chosen))]
    return [
        item.round,
        item.ordinal,
        item.question.text,
        item.question.topic,
        key_text(item.question),
        item.eligible,
        item.answered,
        item.right,
        number(item.share),
        number(item.mean_ms, 1000),
        number(item.median_ms, 1000),
        number(item.discrimination),
        *chosen,
        "; ".join(notes(item)),
    ]


def notes(item: QuestionStatistics) -> list[str]:
    """What must be known of the question, in words."""
    told = {
        gettext("Không ai đúng"): item.pointed_out == "nobody",
        gettext("Ai cũng đúng"): item.pointed_out == "everybody",
        gettext("Không ai có lượt trả lời"): item.called and not item.eligible,
        gettext("Trả lời miệng: %(n)s", n=item.aloud): item.aloud > 0,
        gettext("Đã hủy"): item.voided,
        gettext("Đã sửa đáp án"): item.corrected,
    }
    return [words for words, true in told.items() if true]


def number(value: Fraction | int | None, unit: int = 1) -> float | None:
    """A number for a cell, with four places; nothing for what is not known."""
    return None if value is None else round(float(value) / unit, 4)


def cell(sheet: WriteOnlyWorksheet, value: Value, *, bold: bool = False) -> Cell:
    """A cell; a text stays a text even where it begins with =."""
    if isinstance(value, str):
        value = ILLEGAL_CHARACTERS_RE.sub("", value)
    made = WriteOnlyCell(sheet, value=value)
    if isinstance(value, str):
        made.data_type = "s"
        made.alignment = Alignment(wrap_text=True, vertical="top")
    if bold:
        made.font = Font(bold=True)
    return made
