"""Changes of banks are kept in order, never replaced."""

import pytest

from quiz.core.errors import Rejected
from quiz.service.library.rows import BankChange, Original
from quiz.store.accounts import SqliteAccounts
from quiz.store.library import SqliteLibrary
from quiz.store.sqlite.database import Database

NOW = 1_700_000_000_000


@pytest.fixture
def library(database: Database) -> SqliteLibrary:
    SqliteAccounts(database).create("Lan", "host", NOW)
    return SqliteLibrary(database)


def change(version: int, bank: str = "own", question: str = "", act: str = "made") -> BankChange:
    return BankChange(bank, version, question, act, '{"a": "é"}', 1, NOW + version, "Lan")


def test_changes_come_back_in_order_with_who_made_them(library: SqliteLibrary) -> None:
    kept = [change(1), change(2, question="q1"), change(3, question="q2", act="put")]
    library.append(kept)
    library.append([change(1, "other")])
    assert library.changes("own") == tuple(kept)
    assert library.changes("own", after=2) == (kept[2],)
    assert library.changes("own", question_id="q1") == (kept[1],)
    assert library.versions() == {"own": 3, "other": 1}


def test_version_that_is_taken_is_stale_and_nothing_is_stored(library: SqliteLibrary) -> None:
    library.append([change(1)])
    with pytest.raises(Rejected) as refusal:
        library.append(
            [change(2, question="q"), change(1, act="put")], original=("own", Original("a", b""))
        )
    assert refusal.value.code == "stale"
    assert (library.changes("own"), library.originals("own")) == ((change(1),), ())


def test_change_outlives_its_account(library: SqliteLibrary) -> None:
    library.append([BankChange("own", 1, "", "made", None, 99, NOW)])
    assert library.changes("own") == (BankChange("own", 1, "", "made", None, 99, NOW, ""),)


def test_originals_are_kept_beside_the_bank(library: SqliteLibrary) -> None:
    library.append([change(1)], original=("own", Original("Đề 1.docx", b"\x00one")))
    library.append([change(2)], original=("own", Original("Đề 1.docx", b"two")))
    assert library.originals("own") == ("Đề 1.docx", "Đề 1.docx")
    assert library.original("own", 0) == Original("Đề 1.docx", b"\x00one")
    assert library.original("own", 1) == Original("Đề 1.docx", b"two")
    assert (library.original("own", 2), library.originals("other")) == (None, ())
