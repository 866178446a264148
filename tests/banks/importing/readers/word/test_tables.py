import pytest

from quiz.banks.importing.readers.word import read_word
from tests.banks.importing.readers.word.documents import bold, tables, underline, understood

Q1 = ("Câu 1: Một?", "A. a", "B. b")
Q2 = ("Câu 2: Hai?", "A. c", "B. d")
BOTH = [("Một?", ["a", "b"], "B"), ("Hai?", ["c", "d"], "A")]

LISTS = {
    "one line": ("BẢNG ĐÁP ÁN: ", "1.B 2.A"),
    "one line without a head": ("1B 2A",),
    "lines": ("ĐÁP ÁN", "1. B", "2. A"),
    "lines with words": ("Đáp án:", "Câu 1: B", "Câu 2: A"),
    "words without a head": ("Câu 1: B", "Câu 2: A"),
    "gaps and tabs": ("Đáp án đề 1", "", "1-B\t2-A", ""),
    "brackets": ("Đáp án", "1) B; 2) A"),
    "table of two rows": ("ĐÁP ÁN", [["Câu", "1", "2"], ["Đáp án", "B", "A"]]),
    "table of two rows without names": ([["1", "2"], ["B", "A"]],),
    "table of two columns": ([["Câu", "Đáp án"], ["1", "B"], ["2", "A"]],),
    "table of four columns": ([["Câu", "ĐA", "Câu", "ĐA"], ["1", "B", "2", "A"]],),
    "table of pairs": ("ĐÁP ÁN", [["1.B", "2.A", ""]]),
    "table of four rows": ([["Câu", "1"], ["Đáp án", "B"], ["Câu", "2"], ["Đáp án", "A"]],),
}


@pytest.mark.parametrize("name", LISTS)
def test_keys_at_the_end(name: str) -> None:
    found = read_word(tables(*Q1, *Q2, *LISTS[name]), "a.docx")
    assert understood(tables(*Q1, *Q2, *LISTS[name])) == BOTH
    assert found.notes == ("key_table",)


def test_keys_after_each_section() -> None:
    file = tables(*Q1, "1.B 2.A", *Q1, "1.A 2.A")
    assert [key for _, _, key in understood(file)] == ["B", "A"]


def test_key_of_a_number_that_two_questions_have() -> None:
    file = tables(*Q1, *Q1, "Đáp án", "1.B 2.A")
    assert [found[2:] for found in understood(file)] == [("", "many_keys")] * 2


def test_listed_keys_of_no_question_are_counted() -> None:
    assert read_word(tables(*Q1, "1.B 7.A 8.C"), "a.docx").notes == ("key_table", "left_out:2")


def test_key_missing_in_the_list() -> None:
    assert understood(tables(*Q1, *Q2, "ĐÁP ÁN", "1.B"))[1] == ("Hai?", ["c", "d"], "", "no_key")


ONE = [("Hỏi gì?", ["Một", "Hai", "Ba", "Bốn"], "C")]
LAYOUTS = {
    "options in cells": (
        "Câu 1: Hỏi gì?",
        [["A. Một", "B. Hai"], ["C. Ba", "D. Bốn"]],
        "Đáp án: C",
    ),
    "options in one row": (
        "Câu 1: Hỏi gì?",
        [["A. Một", "B. Hai", "C. Ba", "D. Bốn"]],
        "Đáp án: C",
    ),
    "letters in cells": (
        "Câu 1: Hỏi gì?",
        [["A", "Một"], ["B.", "Hai"], ["C", "Ba"], ["D", "Bốn"]],
        "Đáp án: C",
    ),
    "underlined in a cell": (
        "Câu 1: Hỏi gì?",
        [["A. Một", "B. Hai"], [(underline("C."), " Ba"), "D. Bốn"]],
    ),
    "whole question in a cell": ([["1", "Hỏi gì?\nA. Một\nB. Hai\nC. Ba\nD. Bốn\nĐáp án: C"]],),
    "columns": (
        [
            ["STT", "Câu hỏi", "A", "B", "C", "D", "Đáp án"],
            ["1", "Hỏi gì?", "Một", "Hai", "Ba", "Bốn", "C"],
        ],
    ),
    "columns, the key bold": (
        [
            ["STT", "Nội dung", "A", "B", "C", "D"],
            ["1", "Hỏi gì?", "Một", "Hai", bold("Ba"), "Bốn"],
        ],
    ),
    "columns with letters again": (
        [
            ["Câu hỏi", "Phương án A", "Phương án B", "Phương án C", "Phương án D", "Đáp án"],
            ["Hỏi gì?", "A. Một", "B. Hai", "C. Ba", "D. Bốn", "Ba"],
        ],
    ),
    "question and key in columns": (
        [["STT", "Câu hỏi", "Đáp án"], ["1", "Hỏi gì?\nA. Một\nB. Hai\nC. Ba\nD. Bốn", "C"]],
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_question_in_a_table(name: str) -> None:
    assert understood(tables(*LAYOUTS[name])) == ONE


def test_questions_without_numbers_and_options_in_cells() -> None:
    file = tables("Một?", [["A. a", "B. b *"]], "Hai?", [["A. c *", "B. d"]])
    assert understood(file) == BOTH
