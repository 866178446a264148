from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.banks.bank import FALSE, TRUE
from quiz.banks.drawing.drawing import MCQ, draw, shuffled, swap
from quiz.core.errors import Rejected
from quiz.core.nouns.model import Answer, Kind, Question

OPTIONS = ("một", "hai", "ba", "bốn")
KEYS: dict[Kind, tuple[Answer, ...]] = {
    Kind.ONE: ((1,),),
    Kind.SEVERAL: ((0, 2),),
    Kind.TRUE_FALSE: ((1,),),
    Kind.TEXT: ("hai",),
    Kind.NUMBER: ("2",),
    Kind.ORDER: ((2, 0, 3, 1),),
}


def made(number: int, kind: Kind = Kind.ONE, difficulty: int = 1, topic: str = "A") -> Question:
    options = {Kind.TRUE_FALSE: (TRUE, FALSE), Kind.TEXT: (), Kind.NUMBER: ()}.get(kind, OPTIONS)
    return Question(
        id=f"q-{number:03d}",
        kind=kind,
        text=f"Câu {number}?",
        key=KEYS[kind],
        options=options,
        topic=topic,
        difficulty=difficulty,
    )


BANK = tuple(
    made(number, list(Kind)[number % 6], number % 3 + 1, "ABC"[number // 20])
    for number in range(60)
)
ORIGINAL = {question.id: question for question in BANK}
seeds = st.text(max_size=12)


def key_texts(question: Question) -> list[object]:
    """What the key stands for, whatever the order of the options."""
    texts: list[object] = []
    for entry in question.key:
        named = entry if isinstance(entry, str) else [question.options[place] for place in entry]
        texts.append(frozenset(named) if question.kind is Kind.SEVERAL else named)
    return texts


def ids(questions: tuple[Question, ...]) -> list[str]:
    return [question.id for question in questions]


@given(seeds, st.integers(0, 60), st.integers(0, 20))
def test_draw_any(seed: str, count: int, first: int) -> None:
    drawn = draw(BANK, count, seed, mcq_first=first)
    assert drawn == draw(tuple(reversed(BANK)), count, seed, mcq_first=first)
    assert len(set(ids(drawn))) == count
    for question in drawn:
        assert key_texts(question) == key_texts(ORIGINAL[question.id])
        assert Counter(question.options) == Counter(ORIGINAL[question.id].options)
    front, rest = drawn[:first], drawn[first:]
    assert {question.kind for question in front} <= MCQ
    for part in (front, rest):
        assert all(one.difficulty <= other.difficulty for one, other in pairwise(part))


@given(seeds, st.sampled_from(sorted(ORIGINAL)))
def test_options_of_each_kind_when_shuffled(seed: str, name: str) -> None:
    question = shuffled(ORIGINAL[name], seed)
    if question.kind is Kind.ORDER:
        assert question.key != (tuple(range(len(OPTIONS))),)
    if question.kind is Kind.TRUE_FALSE:
        assert question == ORIGINAL[name]


def test_options_in_fixed_order_stay() -> None:
    question = Question("q", Kind.ONE, "?", ((2,),), ("A", "B", "Cả hai"), fixed_order=True)
    assert {shuffled(question, str(seed)) for seed in range(50)} == {question}


def test_two_options_to_order_are_always_swapped() -> None:
    question = Question("q", Kind.ORDER, "?", ((0, 1),), ("trước", "sau"))
    assert {shuffled(question, str(seed)).key for seed in range(50)} == {((1, 0),)}


def test_second_accepted_option_follows_its_text() -> None:
    question = Question("q", Kind.ONE, "?", ((0,), (3,)), OPTIONS)
    for seed in range(50):
        assert key_texts(shuffled(question, str(seed))) == [["một"], ["bốn"]]


def test_key_positions_are_near_uniform_over_a_thousand_draws() -> None:
    places: Counter[Answer] = Counter()
    orders: Counter[tuple[str, ...]] = Counter()
    for seed in range(1000):
        (question,) = draw([made(1)], 1, f"seed {seed}")
        places[question.key[0]] += 1
        orders[question.options] += 1
    assert set(places) == {(0,), (1,), (2,), (3,)}
    # 250 each is expected, with a standard deviation of 14.
    assert all(200 < times < 300 for times in places.values())
    assert len(orders) == 24


def test_every_question_is_drawn_about_equally_often() -> None:
    drawn = Counter(name for seed in range(1000) for name in ids(draw(BANK, 6, str(seed))))
    assert set(drawn) == set(ORIGINAL)
    # 100 each is expected, with a standard deviation of 10.
    assert all(60 < times < 140 for times in drawn.values())


def test_draw_filtered() -> None:
    drawn = draw(
        BANK,
        3,
        "s",
        topics=("A", "B"),
        kinds=(Kind.ONE, Kind.TEXT),
        difficulties=(1,),
        excluding=("q-000",),
    )
    assert {question.topic for question in drawn} <= {"A", "B"}
    assert {question.kind for question in drawn} <= {Kind.ONE, Kind.TEXT}
    assert {question.difficulty for question in drawn} == {1}
    assert "q-000" not in ids(drawn)


@pytest.mark.parametrize(
    ("count", "first", "topics", "detail"),
    [(61, 0, (), "60"), (21, 0, ("A",), "20"), (40, 31, (), "30"), (1, 0, ("none",), "0")],
)
def test_draw_more_than_there_are(
    count: int, first: int, topics: tuple[str, ...], detail: str
) -> None:
    with pytest.raises(Rejected) as refused:
        draw(BANK, count, "s", topics=topics, mcq_first=first)
    assert (refused.value.code, refused.value.detail) == ("too_few_questions", detail)


@given(seeds, st.integers(0, 19))
def test_swap_one(seed: str, place: int) -> None:
    drawn = draw(BANK, 20, seed)
    old = drawn[place]
    swapped = swap(drawn, old.id, BANK, seed)
    new = swapped[place]
    assert swapped == swap(drawn, old.id, BANK, seed)
    assert new.id not in ids(drawn)
    assert [*swapped[:place], *swapped[place + 1 :]] == [*drawn[:place], *drawn[place + 1 :]]
    assert key_texts(new) == key_texts(ORIGINAL[new.id])
    assert new == shuffled(ORIGINAL[new.id], seed)


def test_swap_takes_the_nearest() -> None:
    near = made(2, Kind.TEXT, 3, "A")
    others = [made(3, Kind.ONE, 3, "A"), made(4, Kind.TEXT, 3, "B"), made(5, Kind.TEXT, 1, "A")]
    drawn = (made(1, Kind.TEXT, 3, "A"),)
    assert ids(swap(drawn, "q-001", [*drawn, near, *others], "s")) == ["q-002"]
    assert ids(swap(drawn, "q-001", [*drawn, near, *others], "s", excluding=("q-002",))) == [
        "q-005"
    ]
    assert ids(swap(drawn, "q-001", [*drawn, near, *others], "s", topics=("B",))) == ["q-004"]


def test_swap_of_a_question_not_drawn() -> None:
    with pytest.raises(Rejected) as refused:
        swap((made(1),), "q-009", BANK, "s")
    assert (refused.value.code, refused.value.detail) == ("unknown_question", "q-009")


def test_swap_with_nothing_left() -> None:
    with pytest.raises(Rejected) as refused:
        swap((made(1),), "q-001", [made(1), made(2)], "s", excluding=("q-002",))
    assert (refused.value.code, refused.value.detail) == ("too_few_questions", "0")
