import random
import unicodedata

from quiz.bots.names import names


def test_names_are_all_different_and_fit() -> None:
    made = names(random.Random(1), 30_000)
    assert len(set(made)) == 30_000
    assert max(len(name) for name in made) <= 40


def test_names_are_composed_letters() -> None:
    made = names(random.Random(1), 500)
    assert made == [unicodedata.normalize("NFC", name) for name in made]


def test_same_luck_makes_the_same_names() -> None:
    assert names(random.Random(5), 20) == names(random.Random(5), 20)
