from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from quiz.banks.bank import Bank
from quiz.banks.differences import Difference, differences, head_differences, word_parts
from quiz.core.nouns.model import Kind, Question

ONE = Question("q", Kind.ONE, "Năm nào thành lập?", ((0,),), ("1929", "1930"))
TEXTS = st.lists(st.sampled_from(["một", "hai", "ba", "hai,"])).map(" ".join)


def test_words_that_changed_are_told() -> None:
    after = replace(ONE, text="Năm nào được thành lập?", key=((1,),), points=20)
    assert differences(ONE, after) == (
        Difference("text", (("same", "Năm nào"), ("new", "được"), ("same", "thành lập?"))),
        Difference("key", (("gone", "A. 1929"), ("new", "B. 1930"))),
        Difference("points", (("new", "20"),)),
    )


def test_text_with_little_in_common_is_told_as_replaced() -> None:
    assert word_parts("Ban hành năm 2020 bằng quyết định", "Viết lại năm cho gọn hơn trước") == (
        ("gone", "Ban hành năm 2020 bằng quyết định"),
        ("new", "Viết lại năm cho gọn hơn trước"),
    )


def test_same_question_has_no_differences() -> None:
    assert differences(ONE, replace(ONE)) == ()


def test_new_question_is_new_in_every_field_it_has() -> None:
    fields = [(each.field, each.parts[0][0]) for each in differences(None, ONE)]
    assert fields == [
        ("kind", "new"),
        ("text", "new"),
        ("options", "new"),
        ("key", "new"),
        ("source_status", "new"),
        ("difficulty", "new"),
    ]


def test_tolerance_of_nothing_is_no_difference() -> None:
    number = Question("n", Kind.NUMBER, "Mấy?", ("5",))
    assert differences(number, replace(number, tolerance="0.5")) == (
        Difference("tolerance", (("new", "0.5"),)),
    )


def test_head_that_changed_is_told() -> None:
    head = Bank("b", "Tên cũ", "Old", "", "2020", "vi", ())
    assert head_differences(head, replace(head, title="Tên mới")) == (
        Difference("title", (("same", "Tên"), ("gone", "cũ"), ("new", "mới"))),
    )


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_the_parts(before: str, after: str) -> None:
    parts = word_parts(before, after)
    old = " ".join(words for how, words in parts if how != "new")
    new = " ".join(words for how, words in parts if how != "gone")
    assert (old, new) == (before, after)
