from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.banks import alike
from quiz.banks.alike import Alike, paired, taken_apart
from quiz.banks.files.bank_reader import load_banks
from quiz.core.nouns.model import Kind, Question

BUNDLED = Path(__file__).parents[2] / "question_banks"
BELL = Question(
    "bell",
    Kind.ONE,
    "Tổng Công đoàn Việt Nam được thành lập ngày nào?",
    ((1,),),
    ("3/2/1930", "28/7/1929", "19/8/1945"),
)
ACT = replace(BELL, id="act", text="Điều 5 của Luật Công đoàn nói về việc gì?", options=("A", "B"))
TRUE = Question(
    "true", Kind.TRUE_FALSE, "Đoàn viên được ứng cử vào cơ quan lãnh đạo", ((0,),), ("Đúng", "Sai")
)


def found(*questions: Question) -> list[tuple[str, str]]:
    return [(pair.one.id, pair.other.id) for pair in Alike(questions).pairs()]


@pytest.mark.parametrize(
    "other",
    [
        replace(BELL, text="tong cong doan viet nam duoc thanh lap ngay nao"),
        replace(BELL, text="Tổng Công đoàn Việt Nam thành lập ngày nào?"),
        replace(BELL, text="Ngày nào Tổng Công đoàn Việt Nam được thành lập?"),
        replace(BELL, options=("28/7/1929", "1/5/1886"), key=((0,),)),
        replace(BELL, key=((0,),)),
        replace(BELL, options=("19/8/1945", "28/7/1929", "3/2/1930"), key=((2,),)),
    ],
    ids=["no marks", "a word less", "turned round", "other options", "other key", "shuffled"],
)
def test_question_in_other_words_is_found(other: Question) -> None:
    assert found(BELL, ACT, replace(other, id="other")) == [("bell", "other")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (BELL, ACT),
        (ACT, replace(ACT, text=ACT.text.replace("5", "6"))),
        (BELL, replace(BELL, text=BELL.text.replace("được", "không được"))),
        (BELL, replace(BELL, options=("Hà Nội", "Huế"), key=((0,),))),
        (TRUE, replace(TRUE, text="Đoàn viên được giới thiệu vào cơ quan lãnh đạo")),
    ],
    ids=["other text", "other number", "negated", "other options and key", "other statement"],
)
def test_question_that_asks_something_else_is_not(one: Question, other: Question) -> None:
    assert found(one, replace(other, id="other")) == []


def test_most_alike_come_first() -> None:
    less = replace(BELL, id="less", text="Tổng Công đoàn Việt Nam thành lập ngày nào?")
    pairs = Alike([less, BELL, replace(BELL, id="same")]).pairs()
    assert [(pair.one.id, pair.other.id) for pair in pairs] == [
        ("bell", "same"),
        ("less", "bell"),
        ("less", "same"),
    ]
    assert pairs[0].share == 1.0


def test_one_question_is_asked_about_but_not_itself() -> None:
    others = Alike([BELL, ACT, replace(BELL, id="same")])
    assert [pair.other.id for pair in others.like(BELL)] == ["same"]
    assert [pair.other.id for pair in others.like(replace(BELL, id="new"))] == ["bell", "same"]


@pytest.mark.parametrize("number", [0, 10, 55, 99])
def test_copy_is_found_among_many_with_the_same_words(number: int) -> None:
    stem = replace(BELL, text="Từ nào viết đúng chính tả?", key=((0,),))
    many = [
        replace(stem, id=f"q{place}", options=(f"đúng {place}", f"sai {place}"))
        for place in range(100)
    ]
    copy = replace(many[number], id="copy")
    assert [pair.other.id for pair in Alike(many).like(copy)] == [f"q{number}"]
    assert found(*many, copy) == [(f"q{number}", "copy")]


WORDS = st.lists(st.sampled_from(["một", "hai", "ba", "bốn", "năm", "5", "không"]), min_size=1)


@given(st.lists(WORDS, max_size=12))
def test_nothing_is_missed_by_looking_at_rare_words_only(texts: list[list[str]]) -> None:
    questions = [
        replace(BELL, id=str(place), text=" ".join(words)) for place, words in enumerate(texts)
    ]
    apart = [taken_apart(question) for question in questions]
    naive = {
        (one.question.id, other.question.id)
        for place, one in enumerate(apart)
        for other in apart[place + 1 :]
        if paired(one, other)
    }
    assert set(found(*questions)) == naive


def test_bundled_banks_hold_nothing_twice() -> None:
    banks, _ = load_banks(BUNDLED)
    assert found(*(question for bank in banks for question in bank.questions)) == []


def test_thousands_that_are_all_alike_are_not_compared_each_with_each(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[int] = []

    def paired(one: alike.ComparedQuestion, other: alike.ComparedQuestion) -> None:
        compared.append(1)

    monkeypatch.setattr(alike, "paired", paired)
    counts = []
    for size in (200, 2_000):
        compared.clear()
        questions = [replace(BELL, id=f"bell-{number}") for number in range(size)]
        alike.Alike(questions).pairs()
        counts.append(len(compared))
    assert counts[1] < 15 * counts[0]
