import unicodedata

import pytest

from quiz.core.cleaning import clean_text

HEAPED = "\u0301\u0300\u0303\u0309" * 5


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Ẩn Ỗi Ẫm", "Ẩn Ỗi Ẫm"),
        (unicodedata.normalize("NFD", "Ẩn Ỗi Ẫm"), "Ẩn Ỗi Ẫm"),
        (f"A{HEAPED}n", "Á\u0300\u0303n"),
        (f"Lê {HEAPED}", "Lê \u0301\u0300"),
        ("An\u20dd\u20dd\u20ddB\u20dd", "An\u20dd\u20ddB\u20dd"),
        ("สมศักดิ์", "สมศักดิ์"),
        ("  An \u200b Bình\n", "An Bình"),
    ],
)
def test_letter_keeps_its_own_marks_and_two_more(typed: str, shown: str) -> None:
    assert clean_text(typed) == shown
