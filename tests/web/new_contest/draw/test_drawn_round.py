"""Drafts: quotas over three pools, what is avoided, swaps, and the same draw again."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.banks.bank import Bank
from quiz.banks.drawing.drawing import MCQ
from quiz.banks.drawing.quotas import by_cell, cells, stock
from quiz.core.nouns.model import Draw, Kind, Pool, Question, Quota, Round
from quiz.web.new_contest.draw.drawn_round import (
    Sizes,
    TooFewError,
    drawing,
    drawn_again,
    fixed,
    unused,
)

KINDS = (Kind.ONE, Kind.TEXT)


def question(number: int, topic: str, level: int, kind: Kind) -> Question:
    options = ("Một", "Hai", "Ba") if kind is Kind.ONE else ()
    key = ((1,),) if kind is Kind.ONE else ("hai",)
    return Question(f"q{number:02}", kind, "?", key, options, topic=topic, difficulty=level)


def bank(name: str, first: int) -> Bank:
    """24 questions: topics A and B, three difficulties, tapped and typed, two of each."""
    made = [
        question(first + place, "AB"[place % 2], place // 2 % 3 + 1, KINDS[place // 6 % 2])
        for place in range(24)
    ]
    return Bank(name, name, name, "", "2026", "vi", tuple(made))


BANKS = [bank("x", 0), bank("y", 30)]
SIZES = Sizes(8, 3, 2)


def counted(banks: list[Bank], drawn: tuple[Question, ...]) -> Counter[tuple[str, str, int]]:
    cell_of = cells(banks)
    return Counter(cell_of[each.id] for each in drawn)


def refusal(sizes: Sizes, how: Draw) -> TooFewError:
    with pytest.raises(TooFewError) as few:
        drawing(BANKS, sizes, how)
    return few.value


@st.composite
def draws(draw: st.DrawFn) -> tuple[Sizes, Draw]:
    """A draw that can be made: quotas of three pools within the stock, some ids avoided."""
    ids = [each.id for made in BANKS for each in made.questions]
    avoided = tuple(sorted(draw(st.sets(st.sampled_from(ids), max_size=12))))
    quotas: list[Quota] = []
    for cell, there in stock(BANKS, avoided).items():
        for pool in Pool:
            count = draw(st.integers(0, min(2, there)))
            there -= count
            quotas += [Quota(pool, *cell, count)] if count else []
    divided = [by_cell(quotas, (pool,)).total() for pool in Pool]
    free = len(ids) - len(avoided) - sum(divided)
    more = [draw(st.integers(0, free // 3)) for _ in Pool]
    sizes = Sizes(*(part + extra for part, extra in zip(divided, more, strict=True)))
    return sizes, Draw(draw(st.text(max_size=4)), ("x", "y"), (), tuple(quotas), 0, avoided)


@given(draws())
def test_drawing_meets_quotas_of_every_pool_and_avoids(wish: tuple[Sizes, Draw]) -> None:
    sizes, how = wish
    drawn = drawing(BANKS, sizes, how)
    pools = {Pool.MAIN: drawn.main, Pool.RESERVE: drawn.reserve, Pool.AUDIENCE: drawn.audience}
    assert [len(pool) for pool in pools.values()] == [sizes.main, sizes.reserve, sizes.audience]
    assert len(drawn.ids()) == sizes.total
    assert drawn.ids() & set(how.avoided) == set()
    for pool, questions in pools.items():
        assert by_cell(how.quotas, (pool,)) <= counted(BANKS, questions)


def most_tapped(sizes: Sizes, how: Draw) -> int:
    """How many main questions can be tapped: in their quotas, then in what is free."""
    there, cell_of = stock(BANKS, how.avoided), cells(BANKS)
    tapped = Counter(
        cell_of[each.id]
        for made in BANKS
        for each in made.questions
        if each.kind in MCQ and each.id not in how.avoided
    )
    main, every = by_cell(how.quotas, (Pool.MAIN,)), by_cell(how.quotas)
    inside = sum(min(main[cell], tapped[cell]) for cell in there)
    beyond = sum(
        min(max(0, tapped[cell] - main[cell]), there[cell] - every[cell]) for cell in there
    )
    return inside + min(sizes.main - main.total(), beyond)


@given(draws(), st.integers(0, 20))
def test_drawing_has_tapped_ones_first_wherever_it_can(wish: tuple[Sizes, Draw], n: int) -> None:
    sizes, how = wish
    how = replace(how, mcq_first=n)
    first, most = min(n, sizes.main), most_tapped(sizes, how)
    if most < first:
        with pytest.raises(TooFewError) as few:
            drawing(BANKS, sizes, how)
        assert (few.value.tapped, few.value.have, few.value.need) == (True, most, first)
    else:
        drawn = drawing(BANKS, sizes, how)
        assert {question.kind for question in drawn.main[:first]} <= MCQ


def test_drawing_takes_tapped_ones_wherever_quotas_let_it() -> None:
    # Both cells hold two tapped and two typed: four tapped of four can be had only by choosing.
    quotas = (Quota(Pool.MAIN, "x", "A", 1, 2), Quota(Pool.MAIN, "x", "B", 1, 2))
    for seed in range(20):
        drawn = drawing(BANKS, Sizes(4), Draw(str(seed), quotas=quotas, mcq_first=4))
        assert {question.kind for question in drawn.main} == {Kind.ONE}
    few = refusal(Sizes(4), Draw("s", quotas=(replace(quotas[0], count=4),), mcq_first=3))
    assert (few.have, few.need, few.tapped) == (2, 3, True)


def test_drawing_again_from_the_record_gives_the_same() -> None:
    how = Draw("seed", ("x",), ("A",), (Quota(Pool.RESERVE, "x", "B", 3, 2),), 4, ("q00",))
    first = drawing(BANKS[:1], Sizes(5, 3, 1), how)
    how = replace(how, swaps=(first.main[0].id, first.reserve[0].id))
    drawn = drawing(BANKS[:1], Sizes(5, 3, 1), how)
    round_ = Round("r", "points", drawn.main, drawn.reserve, drawn.audience, {}, how)
    assert drawn_again(list(reversed(BANKS)), round_) == drawn
    assert drawn != first
    other = replace(round_, draw=replace(how, seed="other"))
    assert drawn_again(BANKS, other) != drawn


def test_cells_that_hold_too_little_are_all_named() -> None:
    quotas = (
        Quota(Pool.MAIN, "x", "A", 1, 3),
        Quota(Pool.RESERVE, "x", "A", 1, 2),
        Quota(Pool.MAIN, "y", "B", 2, 4),
        Quota(Pool.MAIN, "y", "B", 3, 4),
    )
    few = refusal(Sizes(20, 5), Draw("s", quotas=quotas, avoided=("q33", "q39")))
    there = stock(BANKS, ("q33", "q39"))
    assert few.cells == {("x", "A", 1): (4, 5), ("y", "B", 2): (there["y", "B", 2], 4)}


def test_pool_divided_into_more_than_it_has() -> None:
    few = refusal(Sizes(20, 1), Draw("s", quotas=(Quota(Pool.RESERVE, "x", "A", 1, 2),)))
    assert (few.pool, few.have, few.need) == (Pool.RESERVE, 1, 2)


def test_free_part_beyond_the_topics() -> None:
    quotas = (Quota(Pool.MAIN, "x", "B", 1, 2),)
    assert len(drawing(BANKS, Sizes(26), Draw("s", topics=("A",), quotas=quotas)).main) == 26
    few = refusal(Sizes(27), Draw("s", topics=("A",), quotas=quotas))
    assert (few.have, few.need) == (26, 27)


def test_swap_stays_in_its_cell_where_there_is_a_quota() -> None:
    quotas = (Quota(Pool.MAIN, "x", "A", 1, 2),)
    how = Draw("s", quotas=quotas)
    before = drawing(BANKS, Sizes(2), how)
    once = drawing(BANKS, Sizes(2), replace(how, swaps=(before.main[0].id,)))
    assert counted(BANKS, once.main) == counted(BANKS, before.main) == {("x", "A", 1): 2}
    assert once.main[0].id not in before.ids()


def test_question_with_nothing_left_to_swap_is_fixed() -> None:
    how = Draw("s", quotas=(Quota(Pool.MAIN, "x", "A", 1, 4),))
    drawn = drawing(BANKS, Sizes(4, 1), how)
    assert fixed(drawn, BANKS, how) == {question.id for question in drawn.main}
    assert drawing(BANKS, Sizes(4, 1), replace(how, swaps=(drawn.main[0].id,))) == drawn


def test_swap_among_the_first_stays_tapped() -> None:
    how = Draw("s", mcq_first=24)
    drawn = drawing(BANKS, Sizes(24), how)
    assert fixed(drawn, BANKS, how) == drawn.ids()


def test_unused_leaves_out_drawn_swapped_and_avoided() -> None:
    how = Draw("s", topics=("A",), avoided=("q00", "q01"))
    drawn = drawing(BANKS, SIZES, how)
    assert unused(BANKS, drawn, how) == 24 - 1 - SIZES.total
