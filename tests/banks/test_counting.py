from quiz.banks.counting import counted
from quiz.core.nouns.model import Kind, Question


def test_bank_is_counted_by_kind_difficulty_and_status() -> None:
    pool = [
        Question("a", Kind.TEXT, "?", ("x",), difficulty=3),
        Question(
            "b", Kind.ONE, "?", ((0,),), ("x", "y"), citation="Báo", source_status="secondary"
        ),
        Question("d", Kind.ONE, "?", ((0,),), ("x", "y"), source_status="secondary"),
        Question("c", Kind.ONE, "?", ((0,),), ("x", "y")),
    ]
    counts = counted(pool)
    assert (counts.total, counts.verified, counts.secondary) == (4, 2, 1)
    assert list(counts.kinds.items()) == [(Kind.ONE, 3), (Kind.TEXT, 1)]
    assert list(counts.difficulties.items()) == [(1, 3), (3, 1)]
