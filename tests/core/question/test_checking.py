import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.model import Answer, Kind, Question
from quiz.core.question.checking import checked


def question(kind: Kind, key: tuple[Answer, ...], options: int = 4, **more: object) -> Question:
    texts = tuple("ABCDEF"[:options])
    return Question("q", kind, "?", key, options=texts, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "answer"),
    [
        (Kind.ONE, (0, 1)),
        (Kind.ONE, (4,)),
        (Kind.ONE, (-1,)),
        (Kind.ONE, "A"),
        (Kind.TRUE_FALSE, ()),
        (Kind.SEVERAL, ()),
        (Kind.SEVERAL, (1, 1)),
        (Kind.ORDER, (0, 1, 2)),
        (Kind.TEXT, "   "),
        (Kind.TEXT, "x" * 201),
        (Kind.TEXT, (0,)),
        (Kind.NUMBER, "nhiều"),
    ],
)
def test_checked_with_impossible_answer(kind: Kind, answer: Answer) -> None:
    with pytest.raises(Rejected, match="bad_answer"):
        checked(question(kind, ((0,),)), answer)


def test_checked_text_is_stored_composed_and_without_control_marks() -> None:
    assert checked(question(Kind.TEXT, ("x",)), "  La\u0323ng\u202e  Sơn ") == "Lạng Sơn"


def test_checked_several_is_stored_sorted() -> None:
    assert checked(question(Kind.SEVERAL, ((0, 1),)), (3, 1)) == (1, 3)
