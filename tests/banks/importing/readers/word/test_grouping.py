"""Lines without a label, and pictures between questions: whose they are."""

from io import BytesIO

import pytest

from quiz.banks.importing.readers.word import read_word
from tests.banks.importing.readers.word.documents import (
    PNG,
    empty,
    saved,
    underline,
    understood,
    word,
    write,
)

BEE = ("Câu 1. Con gì làm mật?", (underline("A."), " Ong"), "B. Ruồi")
MOTH = ("Câu 2. Con gì nhả tơ?", "A. Kiến", (underline("B."), " Tằm"))
HEN = ("Câu 2. Mấy gà?", "A. 2", (underline("B."), " 4"))
DUCK = ("Câu 3. Mấy vịt?", (underline("A."), " 2"), "B. 4")
BEE_READ = ("Con gì làm mật?", ["Ong", "Ruồi"], "A")
POND = "Bà Tư nuôi bốn gà, hai vịt."
HENS = [(f"{POND} Mấy gà?", ["2", "4"], "B"), (f"{POND} Mấy vịt?", ["2", "4"], "A")]
KEYED = ("Câu 1. Một?", "A. a", "B. b", "Đáp án: A")
LINES = {
    "a passage for two questions": (
        word(*BEE, "Đọc đoạn sau và trả lời câu 2, 3:", POND, *HEN, *DUCK),
        [BEE_READ, *HENS],
    ),
    "a passage for questions from and to": (
        word(*BEE, "Dựa vào đoạn sau, trả lời các câu hỏi từ 2 đến 3.", POND, *HEN, *DUCK),
        [BEE_READ, *HENS],
    ),
    "a passage before all questions": (
        word("Đọc đoạn sau, trả lời câu 2-3:", POND, *HEN, *DUCK),
        HENS,
    ),
    "a passage that does not say for which": (
        word(*BEE, "Đọc đoạn sau và trả lời các câu hỏi:", POND, *HEN, *DUCK),
        [BEE_READ, (*HENS[0], "stray"), ("Mấy vịt?", ["2", "4"], "A")],
    ),
    "a passage that nothing announces": (
        word(*BEE, POND, *HEN),
        [(*BEE_READ, "stray"), ("Mấy gà?", ["2", "4"], "B")],
    ),
    "a last option without its letter": (
        word("Câu 1. Con gì?", "A. Thỏ", "B. Sói", "Không con nào", "Đáp án: A"),
        [("Con gì?", ["Thỏ", "Sói"], "A", "stray")],
    ),
    "a remark at the end": (
        word("Câu 1. Con gì?", "A. Thỏ", "B. Sói", "(Đề chưa có đáp án)"),
        [("Con gì?", ["Thỏ", "Sói"], "", "no_key", "stray")],
    ),
    "an option that goes on": (
        word("Câu 1. Con gì?", "A. Thỏ", "B. Sói,", "Cáo", "hay gấu", "Đáp án: A"),
        [("Con gì?", ["Thỏ", "Sói, Cáo hay gấu"], "A")],
    ),
    "a source within the question": (
        word("Câu 1. Số cá.", "(Nguồn: Sổ, 2019)", "Năm nào?", "A. 2017", "B. 2018", "Đáp án: B"),
        [("Số cá. Năm nào?", ["2017", "2018"], "B")],
    ),
    "a source without brackets within the question": (
        word("Câu 1. Số cá.", "Nguồn: Sổ", "của xã", "Năm nào?", "A. 2017", "B. 2018", "Đáp án: B"),
        [("Số cá. Năm nào?", ["2017", "2018"], "B")],
    ),
    "statements to call true or false": (
        word(
            *("PHẦN I. Chọn một.", *BEE),
            "PHẦN II. Trong mỗi ý a), b), c) của mỗi câu, chọn đúng hoặc sai.",
            *("Câu 1. Con ong:", (underline("a)"), " có cánh"), "b) có vây", "c) ăn thịt"),
        ),
        [BEE_READ, ("Con ong:", ["có cánh", "có vây", "ăn thịt"], "", "unsupported")],
    ),
    "a section with numbers alone": (
        word(
            *("Phần 1. Trắc nghiệm", "Câu 1", "Con gì?", "A. Voi", "B. Hổ", "Đáp án: A"),
            *("Phần 2. Đúng / Sai", "1. Cá bơi. → Đúng", "2. Gà có bốn chân. → Sai"),
        ),
        [
            ("Con gì?", ["Voi", "Hổ"], "A"),
            ("Cá bơi.", ["Đúng", "Sai"], "A"),
            ("Gà có bốn chân.", ["Đúng", "Sai"], "B"),
        ],
    ),
    "a section of short answers with numbers alone": (
        word(
            *(*KEYED, "Phần 2. Trả lời ngắn"),
            *("1. Một cộng một?", "Đáp án: 2", "2. Một cộng hai?", "Đáp án: 3"),
        ),
        [
            ("Một?", ["a", "b"], "A"),
            ("Một cộng một?", [], "2"),
            ("Một cộng hai?", [], "3"),
        ],
    ),
    "numbers below a key": (
        word("Câu 1. Con gì?", "A. Voi", "B. Hổ", "Đáp án: A", "1. Cá bơi", "2. Gà bay"),
        [("Con gì?", ["Voi", "Hổ"], "A", "stray", "stray")],
    ),
    "a passage behind a key": (
        word(*KEYED, "Đọc đoạn văn sau:", POND, *HEN),
        [("Một?", ["a", "b"], "A"), (*HENS[0], "stray")],
    ),
    "a last option of two lines": (
        word("Câu 1. Ai?", "A. Hội", "B. Đoàn của", "Việt Nam", "Đáp án: A"),
        [("Ai?", ["Hội", "Đoàn của Việt Nam"], "A")],
    ),
    "a list of keys on its head's line": (
        word(*HEN[:2], "B. 4", *DUCK[:1], "A. 2", "B. 4", "BẢNG ĐÁP ÁN: 2.B 3.A"),
        [("Mấy gà?", ["2", "4"], "B"), ("Mấy vịt?", ["2", "4"], "A")],
    ),
    "pairs that are the key of one question": (
        word("Câu 1. Nối?", "A. 2", "B. 4", "Câu 2. Nối?", "A. 2", "B. 4", "Đáp án: 1-B, 2-A"),
        [("Nối?", ["2", "4"], "", "no_key"), ("Nối?", ["2", "4"], "", "key_unknown")],
    ),
    "a passage below a section's name": (
        word(*BEE, "PHẦN II. ĐỌC HIỂU", f"{POND} Cuối vườn còn ba con ngỗng trắng.", *HEN),
        [
            BEE_READ,
            (f"{POND} Cuối vườn còn ba con ngỗng trắng. Mấy gà?", ["2", "4"], "B", "stray"),
        ],
    ),
    "statements said in brackets to be true or false": (
        word("Câu 1. Cá bơi (Đúng)", "Câu 2. Gà có bốn chân [Sai]"),
        [("Cá bơi", ["Đúng", "Sai"], "A"), ("Gà có bốn chân", ["Đúng", "Sai"], "B")],
    ),
    "a sign of an element": (
        word("Câu 1. Điền vào: X → S", "Câu 2. Lưu huỳnh (S)"),
        [
            ("Điền vào: X → S", [], "", "no_options", "no_key"),
            ("Lưu huỳnh (S)", [], "", "no_options", "no_key"),
        ],
    ),
    "a text far behind the last option": (
        word("Câu 1. Số?", "A. 1", "B. 2\tKhông số nào", "Đáp án: A"),
        [("Số?", ["1", "2 Không số nào"], "A", "stray")],
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_lines_without_a_label(name: str) -> None:
    data, expected = LINES[name]
    assert understood(data) == expected


def test_sentences_below_options_are_explanations() -> None:
    file = word(*BEE, "Theo sách, ong là loài làm mật.", *MOTH, "Con tằm nhả tơ để làm kén.")
    drafts = read_word(file, "a.docx").drafts
    assert [(draft.options, draft.explanation, draft.doubts) for draft in drafts] == [
        (("Ong", "Ruồi"), "Theo sách, ong là loài làm mật.", ()),
        (("Kiến", "Tằm"), "Con tằm nhả tơ để làm kén.", ()),
    ]


def with_picture(first: str, second: str) -> list[tuple[bytes, list[str]]]:
    """The pictures and doubts of two questions with a picture between them."""
    document = empty()
    write(document, f"Câu 1. {first}", "A. a", "B. b", "Đáp án: A")
    document.add_picture(BytesIO(PNG))
    write(document, f"Câu 2. {second}", "A. a", "B. b", "Đáp án: A")
    drafts = read_word(saved(document), "a.docx").drafts
    return [(draft.picture, [doubt.code for doubt in draft.doubts]) for draft in drafts]


def test_picture_between_questions_goes_to_the_one_that_speaks_of_it() -> None:
    assert with_picture("Tình hình thế nào?", "Hình trên màu gì?") == [(b"", []), (PNG, [])]
    assert with_picture("Hình dưới màu gì?", "Mấy?") == [(PNG, []), (b"", [])]


def test_picture_between_questions_that_none_speaks_of_is_a_doubt() -> None:
    assert with_picture("Ai?", "Mấy?") == [(b"", ["picture"]), (b"", ["picture"])]


def test_picture_before_the_first_question_is_not_lost() -> None:
    document = empty()
    document.add_picture(BytesIO(PNG))
    write(document, "Câu 1. Hình trên màu gì?", "A. a", "B. b", "Đáp án: A")
    (draft,) = read_word(saved(document), "a.docx").drafts
    assert (draft.picture, draft.doubts) == (PNG, ())


def test_passage_of_no_question_is_counted() -> None:
    file = word(*BEE, "Đọc đoạn sau và trả lời câu 8, 9:", POND, *HEN)
    assert read_word(file, "a.docx").notes == ("left_out:1",)


def test_numbers_left_out_are_named() -> None:
    lines = ("A. a", "B. b", "Đáp án: A")
    file = word("Câu 1. Một?", *lines, "Câu 3. Ba?", *lines, "Câu 6. Sáu?", *lines)
    assert read_word(file, "a.docx").notes == ("numbers_missing:2, 4, 5",)


def test_long_line_before_all_questions_is_counted() -> None:
    file = word("BỘ CÂU HỎI", "Bà Tư nuôi gà. " * 10, *BEE)
    assert read_word(file, "a.docx").notes == ("left_out:1",)
