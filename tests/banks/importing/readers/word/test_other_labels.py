"""Options that are called otherwise than A, B, C, or whose letters are not as they should be."""

import pytest

from tests.banks.importing.readers.word.documents import (
    bold,
    empty,
    item,
    lists,
    red,
    saved,
    tables,
    understood,
    word,
    write,
    yellow,
)


def automatic(form: str, text: str, *, on: bool = False) -> bytes:
    """Two questions with options in an automatic list; `on`: it goes on in the second."""
    document = empty()
    lists(document, ((form, text),), nums=[(1, 0, False), (2, 0, True)])
    for number, options in ((1, ("a", "b", "c", "d")), (2, ("e", "f", "g", "h"))):
        write(document, f"Câu {number}. Gì?")
        for option in options:
            item(document, option, 1 if on or number == 1 else 2)
        write(document, f"Đáp án: {KEYS[form, on][number - 1]}")
    return saved(document)


KEYS = {
    ("decimal", False): "23",
    ("upperRoman", False): ("II", "III"),
    ("lowerRoman", False): ("ii", "iii"),
    ("decimal", True): "26",
    ("upperLetter", True): "BF",
}
OPTIONS_2 = [("Gì?", list("abcd"), "B"), ("Gì?", list("efgh"), "C")]
GONE_ON = [("Gì?", list("abcd"), "B"), ("Gì?", list("efgh"), "B", "letters")]
FRUIT = ("Quả nào chua?", ["Chuối", "Chanh", "Mít"], "B")
IN_TURN = [("Số?", ["1", "2", "9", "4"], "C")]
LABELS = {
    "numbers, typed": (
        word("Câu 1: Quả nào chua?", "1. Chuối", "2. Chanh", "3. Mít", "Đáp án: 2"),
        [FRUIT],
    ),
    "numbers with brackets, typed": (
        word("Câu 1: Quả nào chua?", "1) Chuối", "2) Chanh", "3) Mít", "Đáp án 2"),
        [FRUIT],
    ),
    "numbers, marked": (
        word("Câu 1: Quả nào chua?", "1) Chuối", (red("2)"), " Chanh"), "3) Mít"),
        [FRUIT],
    ),
    "numbers on one line": (
        word("Câu 1: Quả nào chua?", "1) Chuối\t2) Chanh\t3) Mít", "Đáp án: 2"),
        [FRUIT],
    ),
    "numbers behind the question": (
        word("Câu 1: Quả nào chua? 1) Chuối 2) Chanh 3) Mít", "Đáp án: 2"),
        [
            ("Quả nào chua? 1) Chuối 2) Chanh 3) Mít", [], "", "kind_unknown"),
        ],
    ),
    "numbers below numbers": (
        word(
            *("1. Quả nào chua?", "1) Chuối", "2) Chanh", "3) Mít", "Đáp án: 2"),
            *("2. Quả nào chua?", "1) Chuối", "2) Chanh", "3) Mít", "Đáp án: 2"),
        ),
        [FRUIT, FRUIT],
    ),
    "numbers of one form below numbers": (
        word(
            *("1. Quả nào chua?", "1. Chuối", "2. Chanh", "3. Mít", "Đáp án: 2"),
            *("2. Quả nào chua?", "1. Chuối", "2. Chanh", "3. Mít", "Đáp án: 2"),
        ),
        [FRUIT, FRUIT],
    ),
    "numbers below numbers, marked": (
        word(
            *("1. Quả nào chua?", "1) Chuối", bold("2) Chanh"), "3) Mít"),
            *("2. Quả nào chua?", "1) Chuối", bold("2) Chanh"), "3) Mít"),
        ),
        [FRUIT, FRUIT],
    ),
    "numbers below a question without one": (
        word(
            *("Quả nào chua?", "1. Chuối", "2. Chanh", "3. Mít", "Đáp án: 2"),
            *("Quả nào chua?", "1. Chuối", "2. Chanh", "3. Mít", "Đáp án: 2"),
        ),
        [FRUIT, FRUIT],
    ),
    "Roman": (
        word("Câu 1: Quả nào chua?", "I. Chuối", "II. Chanh", "III. Mít", "Đáp án: II"),
        [FRUIT],
    ),
    "small Roman": (
        word("Câu 1: Quả nào chua?", "i) Chuối", "ii) Chanh", "iii) Mít", "Đáp án: ii"),
        [FRUIT],
    ),
    "letters from I on": (
        word("Câu 1: Quả nào chua?", "I. Chuối", "J. Chanh", "K. Mít", "Đáp án: J"),
        [(*FRUIT, "letters")],
    ),
    "letters from G on": (
        word("Câu 1: Quả nào chua?", "G. Chuối", "H. Chanh", "I. Mít", "Đáp án: H"),
        [(*FRUIT, "letters")],
    ),
    "a list of statements above lettered options": (
        word("Câu 1: Ý nào?", "1. Chua", "2. Ngọt", "A. Chỉ 1", "B. Cả hai", "Đáp án: B"),
        [("Ý nào? 1. Chua 2. Ngọt", ["Chỉ 1", "Cả hai"], "B")],
    ),
    "numbers to type": (
        word("1. Một cộng một?", "Đáp án: 2", "2. Một cộng hai?", "Đáp án: 3"),
        [("Một cộng một?", [], "2"), ("Một cộng hai?", [], "3")],
    ),
    "automatic numbers": (automatic("decimal", "%1)"), OPTIONS_2),
    "automatic Roman": (automatic("upperRoman", "%1."), OPTIONS_2),
    "automatic small Roman": (automatic("lowerRoman", "%1)"), OPTIONS_2),
    "automatic numbers that go on": (automatic("decimal", "%1)", on=True), GONE_ON),
    "automatic letters that go on": (automatic("upperLetter", "%1.", on=True), GONE_ON),
    "a comma behind a letter": (
        word("Câu 1. Số?", "A. 1", "B. 2", "C. 9", "D, 4", "Đáp án: C"),
        IN_TURN,
    ),
    "a comma behind the first letter": (
        word("Câu 1. Số?", "A, 1", "B. 2", "C. 9", "D. 4", "Đáp án: C"),
        IN_TURN,
    ),
    "nothing behind a letter": (
        word("Câu 1. Số?", "A. 1", "B. 2", "C 9", "D. 4", "Đáp án: C"),
        IN_TURN,
    ),
    "a comma on one line": (
        word("Câu 1. Số?", "A. 1\tB. 2\tC. 9\tD, 4", "Đáp án: C"),
        IN_TURN,
    ),
    "a capital behind small letters": (
        word("Câu 1. Số?", "a. 1 ;\tb. 2 ;\tc. 9.\t\tD. 4", "Đáp án: C"),
        [("Số?", ["1", "2", "9.", "4"], "C")],
    ),
    "two columns": (
        word("Câu 1. Số?", "A. 1", "C. 9", (yellow("B. 2"),), "D. 4"),
        [("Số?", ["1", "2", "9", "4"], "B")],
    ),
    "the first on the question's line": (
        word("Câu 1. Số: A. 1", "B. 2", "C. 9", "D. 4", "Đáp án: C"),
        [("Số:", ["1", "2", "9", "4"], "C")],
    ),
    "an initial on the question's line": (
        word("Câu 1. Ông Trần A. là ai?", "A. 1", "B. 2", "Đáp án: B"),
        [("Ông Trần A. là ai?", ["1", "2"], "B")],
    ),
    "a number of how many": (
        word(
            "Câu 1/2: Số?", "A. 1", "B. 2", "Đáp án: B", "Câu 2/2. Số?", "A. 3", "B. 4", "Đáp án: A"
        ),
        [("Số?", ["1", "2"], "B"), ("Số?", ["3", "4"], "A")],
    ),
    "a number of how many before a bare number": (
        word("1/2. Số?", "A. 1", "B. 2", "Đáp án: B", "2/2. Số?", "A. 3", "B. 4", "Đáp án: A"),
        [("Số?", ["1", "2"], "B"), ("Số?", ["3", "4"], "A")],
    ),
    "a number of how many, in brackets or with nothing behind it": (
        word(
            *("Câu [1/2]: Số?", "A. 1", "B. 2", "Đáp án: B"),
            *("Câu 2/2 Số?", "A. 3", "B. 4", "Đáp án: A"),
        ),
        [("Số?", ["1", "2"], "B"), ("Số?", ["3", "4"], "A")],
    ),
    "a capital behind small letters and one space": (
        word("Câu 1. Số?", "a. 1 b. 2 c. 9 D. 4", "Đáp án: C"),
        IN_TURN,
    ),
    "a fraction behind the number": (
        word("Câu 1: 1/2 là?", "A. 1", "B. 2", "Đáp án: B"),
        [("1/2 là?", ["1", "2"], "B")],
    ),
    "numbers within numbers": (
        word("Câu 1. Quả nào chua?", "1.1. Chuối", "1.2. Chanh", "1.3. Mít", "Đáp án: 2"),
        [FRUIT],
    ),
    "a key in words behind a number in the text": (
        word("Câu 1. Thủ đô? 1) Huế 2) Hà Nội", "Đáp án: Hà Nội"),
        [("Thủ đô? 1) Huế 2) Hà Nội", [], "", "kind_unknown")],
    ),
    "a key in words that no number stands before": (
        word("Câu 1. Ở ngõ 1. Ai?", "Đáp án: Trần Phú"),
        [("Ở ngõ 1. Ai?", [], "Trần Phú")],
    ),
    "two columns on one line": (
        word("Câu 1. Số?", "A. 1\tC. 9", "B. 2\tD. 4", "Đáp án: C"),
        IN_TURN,
    ),
    "circled numbers": (
        word("Câu 1. Quả nào chua?", "① Chuối", "② Chanh", "③ Mít", "Đáp án: 2"),
        [FRUIT],
    ),
    "numbers in cells": (
        tables("Câu 1. Quả nào chua?", [["1", "Chuối"], ["2", "Chanh"], ["3", "Mít"]], "ĐA: 2"),
        [FRUIT],
    ),
    "a number with its option": (
        word("Câu 1. Quả nào chua?", "1) Chuối", "2) Chanh", "3) Mít", "Đáp án: 2) Chanh"),
        [FRUIT],
    ),
    "words with commas behind letters": (
        word("Câu 1. Nhóm A, nhóm B, nhóm C đi đâu?", "A. Huế", "B. Vinh", "Đáp án: B"),
        [("Nhóm A, nhóm B, nhóm C đi đâu?", ["Huế", "Vinh"], "B")],
    ),
}


@pytest.mark.parametrize("name", LABELS)
def test_labels_of_options(name: str) -> None:
    data, expected = LABELS[name]
    assert understood(data) == expected
