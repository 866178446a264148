import pytest

from quiz.core.nouns.model import Answer, Kind, Question
from quiz.core.question.comparing import FIRST_RULE, alike, is_right, is_same_text, read_number


def question(kind: Kind, key: tuple[Answer, ...], options: int = 4, **more: object) -> Question:
    texts = tuple("ABCDEF"[:options])
    return Question("q", kind, "?", key, options=texts, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Hoà bình", "hòa  Bình", True),
        ("Tổng Công hội đỏ", "tổng công hội đỏ.", True),
        ("Lạng Sơn", "Lạng Sơn", True),
        ("Lạng Sơn", "lang son", True),
        ("Đoàn kết", "doan ket", True),
        ("Lạng Sơn", "Cao Bằng", False),
        ("tổng công hội", "tổngcông hội", True),
        ("TP. HCM", "TPHCM", True),
        ("Bác Hồ", "bácHồ", True),
        ("Đắk Lắk", "ĐắkʼLắk", True),
        ("K’Bang", "KꞌBang", True),
        ("KˈBang", "K'Bang", True),
        ("KʼBang", "KBang", True),
        ("Hồ\u00adChí Minh", "Hồ Chí\u200b Minh", True),
        ("Ho\u200bàn Kiếm", "Hoàn Kiếm", True),
        ("28/7", "28 7", True),
        ("28/7", "287", False),
        ("1,5", "15", False),
        ("Điều 5", "điều5", True),
    ],
)
def test_same_text_without_strict_marks(one: str, other: str, same: bool) -> None:
    assert is_same_text(one, other, strict_marks=False) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("hoà", "hòa", True),
        ("thuý", "thúy", True),
        ("hoà", "hoả", False),
        ("Lạng Sơn", "Lang Son", False),
        ("mưa", "mua", False),
        ("Bác Hồ", "BácHồ", True),
        ("Hoà Bình", "hòabình", True),
        ("bác ho", "bac hó", False),
        ("TP. HCM", "TPHCM", True),
        ("toán", "toa\u0301n", True),
    ],
)
def test_same_text_with_strict_marks(one: str, other: str, same: bool) -> None:
    assert is_same_text(one, other, strict_marks=True) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Bác Hồ", "bác  hồ.", True),
        ("Bác Hồ", "BácHồ", False),
        ("Hồ\u00adChí Minh", "HồChí Minh", False),
        ("KʼBang", "K'Bang", False),
    ],
)
def test_question_drawn_under_the_first_rule_is_judged_by_it(
    one: str, other: str, same: bool
) -> None:
    asked = question(Kind.TEXT, (one,))
    assert is_right(asked, other, FIRST_RULE) is same
    assert (alike(asked, one, FIRST_RULE) == alike(asked, other, FIRST_RULE)) is same


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("20.125", "20125"),
        ("20125", "20125"),
        ("1.234.567,5", "1234567.5"),
        ("0,5", "0.5"),
        ("0.5", "0.5"),
        ("20 125", "20125"),
        ("-3", "-3"),
        ("ba", "None"),
        ("1e9", "None"),
        ("", "None"),
    ],
)
def test_read_number_as_vietnamese_write_it(text: str, number: str) -> None:
    assert str(read_number(text)) == number


def test_is_right_for_each_kind() -> None:
    assert is_right(question(Kind.ONE, ((2,), (3,))), (3,))
    assert not is_right(question(Kind.ONE, ((2,),)), (1,))
    assert is_right(question(Kind.SEVERAL, ((0, 2),)), (2, 0))
    assert not is_right(question(Kind.SEVERAL, ((0, 2),)), (0,))
    assert is_right(question(Kind.ORDER, ((2, 0, 1, 3),)), (2, 0, 1, 3))
    assert not is_right(question(Kind.ORDER, ((2, 0, 1, 3),)), (0, 2, 1, 3))
    assert is_right(question(Kind.TEXT, ("Nguyễn Ái Quốc", "Hồ Chí Minh")), "hồ chí minh")
    assert is_right(question(Kind.NUMBER, ("1929",), tolerance="1"), "1930")
    assert not is_right(question(Kind.NUMBER, ("1929",), tolerance="1"), "1931")
