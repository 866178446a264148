"""Changes of banks are kept in order, never replaced."""

import pytest

from quiz.core.errors import Rejected
from quiz.service.library.rows import BankChange, Original
from quiz.store.accounts import SqliteAccounts
from quiz.store.library import SqliteLibrary
from quiz.store.sqlite.database import Database

NOW = 1_700_000_000_000


@pytest.fixture
def shelf(database: Database) -> SqliteLibrary:
    SqliteAccounts(database).create("Lan", "host", NOW)
    return SqliteLibrary(database)


def change(version: int, bank: str = "own", question: str = "", act: str = "made") -> BankChange:
    return BankChange(bank, version, question, act, '{"a": "é"}', 1, NOW + version, "Lan")


def test_changes_come_back_in_order_with_who_made_them(shelf: SqliteLibrary) -> None:
    kept = [change(1), change(2, question="q1"), change(3, question="q2", act="put")]
    shelf.append(kept)
    shelf.append([change(1, "other")])
    assert shelf.changes("own") == tuple(kept)
    assert shelf.changes("own", after=2) == (kept[2],)
    assert shelf.changes("own", question_id="q1") == (kept[1],)
    assert shelf.versions() == {"own": 3, "other": 1}


def test_version_that_is_taken_is_stale_and_nothing_is_stored(shelf: SqliteLibrary) -> None:
    shelf.append([change(1)])
    with pytest.raises(Rejected) as refusal:
        shelf.append(
            [change(2, question="q"), change(1, act="put")], original=("own", Original("a", b""))
        )
    assert refusal.value.code == "stale"
    assert (shelf.changes("own"), shelf.originals("own")) == ((change(1),), ())


def test_change_outlives_its_account(shelf: SqliteLibrary) -> None:
    shelf.append([BankChange("own", 1, "", "made", None, 99, NOW)])
    assert shelf.changes("own") == (BankChange("own", 1, "", "made", None, 99, NOW, ""),)


def test_originals_are_kept_beside_the_bank(shelf: SqliteLibrary) -> None:
    shelf.append([change(1)], original=("own", Original("Đề 1.docx", b"\x00one")))
    shelf.append([change(2)], original=("own", Original("Đề 1.docx", b"two")))
    assert shelf.originals("own") == ("Đề 1.docx", "Đề 1.docx")
    assert shelf.original("own", 0) == Original("Đề 1.docx", b"\x00one")
    assert shelf.original("own", 1) == Original("Đề 1.docx", b"two")
    assert (shelf.original("own", 2), shelf.originals("other")) == (None, ())
