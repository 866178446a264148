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
        (f"Lê {HEAPED}", "Lê"),
        (f"{HEAPED}Lê", "Lê"),
        ("An\u3164Bình", "An Bình"),
        ("An\ufe0f\u034f", "An"),
        ("An\u20dd\u20dd\u20ddB\u20dd", "An\u20dd\u20ddB\u20dd"),
        ("สมศักดิ์", "สมศักดิ์"),
        ("  An \u200b Bình\n", "An Bình"),
    ],
)
def test_letter_keeps_its_own_marks_and_two_more(typed: str, shown: str) -> None:
    assert clean_text(typed) == shown


def draws_nothing(code: int) -> bool:
    """As Unicode has it: white space, Default_Ignorable_Code_Point, other fillers, bare marks."""
    return unicodedata.category(chr(code))[0] in "CZM" or code in FILLERS


FILLERS = {0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x1D159, 0x13441, 0x13442, 0xFFFC}


def test_nothing_but_what_draws_nothing_is_empty() -> None:
    # By the way of UTF-8: halves of a pair never come in.
    codes = [code for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF]
    seen = [hex(code) for code in codes if draws_nothing(code) and clean_text(chr(code) * 3)]
    assert seen == []
    assert clean_text("".join(chr(code) for code in codes if draws_nothing(code))) == ""


def test_all_else_is_seen() -> None:
    codes = [code for code in range(0x20000) if not 0xD800 <= code <= 0xDFFF]
    assert [
        hex(code) for code in codes if not draws_nothing(code) and not clean_text(chr(code))
    ] == []
