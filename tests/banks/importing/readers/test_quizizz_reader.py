import pytest

from quiz.banks.importing.draft import Doubt, DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.readers.quizizz_reader import read_quizizz
from quiz.core.nouns.model import Kind
from tests.banks.importing.books import book

HEADER = (
    "Question Text",
    "Question Type",
    *(f"Option {number}" for number in range(1, 6)),
    "Correct Answer",
    "Time in seconds",
    "Image Link",
    "Answer explanation",
)
MANUAL = ("Text of the question\n\n(required)", "Question Type\n(default is Multiple Choice)")
ROWS: dict[tuple[str | int, ...], DraftQuestion] = {
    ("Mấy năm?", "Multiple Choice", "3", "5", "", "", "", 2, 30, "", "Điều 8"): DraftQuestion(
        "dòng 3",
        "Mấy năm?",
        options=("3", "5"),
        key=((1,),),
        explanation="Điều 8",
        seconds=30,
    ),
    ("Hình thức nào?", "Checkbox", "Một", "Hai", "Ba", "", "", "1,3", "", ""): DraftQuestion(
        "dòng 3",
        "Hình thức nào?",
        kind=Kind.SEVERAL,
        options=("Một", "Hai", "Ba"),
        key=((0, 2),),
    ),
    ("Ai?", "Fill-in-the-Blank", "Trần Phú", "trần phú", "Đ/c Trần Phú"): DraftQuestion(
        "dòng 3", "Ai?", kind=Kind.TEXT, key=("Trần Phú", "Đ/c Trần Phú")
    ),
    ("Hai đáp án?", "Multiple Choice", "Một", "Hai", "", "", "", "1,2"): DraftQuestion(
        "dòng 3",
        "Hai đáp án?",
        options=("Một", "Hai"),
        doubts=(Doubt("many_keys", "key", "A, B"),),
    ),
    ("Vẽ gì?", "Draw", "", "", "", "", "", "", 60): DraftQuestion(
        "dòng 3", "Vẽ gì?", seconds=60, doubts=(Doubt("unsupported", "kind", "Draw"),)
    ),
    ("Loại nào?", "", "Một", "Hai", "", "", "", "1"): DraftQuestion(
        "dòng 3",
        "Loại nào?",
        options=("Một", "Hai"),
        doubts=(Doubt("kind_unknown", "kind"),),
    ),
    (
        "Ảnh gì?",
        "Multiple Choice",
        "Một",
        "Hai",
        "",
        "",
        "",
        1,
        "",
        "http://x.invalid/a.png",
    ): DraftQuestion(
        "dòng 3",
        "Ảnh gì?",
        options=("Một", "Hai"),
        key=((0,),),
        doubts=(Doubt("picture", "picture", "http://x.invalid/a.png"),),
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_draft_of_a_row(row: tuple[str | int, ...]) -> None:
    assert read_quizizz(book([HEADER, MANUAL, row]), "q.xlsx") == Imported((ROWS[row],))


def test_refusal_of_another_table() -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_quizizz(book([["Câu hỏi", "A", "B", "Đáp án"], ["Gì?", "Một", "Hai", "A"]]), "q.xlsx")
    assert refusal.value.code == "not_this_kind"
