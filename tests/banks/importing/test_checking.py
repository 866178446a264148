import pytest

from quiz.banks.importing.checking import checked, chosen, distinct, names_others
from quiz.banks.importing.draft import Doubt, DraftQuestion
from quiz.core.nouns.model import Kind


@pytest.mark.parametrize(
    "option",
    [
        "Cả A và B đều đúng",
        "Cả A, B, C đều đúng",
        "cả a và b",
        "A hoặc B đều đúng",
        "A và C",
        "Đáp án A và B",
        "Cả hai đáp án trên",
        "Cả 3 phương án",
        "Cả ba câu trên đều sai",
        "Tất cả đều đúng",
        "Tất cả các đáp án trên",
        "Tất cả các phương án",
        "Các ý trên",
        "Các câu còn lại",
        "Không có đáp án nào đúng",
        "Không đáp án nào",
        "All of the above",
        "None of the above.",
        "Both of these",
    ],
)
def test_option_that_speaks_of_others(option: str) -> None:
    assert names_others(("Một", "Hai", option))


@pytest.mark.parametrize(
    "option",
    [
        "Cả nước",
        "Tất cả đoàn viên",
        "Cả hai vợ chồng",
        "Ban Chấp hành và Ban Kiểm tra",
        "Mọi đáp viên",
        "Không có ai",
        "28/7/1929",
        "Một trăm",
    ],
)
def test_option_that_stands_alone(option: str) -> None:
    assert not names_others((option, "Hai"))


@pytest.mark.parametrize(
    ("draft", "doubts"),
    [
        (DraftQuestion("1", "Gì?", options=("Một", "Hai"), key=((0,),)), ()),
        (DraftQuestion("1", "", options=("Một", "Hai"), key=((0,),)), (Doubt("no_text", "text"),)),
        (DraftQuestion("1", "Gì?"), (Doubt("no_options", "options"), Doubt("no_key", "key"))),
        (
            DraftQuestion("1", "Gì?", options=("Một",), key=((0,),)),
            (Doubt("few_options", "options", "1"),),
        ),
        (
            DraftQuestion("1", "Gì?", options=tuple("abcdefg"), key=((0,),)),
            (Doubt("many_options", "options", "7"),),
        ),
        (
            DraftQuestion("1", "Gì?", options=("Một", "MỘT"), key=((0,),)),
            (Doubt("same_options", "options", "Một"),),
        ),
        (DraftQuestion("1", "Gì?", kind=Kind.TEXT), (Doubt("no_key", "key"),)),
        (
            DraftQuestion("1", "Gì?", kind=Kind.TEXT, doubts=(Doubt("many_keys", "key"),)),
            (Doubt("many_keys", "key"),),
        ),
        (
            DraftQuestion("1", "Gì?", kind=Kind.TEXT, key=("A",), seconds=4),
            (Doubt("bad_number", "seconds", "4"),),
        ),
    ],
)
def test_doubts_of_a_draft(draft: DraftQuestion, doubts: tuple[Doubt, ...]) -> None:
    assert checked(draft).doubts == doubts


THREE = DraftQuestion("1", "Gì?", options=("Một", "Hai", "Ba"))


@pytest.mark.parametrize(
    ("right", "several", "kind", "key", "doubts"),
    [
        ((1,), None, Kind.ONE, ((1,),), ()),
        ((1,), True, Kind.ONE, ((1,),), ()),
        ((2, 0), True, Kind.SEVERAL, ((0, 2),), ()),
        ((2, 0), None, Kind.ONE, (), (Doubt("many_keys", "key", "A, C"),)),
        ((), True, Kind.ONE, (), (Doubt("no_key", "key"),)),
    ],
)
def test_key_of_the_right_options(right, several, kind, key, doubts) -> None:
    draft = chosen(THREE, right, several=several)
    assert (draft.kind, draft.key, draft.doubts) == (kind, key, doubts)


def test_distinct_texts() -> None:
    assert distinct(["Trần Phú", "", "trần phú", "Phú"]) == ("Trần Phú", "Phú")
