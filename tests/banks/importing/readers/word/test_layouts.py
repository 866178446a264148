import pytest

from quiz.banks.importing.readers.word import read_word
from tests.banks.importing.readers.word.documents import bold, understood, word

NBSP = "\u00a0"
KEY = "Đáp án: B"
ONE = [("Hỏi gì?", ["Một", "Hai", "Ba"], "B")]
LETTERED = ("A. Một", "B. Hai", "C. Ba")

SAME = {
    "word and colon": ("Câu 1: Hỏi gì?", *LETTERED, KEY),
    "word and dot": ("Câu 1. Hỏi gì?", *LETTERED, KEY),
    "two words": ("Câu hỏi 1. Hỏi gì?", *LETTERED, KEY),
    "word and bracket": ("Câu 1) Hỏi gì?", *LETTERED, KEY),
    "word and nothing": ("Câu 1 Hỏi gì?", *LETTERED, KEY),
    "capitals": ("CÂU 1: Hỏi gì?", *LETTERED, "ĐÁP ÁN: B"),
    "points behind the number": ("Câu 1 (0,25 điểm): Hỏi gì?", *LETTERED, KEY),
    "number and dot": ("1. Hỏi gì?", *LETTERED, KEY),
    "number and bracket": ("1) Hỏi gì?", *LETTERED, KEY),
    "number and slash": ("1/ Hỏi gì?", *LETTERED, KEY),
    "no number": ("Hỏi gì?", *LETTERED, KEY),
    "letters with brackets": ("Câu 1: Hỏi gì?", "A) Một", "B) Hai", "C) Ba", KEY),
    "small letters": ("Câu 1: Hỏi gì?", "a. Một", "b. Hai", "c. Ba", KEY),
    "small letters with brackets": ("Câu 1: Hỏi gì?", "a) Một", "b) Hai", "c) Ba", KEY),
    "letters with colons": ("Câu 1: Hỏi gì?", "A: Một", "B: Hai", "C: Ba", KEY),
    "letters with dashes": ("Câu 1: Hỏi gì?", "A- Một", "B- Hai", "C- Ba", KEY),
    "letters with slashes": ("Câu 1: Hỏi gì?", "a/ Một", "b/ Hai", "c/ Ba", KEY),
    "letters in brackets": ("Câu 1: Hỏi gì?", "(A) Một", "(B) Hai", "(C) Ba", KEY),
    "options in brackets": ("Câu 1: Hỏi gì?", "(a- Một; b- Hai; c- Ba)", KEY),
    "no space behind the letter": ("Câu 1:Hỏi gì?", "A.Một", "B.Hai", "C.Ba", KEY),
    "two on a line, tab": ("Câu 1: Hỏi gì?", "A. Một\tB. Hai", "C. Ba", KEY),
    "all on a line, spaces": ("Câu 1: Hỏi gì?", "A. Một   B. Hai   C. Ba", KEY),
    "all on a line, one space": ("Câu 1: Hỏi gì?", "A. Một B. Hai C. Ba", KEY),
    "all on the question's line": ("Câu 1: Hỏi gì? A. Một B. Hai C. Ba", KEY),
    "the key there too": ("Câu 1: Hỏi gì? A. Một B. Hai C. Ba Đáp án: B",),
    "the key in brackets": ("Câu 1: Hỏi gì? (Đáp án: B)", *LETTERED),
    "line breaks": ("Câu 1: Hỏi gì?\nA. Một\nB. Hai\nC. Ba\nĐáp án: B",),
    "text over several lines": ("Câu 1: Hỏi", "gì?", *LETTERED, KEY),
    "an option over two lines": ("Câu 1: Hỏi gì?", "A. Một", "B. Hai", "C.", "Ba", KEY),
    "gaps": ("", "Câu 1: Hỏi gì?", "", "A. Một", "", "B. Hai", "C. Ba", "", "", KEY, ""),
    "non-breaking spaces": (
        f"Câu{NBSP}1:{NBSP}Hỏi{NBSP}gì?",
        f"{NBSP}A.{NBSP}Một",
        f"B.{NBSP}Hai",
        f"{NBSP}\tC.\tBa",
        f"Đáp{NBSP}án:{NBSP}B",
    ),
    "unseen spaces": ("\u200bCâu 1: Hỏi gì?", "\ufeffA. Một", "B.\u200b Hai", "C. Ba", KEY),
    "parted letters": (
        "Ca\u0302u 1: Ho\u0309i gi\u0300?",
        "A. Mo\u0323\u0302t",
        "B. Hai",
        "C. Ba",
        KEY,
    ),
    "bullets": ("Câu 1: Hỏi gì?", "- Một", "- Hai", "- Ba", KEY),
    "round bullets": ("Câu 1: Hỏi gì?", "• Một", "• Hai", "• Ba", KEY),
    "stars before letters": ("Câu 1: Hỏi gì?", "A. Một", "*B. Hai", "C. Ba"),
    "an end": ("Câu 1: Hỏi gì?", *LETTERED, KEY, "--- HẾT ---"),
}


