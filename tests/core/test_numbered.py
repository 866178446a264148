from hypothesis import given
from hypothesis import strategies as st

from quiz.core.numbered import Numbered

changes = st.lists(st.tuples(st.integers(1, 300), st.one_of(st.none(), st.integers())))


@given(changes)
def test_numbered_behaves_like_a_dict(steps: list[tuple[int, int | None]]) -> None:
    expected: dict[int, int] = {}
    numbered: Numbered[int] = Numbered()
    for number, value in steps:
        if value is None:
            expected.pop(number, None)
            numbered = numbered.without(number)
        else:
            expected[number] = value
            numbered = numbered.set(number, value)
    assert list(numbered.items()) == sorted(expected.items())
    assert list(numbered.values()) == [expected[number] for number in sorted(expected)]
    assert len(numbered) == len(expected)
    assert numbered == Numbered(expected)
    assert all(number in numbered for number in expected)


def test_numbered_set_leaves_the_original() -> None:
    before = Numbered({1: "a", 70: "b"})
    after = before.set(1, "c")
    assert (before.get(1), after.get(1), after.get(70), after.get(2)) == ("a", "c", "b", None)


@given(
    st.dictionaries(st.integers(1, 300), st.integers()),
    st.dictionaries(st.integers(1, 300), st.integers()),
)
def test_merged_is_setting_one_by_one_and_leaves_the_original(
    one: dict[int, int], other: dict[int, int]
) -> None:
    original = Numbered(one)
    by_one = original
    for number, value in other.items():
        by_one = by_one.set(number, value)
    merged = original.merged(other)
    assert (merged, len(merged)) == (by_one, len(by_one))
    assert dict(original.items()) == one


@given(st.dictionaries(st.integers(1, 300), st.integers()), st.frozensets(st.integers(1, 300)))
def test_excluding_is_leaving_out_one_by_one(one: dict[int, int], gone: frozenset[int]) -> None:
    by_one = original = Numbered(one)
    for number in gone:
        by_one = by_one.without(number)
    without = original.excluding(gone)
    assert (without, len(without)) == (by_one, len(by_one))
    assert dict(original.items()) == one
