"""The place of the right option tells nothing, over 1,000 draws."""

from collections import Counter

import pytest

from quiz.banks.drawing.drawing import draw
from quiz.core.nouns.model import Kind, Question

DRAWS = 1000
OPTIONS = ("Một", "Hai", "Ba", "Bốn")


def places(key: tuple[int, ...], kind: Kind = Kind.ONE) -> Counter[tuple[int, ...]]:
    """Where the key of one question comes to lie, and how often."""
    question = Question("q", kind, "Câu hỏi?", (key,), OPTIONS)
    found: Counter[tuple[int, ...]] = Counter()
    for seed in range(DRAWS):
        (drawn,) = draw([question], 1, f"seed {seed}")
        (place,) = drawn.key
        assert not isinstance(place, str)
        found[place] += 1
    return found


def surprise(found: Counter[tuple[int, ...]], cells: int) -> float:
    """Pearson's chi-square against all places being equally likely."""
    expected = DRAWS / cells
    missing = (cells - len(found)) * expected
    return missing + sum((count - expected) ** 2 / expected for count in found.values())


@pytest.mark.parametrize("right", range(4))
def test_right_option_lies_anywhere(right: int) -> None:
    # 16.3 is passed by chance once in a thousand times, with 3 degrees of freedom.
    assert surprise(places((right,)), 4) < 16.3


def test_two_right_options_lie_anywhere() -> None:
    # 20.5: once in a thousand times with 5 degrees of freedom.
    assert surprise(places((0, 1), Kind.SEVERAL), 6) < 20.5


def test_right_order_is_any_but_the_one_shown() -> None:
    found = places((0, 1, 2, 3), Kind.ORDER)
    assert (0, 1, 2, 3) not in found
    # 48.3: once in a thousand times with 22 degrees of freedom.
    assert surprise(found, 23) < 48.3


def test_place_of_one_question_tells_nothing_of_the_next() -> None:
    questions = [Question(name, Kind.ONE, name, ((0,),), OPTIONS) for name in ("a", "b")]
    found: Counter[tuple[int, ...]] = Counter()
    for seed in range(DRAWS):
        pair = sorted(draw(questions, 2, f"seed {seed}"), key=lambda one: one.id)
        found[tuple(int(one.key[0][0]) for one in pair)] += 1
    # 37.7: once in a thousand times with 15 degrees of freedom.
    assert surprise(found, 16) < 37.7