@pytest.mark.parametrize("name", SAME)
def test_one_question_in_any_layout(name: str) -> None:
    assert understood(word(*SAME[name])) == ONE


def test_questions_follow_each_other() -> None:
    file = word("1. Một?", "A. a", "B. b", "Đáp án: A", "2. Hai?", "A. c", "B. d", "Đáp án: B")
    assert understood(file) == [("Một?", ["a", "b"], "A"), ("Hai?", ["c", "d"], "B")]


def test_questions_without_numbers_follow_each_other() -> None:
    file = word("Một?", "A. a", ("B. ", bold("b")), "Hai?", ("A. ", bold("c")), "B. d")
    assert understood(file) == [("Một?", ["a", "b"], "B"), ("Hai?", ["c", "d"], "A")]


def test_numbers_within_a_text_begin_no_question() -> None:
    file = word(
        "1. Các ý:",
        "1. đúng",
        "5. sai",
        "Là?",
        "A. a",
        "B. b",
        "Đáp án: A",
        "2. Hai?",
        "A. a",
        "B. b",
        "Đáp án: B",
    )
    assert [text for text, *_ in understood(file)] == ["Các ý: 1. đúng 5. sai Là?", "Hai?"]


def test_dates_and_thousands_begin_no_question() -> None:
    file = word("1. Ngày nào", "3/2/1930 hay 1.000 ngày?", "A. a", "B. b", "Đáp án: A")
    assert understood(file) == [("Ngày nào 3/2/1930 hay 1.000 ngày?", ["a", "b"], "A")]


def test_names_with_initials_are_not_cut() -> None:
    file = word("Câu 1: Ai?", "A. Nguyễn Văn B. Trần", "B. C. Mác", "C. V.I. Lênin", "Đáp án: C")
    assert understood(file) == [("Ai?", ["Nguyễn Văn B. Trần", "C. Mác", "V.I. Lênin"], "C")]


def test_doubled_letters_are_a_doubt() -> None:
    lines = ("Câu 1. Hỏi gì?", "A. Một", "B. Hai", "C. Ba", "C. Bốn")
    options = ["Một", "Hai", "Ba", "Bốn"]
    assert understood(word(*lines, "Đáp án: B")) == [("Hỏi gì?", options, "B", "letters")]
    assert understood(word(*lines, "Đáp án: C")) == [
        ("Hỏi gì?", options, "", "letters", "key_unknown")
    ]


def test_doubled_letters_on_one_line_are_a_doubt() -> None:
    file = word("Câu 1. Hỏi gì?", "A. Một\tB. Hai\tC. Ba\tC. Bốn", "Đáp án: A")
    assert understood(file) == [("Hỏi gì?", ["Một", "Hai", "Ba", "Bốn"], "A", "letters")]


