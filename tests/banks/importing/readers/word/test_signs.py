"""Signs beside options: marks of right ones, or parts of the options."""

import pytest

from tests.banks.importing.readers.word.documents import (
    Paragraph,
    understood,
    word,
    yellow,
)


def beasts(*endings: str) -> bytes:
    """Three questions; the highlighted option of each ends with one of the endings."""
    lines: list[Paragraph] = []
    for number, ending in enumerate(endings, 1):
        lines += [f"Câu {number}. Con gì?", "A. Cá", (yellow(f"B. Khỉ{ending}"),), "C. Bò"]
    return word(*lines)


def unmarked(*endings: str) -> bytes:
    """Questions that nothing but a sign behind the second option marks."""
    lines: list[str] = []
    for number, ending in enumerate(endings, 1):
        lines += [f"Câu {number}. Con gì?", "A. Cá", f"B. Khỉ{ending}", "C. Bò"]
    return word(*lines)


BEAST = ("Con gì?", ["Cá", "Khỉ", "Bò"], "B")
COSINE = ["y = 2x", "y = cos (x)", "y = 3"]
SIGNS = {
    "an arrow back at highlighted ones": (beasts(" <-", " <-", " <-"), [BEAST] * 3),
    "an arrow at one highlighted one": (beasts("", " ←", ""), [BEAST] * 3),
    "an arrow ahead": (beasts(" =>", " =>", ""), [BEAST] * 3),
    "an exclamation mark": (beasts("!", "!", "!"), [BEAST] * 3),
    "a letter đ": (beasts(" đ", " đ", " Đ"), [BEAST] * 3),
    "a star in brackets": (beasts(" (*)", " (*)", ""), [BEAST] * 3),
    "an exclamation mark at wrong ones too": (
        word(*("Câu 1. Con gì?", "A. Cá!", (yellow("B. Khỉ!"),), "C. Bò")),
        [("Con gì?", ["Cá!", "Khỉ!", "Bò"], "B")],
    ),
    "a sign of money at one of many": (
        beasts(" 5 đ", "", ""),
        [("Con gì?", ["Cá", "Khỉ 5 đ", "Bò"], "B"), BEAST, BEAST],
    ),
    "an arrow and no other mark": (unmarked(" <-"), [BEAST]),
    "an x in brackets at each": (unmarked(" (x)", " (x)"), [BEAST] * 2),
    "an x in brackets at one of three": (
        unmarked(" (x)", "", ""),
        [("Con gì?", ["Cá", "Khỉ (x)", "Bò"], "", "no_key")]
        + [("Con gì?", ["Cá", "Khỉ", "Bò"], "", "no_key")] * 2,
    ),
    "a cosine": (
        word("Câu 1. Hàm nào?", *(f"{a}. {b}" for a, b in zip("ABC", COSINE, strict=True))),
        [("Hàm nào?", COSINE, "", "no_key")],
    ),
    "cosines in each": (
        word(
            *("Câu 1. Hàm?", "A. 2x", "B. sin (x)", "Câu 2. Hàm?", "A. cos (x)", "B. 3"),
        ),
        [
            ("Hàm?", ["2x", "sin (x)"], "", "no_key"),
            ("Hàm?", ["cos (x)", "3"], "", "no_key"),
        ],
    ),
    "a loop": (
        word("Câu 1. Lệnh?", "A. if", "B. while (true)", "Đáp án: B"),
        [("Lệnh?", ["if", "while (true)"], "B")],
    ),
    "an arrow before the letter": (
        word("Câu 1. Con gì?", "A. Cá", "-> B. Khỉ", "C. Bò"),
        [BEAST],
    ),
    "an arrow and the option again": (
        word("Câu 1. Con gì?", "A. Cá", "B. Khỉ", "C. Bò", "=> B. Khỉ"),
        [BEAST],
    ),
    "an arrow, the key and why": (
        word("Câu 1. Con gì?", "A. Cá", "B. Khỉ", "C. Bò", "=> B. Vì khỉ leo cây"),
        [BEAST],
    ),
    "an arrow and another option": (
        word("Câu 1. Con gì?", "A. Cá", "B. Khỉ", "C. Bò", "=> B. Voi"),
        [("Con gì?", ["Cá", "Khỉ", "Bò", "Voi"], "D", "letters")],
    ),
    "a plus": (beasts(" +", " +", " +"), [BEAST] * 3),
    "signs at wrong options too": (
        word(
            *(
                line
                for n in "12"
                for line in (f"Câu {n}. Con gì?", "A. Cá (F)", "B. Khỉ (T)", "C. Bò (F)")
            )
        ),
        [BEAST] * 2,
    ),
    "boxes": (
        word("Câu 1. Con gì?", "A. [ ] Cá", "B. [x] Khỉ", "C. [ ] Bò"),
        [BEAST],
    ),
    "an arrow at a written key": (
        word("Câu 1. Con gì?", "A. Cá", "B. Khỉ ←", "C. Bò", "Đáp án: B"),
        [BEAST],
    ),
    "numbers with exclamation marks": (
        word(
            *("Câu 1. Mấy?", (yellow("A. 5!"),), "B. 4", "Câu 2. Mấy?", "A. 3", (yellow("B. 6!"),)),
        ),
        [("Mấy?", ["5!", "4"], "A"), ("Mấy?", ["3", "6!"], "B")],
    ),
    "small signs of right and wrong": (
        word("Câu 1. Con gì?", "A. Cá (s)", "B. Khỉ (đ)", "C. Bò (s)"),
        [BEAST],
    ),
    "full stops at right options only": (
        beasts(".", ".", "."),
        [BEAST] * 3,
    ),
}


@pytest.mark.parametrize("name", SIGNS)
def test_signs_beside_options(name: str) -> None:
    data, expected = SIGNS[name]
    assert understood(data) == expected
