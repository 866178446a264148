from dataclasses import replace

import pytest

from quiz.banks.searching import Wanted, found, source_of
from quiz.core.nouns.model import Kind, Question

ONE = Question(
    "cd-001",
    Kind.ONE,
    "Công đoàn Việt Nam thành lập năm nào?",
    ((0,),),
    ("1929", "Năm Đinh Mão"),
    explanation="Đại hội họp tại Hà Nội.",
    citation="Điều lệ, Điều 1",
    topic="Lịch sử",
    difficulty=2,
)
TWO = Question(
    "cd-002",
    Kind.TEXT,
    "Ai đọc diễn văn?",
    ("Nguyễn Đức Cảnh",),
    source_status="secondary",
    topic="Nhân vật",
)


def ids(wanted: Wanted) -> list[str]:
    return [question.id for question in found([ONE, TWO], wanted)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", ["cd-001", "cd-002"]),
        ("cong doan", ["cd-001"]),
        ("ĐOÀN công", ["cd-001"]),
        ("đoán", []),
        ("dinh mao", ["cd-001"]),
        ("họp tai ha", ["cd-001"]),
        ("dieu le", ["cd-001"]),
        ("nguyen duc canh", ["cd-002"]),
        ("cd-00", ["cd-001", "cd-002"]),
        ("lich su, hanoi", []),
        ("1929", ["cd-001"]),
    ],
)
def test_words_are_found_with_or_without_marks(words: str, expected: list[str]) -> None:
    assert ids(Wanted(words)) == expected


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (Wanted(topic="Lịch sử"), ["cd-001"]),
        (Wanted(difficulty=1), ["cd-002"]),
        (Wanted(kind="text"), ["cd-002"]),
        (Wanted(source_status="verified"), ["cd-001"]),
        (Wanted("nam", topic="Nhân vật"), []),
    ],
)
def test_filters_hold_together(wanted: Wanted, expected: list[str]) -> None:
    assert ids(wanted) == expected


def test_decomposed_letters_are_the_same() -> None:
    apart = replace(ONE, text="Co\u0302ng d\u0323oa\u0300n")
    assert found([apart], Wanted("Công")) == (apart,)


def test_ones_own_question_is_found_under_no_secondary_source() -> None:
    pool = [
        Question("a", Kind.ONE, "?", ((0,),), citation="Báo", source_status="secondary"),
        Question(
            "b", Kind.ONE, "?", ((0,),), citation="Tệp đề.docx, Câu 1", source_status="secondary"
        ),
    ]
    assert [source_of(each) for each in pool] == ["secondary", ""]
