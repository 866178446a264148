"""What a person does to the questions of an import."""

from dataclasses import replace

import pytest

from quiz.banks.importing.draft import Doubt, DraftQuestion
from quiz.banks.importing.work import (
    ImportedQuestion,
    Work,
    dropped,
    for_all,
    here,
    place_of,
    question_to_fix,
    read_work,
    settled,
    written,
)
from quiz.core.errors import Rejected
from quiz.core.nouns.model import Kind, Question

GOOD = DraftQuestion("Câu 1", "Ai?", options=("Một", "Hai"), key=((0,),), topic="Cũ", id="a-1")
NO_KEY = replace(GOOD, place="Câu 2", key=(), topic="", doubts=(Doubt("no_key", "key"),))
WORK = Work(
    (ImportedQuestion(GOOD, alike=(here(1), "x-1")), ImportedQuestion(NO_KEY)),
    "Tên",
    ("key_table",),
)
FIXED = Question("", Kind.ONE, "Ai?", ((1,),), ("Một", "Hai"), picture="a.webp")


def code_of(refusal: pytest.ExceptionInfo[Rejected]) -> str:
    return refusal.value.code


def test_work_is_read_as_it_was_written() -> None:
    work = replace(WORK, unreadable=("broken", "Word"))
    assert read_work(written(work)) == work


def test_settled_question_has_no_doubt_and_keeps_its_place_and_id() -> None:
    work = settled(WORK, 1, FIXED, 0)
    draft = work.items[1].draft
    assert (draft.doubts, draft.key, draft.place, draft.id) == ((), ((1,),), "Câu 2", "a-1")
    assert (draft.picture_name, work.items[1].version) == ("a.webp", 1)
    assert (WORK.doubtful(), work.doubtful()) == ((1,), ())


def test_question_settled_elsewhere_meanwhile_is_refused() -> None:
    work = settled(WORK, 1, FIXED, 0)
    with pytest.raises(Rejected) as refusal:
        settled(work, 1, FIXED, 0)
    assert code_of(refusal) == "stale"


def test_question_that_is_not_there_is_refused() -> None:
    for act in (lambda: settled(WORK, 2, FIXED, 0), lambda: dropped(WORK, [-1], drop=True)):
        with pytest.raises(Rejected) as refusal:
            act()
        assert code_of(refusal) == "no_such_question"


def test_dropped_question_is_no_doubt_and_may_be_taken_back() -> None:
    without = dropped(WORK, [1], drop=True)
    assert (without.doubtful(), without.kept()) == ((), (GOOD,))
    assert dropped(without, [1], drop=False) == WORK


def test_filling_in_leaves_alone_what_is_there() -> None:
    work = for_all(WORK, {"topic": "Mới", "citation": ""}, over=False)
    assert [item.draft.topic for item in work.items] == ["Cũ", "Mới"]
    assert [item.version for item in work.items] == [0, 1]


def test_filling_in_over_all_replaces_but_never_empties() -> None:
    work = for_all(WORK, {"topic": "", "as_of": "2020"}, over=True)
    assert [item.draft.topic for item in work.items] == ["Cũ", ""]
    assert [item.draft.as_of for item in work.items] == ["2020", "2020"]


@pytest.mark.parametrize(
    ("draft", "key"),
    [
        (GOOD, ((0,),)),
        (replace(GOOD, doubts=(Doubt("date", "text"),)), ((0,),)),
        (replace(GOOD, doubts=(Doubt("date", "key"),)), ()),
        (replace(GOOD, doubts=(Doubt("kind_unknown", "kind"),)), ()),
        (replace(GOOD, doubts=(Doubt("unsupported", "text"),)), ()),
        (replace(GOOD, options=("Một", "một")), ()),
        (replace(GOOD, options=("Một", "Hai", "hai")), ((0,),)),
        (replace(GOOD, kind=Kind.TEXT, options=(), key=("Hà Nội",)), ("Hà Nội",)),
    ],
)
def test_key_that_is_in_doubt_is_never_marked(
    draft: DraftQuestion, key: tuple[object, ...]
) -> None:
    assert question_to_fix(draft).key == key


def test_place_stands_for_an_id_of_the_file() -> None:
    assert (place_of(here(12)), place_of("x-12")) == (12, None)
