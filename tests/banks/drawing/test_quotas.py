"""Quotas: what there is in each cell, and places that are given one by one."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from quiz.banks.bank import Bank
from quiz.banks.drawing.drawing import draw
from quiz.banks.drawing.quotas import DrawPlaces, QuotaCell, by_cell, cells, short, stock
from quiz.core.nouns.model import Kind, Pool, Question, Quota


def question(name: str, topic: str = "A", level: int = 1) -> Question:
    return Question(name, Kind.TRUE_FALSE, f"{name}?", ((0,),), topic=topic, difficulty=level)


def bank(name: str, *questions: Question) -> Bank:
    return Bank(name, name, name, "", "2026", "vi", questions)


BANKS = [
    bank("one", question("a1"), question("a2"), question("a3", level=3), question("b1", "B")),
    bank("two", question("c1"), question("c2", "C", 2)),
]
QUOTAS = (
    Quota(Pool.MAIN, "one", "A", 1, 2),
    Quota(Pool.RESERVE, "one", "A", 1, 1),
    Quota(Pool.MAIN, "two", "C", 2, 1),
)


def test_stock_counts_each_cell_of_each_bank() -> None:
    assert stock(BANKS) == {
        ("one", "A", 1): 2,
        ("one", "A", 3): 1,
        ("one", "B", 1): 1,
        ("two", "A", 1): 1,
        ("two", "C", 2): 1,
    }


def test_stock_leaves_out_what_is_avoided() -> None:
    assert stock(BANKS, {"a1", "c2", "unknown"})["one", "A", 1] == 1
    assert ("two", "C", 2) not in stock(BANKS, {"c2"})


def test_by_cell_adds_up_the_pools_named() -> None:
    assert by_cell(QUOTAS) == {("one", "A", 1): 3, ("two", "C", 2): 1}
    assert by_cell(QUOTAS, (Pool.RESERVE,)) == {("one", "A", 1): 1}


def test_short_names_only_cells_that_hold_too_little() -> None:
    assert short(QUOTAS, stock(BANKS)) == {("one", "A", 1): 3}
    assert short(QUOTAS[2:], stock(BANKS, {"c2"})) == {("two", "C", 2): 1}


def test_places_are_of_the_quota_first_then_free_and_of_the_topics() -> None:
    room = stock(BANKS)
    places = DrawPlaces(3, cells(BANKS), {("one", "A", 1): 1}, room, topics=("A",))
    taken = [places.take(each) for each in (*BANKS[0].questions, *BANKS[1].questions)]
    assert taken == [True, True, True, False, False, False]


def test_places_leave_what_later_draws_need() -> None:
    room = stock(BANKS)
    room["one", "A", 1] -= 2
    places = DrawPlaces(5, cells(BANKS), {}, room)
    assert [places.take(each) for each in BANKS[0].questions] == [False, False, True, True]


@st.composite
def wishes(draw_: st.DrawFn) -> tuple[list[Question], dict[QuotaCell, int], int]:
    """Questions of one bank, a quota that can be met, and how many to draw in all."""
    made = [
        question(f"q{place}", draw_(st.sampled_from("ABC")), draw_(st.integers(1, 3)))
        for place in range(draw_(st.integers(1, 25)))
    ]
    there = stock([bank("one", *made)])
    quota = {cell: draw_(st.integers(0, count)) for cell, count in there.items()}
    count = draw_(st.integers(sum(quota.values()), len(made)))
    return made, quota, count


@given(wishes(), st.text(max_size=5))
def test_draw_meets_every_quota(
    wish: tuple[list[Question], dict[QuotaCell, int], int], s: str
) -> None:
    made, quota, count = wish
    cell_of = cells([bank("one", *made)])
    places = DrawPlaces(count, cell_of, quota, Counter(cell_of.values()))
    drawn = draw(made, count, s, place=places.take)
    found = Counter(cell_of[each.id] for each in drawn)
    assert len({each.id for each in drawn}) == count
    assert all(found[cell] >= wanted for cell, wanted in quota.items())
