import pytest

from quiz.banks.importing.draft import Doubt, DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.readers.kahoot_reader import read_kahoot
from quiz.core.nouns.model import Kind
from tests.banks.importing.books import book, table

HEADER = (
    "",
    "Question - max 120 characters",
    *(f"Answer {number} - max 75 characters" for number in range(1, 5)),
    "Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs",
    "Correct answer(s) - choose at least one",
)
ABOVE: list[list[str | int]] = [
    [],
    ["", "Quiz template"],
    ["", "Add questions, at least two answer alternatives."],
]
ROWS: dict[tuple[str | int, ...], DraftQuestion] = {
    (1, "Đại hội mấy năm 1 lần?", "3 năm", "5 năm", "4 năm", "6 năm", 20, 2): DraftQuestion(
        "dòng 5",
        "Đại hội mấy năm 1 lần?",
        options=("3 năm", "5 năm", "4 năm", "6 năm"),
        key=((1,),),
        seconds=20,
    ),
    (1, "Công đoàn ra đời năm 1929.", "Đúng", "Sai", "", "", "", "1"): DraftQuestion(
        "dòng 5",
        "Công đoàn ra đời năm 1929.",
        kind=Kind.TRUE_FALSE,
        options=("Đúng", "Sai"),
        key=((0,),),
    ),
    ("", "Một cộng một?", "", 2, "", "Cả A và B", 30, "2"): DraftQuestion(
        "dòng 5",
        "Một cộng một?",
        options=("2", "Cả A và B"),
        key=((0,),),
        seconds=30,
        fixed_order=True,
    ),
    ("", "Hai đáp án?", "Một", "Hai", "Ba", "", 30, "1,3"): DraftQuestion(
        "dòng 5",
        "Hai đáp án?",
        options=("Một", "Hai", "Ba"),
        seconds=30,
        doubts=(Doubt("many_keys", "key", "A, C"),),
    ),
    ("", "Thiếu đáp án?", "Một", "Hai", "", "", 30, ""): DraftQuestion(
        "dòng 5",
        "Thiếu đáp án?",
        options=("Một", "Hai"),
        seconds=30,
        doubts=(Doubt("no_key", "key"),),
    ),
    ("", "Đáp án nào?", "Một", "Hai", "", "", "lâu", "4"): DraftQuestion(
        "dòng 5",
        "Đáp án nào?",
        options=("Một", "Hai"),
        doubts=(Doubt("bad_number", "seconds", "lâu"), Doubt("key_unknown", "key", "4")),
    ),
    ("", "", "Một", "", "", "", 3, "1"): DraftQuestion(
        "dòng 5",
        "",
        options=("Một",),
        key=((0,),),
        doubts=(
            Doubt("no_text", "text"),
            Doubt("bad_number", "seconds", "3"),
            Doubt("few_options", "options", "1"),
        ),
    ),
}


@pytest.mark.parametrize("row", ROWS)
def test_draft_of_a_row(row: tuple[str | int, ...]) -> None:
    assert read_kahoot(book([*ABOVE, HEADER, row]), "k.xlsx") == Imported((ROWS[row],))


def test_csv_with_empty_rows() -> None:
    first, second = [*ROWS][:2]
    found = read_kahoot(table([HEADER, first, [""] * 8, second]), "k.csv")
    assert [draft.place for draft in found.drafts] == ["dòng 2", "dòng 4"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (
            book([["STT", "Câu hỏi", "A", "B", "Đáp án"], [1, "Gì?", "Một", "Hai", "A"]]),
            "not_this_kind",
        ),
        (book([HEADER]), "empty"),
        (b"PK\x03\x04 not a zip", "broken"),
        (b"", "empty"),
    ],
)
def test_refusal_of_a_file(data: bytes, code: str) -> None:
    with pytest.raises(UnreadableFile) as refusal:
        read_kahoot(data, "k.xlsx")
    assert refusal.value.code == code