@pytest.mark.parametrize("missing", ["B", "A"])
def test_missing_letter_is_a_doubt(missing: str) -> None:
    lines = [line for line in ("A. Một", "B. Hai", "C. Ba") if line[0] != missing]
    assert understood(word("Câu 1: Hỏi?", *lines, "Đáp án: C"))[0][2:] == ("B", "letters")


def test_options_that_speak_of_others_fix_the_order() -> None:
    file = word("Câu 1: Hỏi?", "A. Một", "B. Hai", "C. Cả A và B đều đúng", "Đáp án: C")
    (draft,) = read_word(file, "a.docx").drafts
    assert (draft.key, draft.fixed_order) == (((2,),), True)


def test_fields_below_a_question() -> None:
    file = word(
        "Câu 1: Hỏi?",
        "A. Một",
        "B. Hai",
        "Đáp án: B",
        "Giải thích: Vì hai",
        "là hai.",
        "Căn cứ: Điều 5",
        "Chủ đề: Số",
        "Thời gian: 20 giây",
        "Điểm: 5",
        "Mức độ: khó",
    )
    (draft,) = read_word(file, "a.docx").drafts
    assert (draft.explanation, draft.citation, draft.topic) == ("Vì hai là hai.", "Điều 5", "Số")
    assert (draft.seconds, draft.points, draft.difficulty, draft.doubts) == (20, 5, 3, ())


def test_title_and_sections_are_no_questions() -> None:
    file = word(
        "BỘ CÂU HỎI",
        "Phần I. Luật",
        "Câu 1: Hỏi?",
        "A. a",
        "B. b",
        "Đáp án: A",
        "PHẦN II. ĐIỀU LỆ",
        "Câu 2: Nữa?",
        "A. a",
        "B. b",
        "Đáp án: B",
    )
    found = read_word(file, "a.docx")
    assert (found.title, found.notes) == ("BỘ CÂU HỎI", ("left_out:1",))
    assert [draft.options for draft in found.drafts] == [("a", "b"), ("a", "b")]


def test_line_after_a_gap_belongs_nowhere_for_sure() -> None:
    file = word(
        "Câu 1: Hỏi?",
        "A. a",
        "B. b",
        "",
        "Lời dặn nào đó",
        "Câu 2: Nữa?",
        "A. a",
        "B. b",
        "Đáp án: A",
    )
    assert understood(file)[0] == ("Hỏi?", ["a", "b"], "", "stray", "no_key")


def test_numbers_that_begin_anew_are_told_apart() -> None:
    lines = ("Câu 1: Hỏi?", "A. a", "B. b", "Đáp án: A")
    found = read_word(word(*lines, *lines), "a.docx")
    assert [draft.place for draft in found.drafts] == [
        "Câu 1 (câu thứ 1 của tệp)",
        "Câu 1 (câu thứ 2 của tệp)",
    ]


def test_questions_to_type_an_answer_to() -> None:
    file = word(
        "Câu 1: Năm nào?",
        "Đáp án: 1929",
        "Câu 2: Ai?",
        "Đáp án: Nguyễn Đức Cảnh",
        "Câu 3: Đúng không?",
        "Đáp án: Sai",
        "Câu 4: Bao nhiêu?",
        "Đáp án: 140.000",
    )
    found = read_word(file, "a.docx").drafts
    assert [(draft.kind.value, draft.key) for draft in found] == [
        ("number", ("1929",)),
        ("text", ("Nguyễn Đức Cảnh",)),
        ("true_false", ((1,),)),
        ("number", ()),
    ]
    assert [doubt.code for doubt in found[3].doubts] == ["bad_number"]


def test_options_true_and_false() -> None:
    (draft,) = read_word(
        word("Câu 1: Đúng không?", "A. Đúng", "B. Sai", "Đáp án: B"), "a.docx"
    ).drafts
    assert (draft.kind.value, draft.options, draft.key) == ("true_false", ("Đúng", "Sai"), ((1,),))
