"""Tables in any order of columns, with the key in any form."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.banks.importing.readers.sheet import read_sheet
from tests.banks.importing.books import book, table

TEXTS = st.lists(
    st.sampled_from(["công", "đoàn", "lao", "động", "năm", "họp"]), min_size=2, max_size=4
).map(" ".join)
NAMES = {
    "text": ("Câu hỏi", "cauhoi", "NỘI DUNG", "Question"),
    "key": ("Đáp án", "ketqua", "ĐÁP ÁN ĐÚNG", "Correct answer"),
    "number": ("STT", "TT", "No."),
}
OPTIONS = ("{}", "Phương án {}", "ĐÁP ÁN {}", "Option {}")


@st.composite
def tables(draw):
    """The columns in their order, and the questions: text, options and the right one."""
    options = draw(st.lists(TEXTS, min_size=2, max_size=5, unique=True))
    right = draw(st.integers(0, len(options) - 1))
    form = draw(st.sampled_from(OPTIONS))
    key = draw(st.sampled_from(("ABCDE"[right], "abcde"[right], str(right + 1), options[right])))
    text = draw(TEXTS)
    columns = [
        (draw(st.sampled_from(NAMES["number"])), "7"),
        (draw(st.sampled_from(NAMES["text"])), text),
        (draw(st.sampled_from(NAMES["key"])), key),
        *((form.format("ABCDE"[place]), option) for place, option in enumerate(options)),
    ]
    above = draw(st.lists(st.sampled_from(["", "BỘ CÂU HỎI", "Năm 2026"]), max_size=3))
    rows = [[cell] for cell in above] + [
        list(row) for row in zip(*draw(st.permutations(columns)), strict=True)
    ]
    return rows, (text, tuple(options), ((right,),), ())


@settings(max_examples=80, deadline=None)
@given(made=tables(), kind=st.sampled_from((book, table)))
def test_any_table_is_understood(made, kind) -> None:
    rows, expected = made
    (draft,) = read_sheet(kind(rows), "a").drafts
    assert (draft.text, draft.options, draft.key, draft.doubts) == expected
