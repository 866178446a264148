"""The library: bundled files, own banks, and every change to them."""

import io
import logging
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from quiz.banks.pictures.pictures import Unusable, prepared
from quiz.core.errors import Rejected
from quiz.core.nouns.model import Question
from quiz.service.library.library import Library
from quiz.service.library.rows import BankChange, Original
from tests.banks.sample import HEAD, ONE
from tests.banks.sample import bank as bank_text
from tests.service.libraries import (
    LAN,
    MINH,
    FakeLibraryStore,
    FakePictures,
    bank,
    library,
    question,
)

TWO = ONE | {"id": "m-002", "text": "Hai cộng hai bằng mấy?"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    bundle(tmp_path, bank_text(ONE, TWO))
    return tmp_path


@pytest.fixture
def store() -> FakeLibraryStore:
    return FakeLibraryStore()


@pytest.fixture
def books(folder: Path, store: FakeLibraryStore) -> Library:
    return library(folder, store)


def bundle(folder: Path, text: str, name: str = "sample.yaml") -> None:
    (folder / name).write_text(text, encoding="utf-8")


def drawable(books: Library, bank_id: str) -> list[str]:
    """Ids that a contest may draw from a bank."""
    return [each.id for one in books.load()[0] if one.id == bank_id for each in one.questions]


def bundled(books: Library, question_id: str = "m-001") -> Question:
    return books.question("sample", question_id).question


def code_of(refusal: pytest.ExceptionInfo[Rejected]) -> str:
    return refusal.value.code


def test_bundled_bank_is_as_its_file_says(books: Library) -> None:
    found = books.bank("sample")
    assert (found.bundled, found.archived, found.version) == (True, False, 0)
    assert [(each.version, each.changed_at) for each in found.questions] == [(0, 0), (0, 0)]
    assert books.load() == ((found.bank,), ())


def test_bank_made_here_is_offered_with_the_bundled_ones(books: Library) -> None:
    made = books.add(bank("lan", question("l-1")), account=LAN)
    assert (made, drawable(books, "lan")) == ("lan", ["l-1"])
    found = books.question("lan", "l-1")
    assert (found.changed_by, found.changed_at > 0, books.bank("lan").bundled) == (
        "Lan",
        True,
        False,
    )


def test_ids_are_made_unlike_all_others(books: Library) -> None:
    first = books.add(bank("sample", question("m-001"), question("")), account=LAN)
    second = books.add(bank("sample", question("m-001"), question("m-001")), account=LAN)
    books.append(first, [question("m-001"), question("s")], account=LAN)
    assert (first, second) == ("sample-2", "sample-3")
    assert drawable(books, first) == ["sample-2-m-001", "sample-2-1", "sample-2-m-001-2", "s"]
    assert drawable(books, second) == ["sample-3-m-001", "sample-3-m-001-2"]
    assert drawable(books, "sample") == ["m-001", "m-002"]


def test_id_once_used_is_not_given_again(folder: Path, books: Library) -> None:
    books.put("sample", replace(bundled(books), text="Khác?"), account=LAN, based_on=0)
    (folder / "sample.yaml").unlink()
    made = books.add(bank("sample", question("m-001")), account=LAN)
    assert (made, drawable(books, made)) == ("sample-2", ["sample-2-m-001"])


def test_change_lies_over_the_bundled_file(
    folder: Path, store: FakeLibraryStore, books: Library
) -> None:
    before = (folder / "sample.yaml").read_bytes()
    put = replace(bundled(books), text="Một với một là mấy?")
    books.put("sample", put, account=MINH, based_on=0)
    found = books.question("sample", "m-001")
    assert (found.question, found.version, found.changed_by) == (put, 1, "Minh")
    assert (folder / "sample.yaml").read_bytes() == before
    assert library(folder, store).banks() == books.banks()


def test_file_that_changes_shows_where_nobody_changed(folder: Path, books: Library) -> None:
    books.put("sample", replace(bundled(books), text="Của Lan?"), account=LAN, based_on=0)
    three = ONE | {"id": "m-003", "text": "Ba cộng ba bằng mấy?"}
    bundle(folder, bank_text(ONE | {"text": "Mới một?"}, TWO | {"text": "Mới hai?"}, three))
    texts = [each.question.text for each in books.bank("sample").questions]
    assert texts == ["Của Lan?", "Mới hai?", "Ba cộng ba bằng mấy?"]
    books.revert("sample", "m-001", 0, account=LAN)
    assert bundled(books).text == "Mới một?"


def test_changed_question_stays_when_its_file_drops_it(folder: Path, books: Library) -> None:
    put = replace(bundled(books, "m-002"), text="Của Lan?")
    books.put("sample", put, account=LAN, based_on=0)
    books.archive("sample", "m-001", account=LAN)
    bundle(folder, bank_text(ONE | {"id": "m-009"}))
    assert drawable(books, "sample") == ["m-009", "m-002"]


def test_bundled_file_with_an_id_of_a_bank_made_here_is_left_out(
    folder: Path, books: Library
) -> None:
    books.add(bank("lan", question("x-1")), account=LAN)
    other = HEAD.replace("id: sample", "id: later") + bank_text(ONE | {"id": "x-1"}, head="")
    bundle(folder, other, "later.yaml")
    banks, problems = books.load()
    assert [each.id for each in banks] == ["sample", "lan"]
    assert [(each.code, each.file, each.question, each.detail) for each in problems] == [
        ("id_in_other_file", "later", "x-1", "lan")
    ]


def test_question_that_changed_meanwhile_is_stale(books: Library) -> None:
    old = bundled(books)
    books.put("sample", replace(old, text="Của Lan?"), account=LAN, based_on=0)
    with pytest.raises(Rejected) as refusal:
        books.put("sample", replace(old, text="Của Minh?"), account=MINH, based_on=0)
    assert (code_of(refusal), bundled(books).text) == ("stale", "Của Lan?")
    books.put("sample", replace(old, text="Của Minh?"), account=MINH, based_on=1)
    assert bundled(books).text == "Của Minh?"


def test_other_questions_may_change_meanwhile(books: Library) -> None:
    books.put("sample", replace(bundled(books), text="Một?"), account=LAN, based_on=0)
    put = replace(bundled(books, "m-002"), text="Hai?")
    books.put("sample", put, account=MINH, based_on=0)
    assert bundled(books, "m-002") == put


def test_saving_without_a_change_makes_no_version(books: Library) -> None:
    books.put("sample", bundled(books), account=LAN, based_on=0)
    books.change_head("sample", books.bank("sample").head, account=LAN, based_on=0)
    assert books.bank("sample").version == 0


def test_new_question_needs_an_id_of_its_own(books: Library) -> None:
    books.add(bank("lan"), account=LAN)
    books.put("lan", question("l-1"), account=LAN, based_on=0)
    with pytest.raises(Rejected) as refusal:
        books.put("lan", question("m-001"), account=LAN, based_on=0)
    assert (code_of(refusal), drawable(books, "lan")) == ("id_taken", ["l-1"])


def test_archived_question_is_not_drawn_until_it_is_restored(books: Library) -> None:
    books.archive("sample", "m-001", account=LAN)
    books.archive("sample", "m-001", account=LAN)
    assert (drawable(books, "sample"), books.bank("sample").version) == (["m-002"], 1)
    assert books.question("sample", "m-001").archived
    books.restore("sample", "m-001", account=MINH)
    books.restore("sample", "m-001", account=MINH)
    assert (drawable(books, "sample"), books.bank("sample").version) == (["m-001", "m-002"], 2)


def test_archived_bank_is_not_drawn_from_until_it_is_restored(books: Library) -> None:
    books.archive("sample", account=LAN)
    assert (books.load()[0], [each.archived for each in books.banks()]) == ((), [True])
    books.restore("sample", account=LAN)
    assert drawable(books, "sample") == ["m-001", "m-002"]


def test_head_changes_but_for_its_id(books: Library) -> None:
    head = replace(books.bank("sample").head, title="Tên mới", as_of="2026")
    books.change_head("sample", replace(head, id="other"), account=LAN, based_on=0)
    assert (books.bank("sample").head, drawable(books, "sample")) == (head, ["m-001", "m-002"])
    with pytest.raises(Rejected) as refusal:
        books.change_head("sample", replace(head, title="Khác"), account=MINH, based_on=0)
    assert code_of(refusal) == "stale"


def test_merged_questions_keep_their_ids(books: Library) -> None:
    books.add(bank("lan", question("l-1"), question("l-2")), account=LAN)
    books.archive("lan", "l-2", account=LAN)
    books.merge("lan", "sample", account=LAN)
    assert drawable(books, "sample") == ["m-001", "m-002", "l-1"]
    assert (drawable(books, "lan"), books.bank("lan").archived) == ([], True)


def test_moved_question_is_not_in_use_twice(books: Library) -> None:
    books.add(bank("lan", question("l-1")), account=LAN)
    books.merge("lan", "sample", account=LAN)
    books.restore("lan", account=LAN)
    with pytest.raises(Rejected) as refusal:
        books.restore("lan", "l-1", account=LAN)
    assert (code_of(refusal), refusal.value.detail) == ("id_taken", "sample")
    books.archive("sample", "l-1", account=LAN)
    books.restore("lan", "l-1", account=LAN)
    assert (drawable(books, "lan"), drawable(books, "sample")) == (["l-1"], ["m-001", "m-002"])


def test_merging_to_and_fro_loses_nothing(books: Library) -> None:
    books.add(bank("lan", question("l-1")), account=LAN)
    books.merge("lan", "sample", account=LAN)
    books.restore("lan", account=LAN)
    books.merge("sample", "lan", account=LAN)
    assert sorted(drawable(books, "lan")) == ["l-1", "m-001", "m-002"]


def test_bank_is_not_merged_into_itself(books: Library) -> None:
    with pytest.raises(Rejected) as refusal:
        books.merge("sample", "sample", account=LAN)
    assert (code_of(refusal), books.bank("sample").version) == ("same_bank", 0)


def test_history_says_who_changed_what(books: Library) -> None:
    old = bundled(books)
    new = replace(old, text="Của Lan?")
    books.put("sample", new, account=LAN, based_on=0)
    books.put("sample", replace(bundled(books, "m-002"), text="?"), account=LAN, based_on=0)
    books.archive("sample", "m-001", account=MINH)
    found = books.history("sample", "m-001")
    assert [(each.version, each.act, each.by, each.at) for each in found] == [
        (0, "bundled", "", 0),
        (1, "question_put", "Lan", 1000),
        (3, "question_archived", "Minh", 3000),
    ]
    assert [(each.before, each.after) for each in found] == [(None, old), (old, new), (new, new)]
    assert [each.version for each in books.history("sample")] == [1, 2, 3]


def test_history_says_what_a_head_was(books: Library) -> None:
    old = books.bank("sample").head
    books.change_head("sample", replace(old, title="Tên mới"), account=LAN, based_on=0)
    (found,) = books.history("sample")
    assert found.head_before
    assert found.head_after
    assert (found.head_before.title, found.head_after.title) == (old.title, "Tên mới")


def test_old_version_is_put_back_as_a_new_one(books: Library) -> None:
    first = replace(bundled(books), text="Lần một?")
    books.put("sample", first, account=LAN, based_on=0)
    books.put("sample", replace(first, text="Lần hai?"), account=LAN, based_on=1)
    books.revert("sample", "m-001", 1, account=MINH)
    found = books.question("sample", "m-001")
    assert (found.question, found.version, found.changed_by) == (first, 3, "Minh")
    with pytest.raises(Rejected) as refusal:
        books.revert("sample", "m-001", 7, account=MINH)
    assert code_of(refusal) == "no_such_version"


def test_questions_kept_apart_are_remembered_as_a_pair(books: Library) -> None:
    books.keep_apart("sample", "m-001", "m-002", account=LAN)
    books.keep_apart("sample", "m-002", "m-001", account=MINH)
    assert books.apart() == {frozenset(("m-001", "m-002"))}
    assert (books.bank("sample").version, books.question("sample", "m-001").version) == (1, 0)
    assert [each.act for each in books.history("sample", "m-001")] == ["bundled", "kept_apart"]


def test_reserved_names_are_given_to_nothing(folder: Path) -> None:
    books = library(folder, FakeLibraryStore(), reserved=("import", "new"))
    made = books.add(bank("import", question("new")), account=LAN)
    assert (made, drawable(books, made)) == ("import-2", ["import-2-new"])


def test_names_that_nothing_has_are_refused(books: Library) -> None:
    with pytest.raises(Rejected) as no_bank:
        books.bank("nowhere")
    with pytest.raises(Rejected) as no_question:
        books.archive("sample", "nothing", account=LAN)
    with pytest.raises(Rejected) as no_original:
        books.original("sample", 0)
    assert [code_of(each) for each in (no_bank, no_question, no_original)] == [
        "no_such_bank",
        "no_such_question",
        "no_such_original",
    ]


def test_original_is_kept_beside_the_bank(books: Library) -> None:
    file = Original("Đề.docx", b"PK")
    books.add(bank("lan", question("l-1")), account=LAN, original=file)
    books.append("sample", [question("s-1")], account=LAN, original=file)
    assert (books.originals("lan"), books.original("sample", 0)) == (("Đề.docx",), file)


def test_pictures_are_prepared_and_renamed(folder: Path, store: FakeLibraryStore) -> None:
    kept = FakePictures()
    books = library(folder, store, kept)
    raw = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(raw, "BMP")
    with pytest.raises(Unusable):
        books.add(
            bank("lan", question("l-1", picture="a.bmp")),
            account=LAN,
            pictures={"a.bmp": raw.getvalue()},
        )
    assert (kept.kept, store.kept) == ({}, [])
    png = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(png, "PNG")
    asked = [question("l-1", picture="a.png"), question("l-2", picture="kept.webp")]
    books.add(bank("lan", *asked), account=LAN, pictures={"a.png": png.getvalue(), "b.png": b""})
    made = prepared(png.getvalue())
    assert kept.kept == {made.name: made.data}
    assert [each.question.picture for each in books.bank("lan").questions] == [
        made.name,
        "kept.webp",
    ]


def test_disk_that_is_full_changes_nothing(store: FakeLibraryStore, books: Library) -> None:
    store.broken = True
    with pytest.raises(Rejected) as refusal:
        books.archive("sample", account=LAN)
    assert (code_of(refusal), books.bank("sample").archived) == ("storage_failed", False)


def test_another_program_that_was_quicker_is_seen_at_the_next_try(
    store: FakeLibraryStore, books: Library
) -> None:
    books.archive("sample", "m-001", account=LAN)
    store.kept.append(BankChange("sample", 2, "m-002", "question_archived", None, 2, 5000, "Minh"))
    with pytest.raises(Rejected) as refusal:
        books.restore("sample", "m-001", account=LAN)
    assert code_of(refusal) == "stale"
    assert books.question("sample", "m-002").archived
    books.restore("sample", "m-001", account=LAN)
    assert drawable(books, "sample") == ["m-001"]


def test_changes_of_what_changed_meanwhile_are_optimistic_lock_conflicts_in_the_log(
    books: Library, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "quiz")
    old, head = bundled(books), books.bank("sample").head
    books.put("sample", replace(old, text="Của Lan?"), account=LAN, based_on=0)
    books.change_head("sample", replace(head, title="Tên mới"), account=LAN, based_on=1)
    assert caplog.messages == []
    with pytest.raises(Rejected):
        books.put("sample", replace(old, text="Của Minh?"), account=MINH, based_on=0)
    with pytest.raises(Rejected):
        books.change_head("sample", replace(head, title="Khác"), account=MINH, based_on=1)
    assert caplog.messages == [
        "optimistic lock conflict: a question was changed meanwhile",
        "optimistic lock conflict: a bank was changed meanwhile",
    ]
