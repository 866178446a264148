"""Whatever people do, the changes kept say exactly what the library says."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.core.errors import Rejected
from quiz.service.library.library import Library
from quiz.service.library.library_cache import ids_in_use
from tests.banks.sample import ONE
from tests.banks.sample import bank as bank_text
from tests.service.libraries import FakeLibraryStore, bank, library, question

BANKS = ("sample", "lan", "minh")
QUESTIONS = ("m-001", "m-002", "l-1", "n-1")

acts = st.lists(
    st.tuples(
        st.sampled_from(("put", "archive", "restore", "revert", "append", "head", "merge")),
        st.sampled_from(BANKS),
        st.sampled_from(QUESTIONS),
        st.integers(0, 12),
    ),
    max_size=25,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("banks")
    text = bank_text(ONE, ONE | {"id": "m-002"})
    (made / "sample.yaml").write_text(text, encoding="utf-8")
    return made


def carry_out(books: Library, act: str, bank_id: str, question_id: str, number: int) -> None:
    """One act; refused ones change nothing."""
    whole = "" if number % 3 == 0 else question_id
    if act == "put":
        put = question(question_id, f"Lần {number}?")
        books.put(bank_id, put, account=1, based_on=number)
    elif act == "archive":
        books.archive(bank_id, whole, account=2)
    elif act == "restore":
        books.restore(bank_id, whole, account=1)
    elif act == "revert":
        books.revert(bank_id, question_id, number, account=2)
    elif act == "append":
        books.append(bank_id, [question(question_id)], account=1)
    elif act == "head":
        head = replace(books.bank(bank_id).head, title=f"Tên {number}")
        books.change_head(bank_id, head, account=1, based_on=number)
    else:
        books.merge(bank_id, BANKS[number % 3], account=1)


@given(acts)
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_changes_replayed_make_the_same_library(
    folder: Path, done: list[tuple[str, str, str, int]]
) -> None:
    store = FakeLibraryStore()
    books = library(folder, store)
    books.add(bank("lan", question("l-1")), account=1)
    books.add(bank("minh", question("n-1")), account=2)
    for act in done:
        kept, stood = list(store.kept), books.banks()
        try:
            carry_out(books, *act)
        except Rejected:
            assert (store.kept, books.banks()) == (kept, stood)
        assert store.kept[: len(kept)] == kept
    assert library(folder, store).banks() == books.banks()
    in_use = [each for one in books.banks() for each in sorted(ids_in_use(one))]
    assert len(in_use) == len(set(in_use))
    for one in books.banks():
        for each in one.questions:
            story = books.history(one.head.id, each.question.id)
            assert story[-1].after == each.question
            assert [late.before for late in story[1:]] == [early.after for early in story[:-1]]
