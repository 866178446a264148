"""Drafts of contests: listed, changed, let go."""

import pytest

from quiz.service.contests.rows import DraftRow
from quiz.store.drafts import SqliteDrafts
from quiz.store.sqlite.database import Database

OLDER = DraftRow("a", 1, "Cũ", "", 1000)
NEWER = DraftRow("b", 2, "Mới", "contest", 2000)


@pytest.fixture
def drafts(database: Database) -> SqliteDrafts:
    made = SqliteDrafts(database)
    made.add(OLDER, "one")
    made.add(NEWER, "two")
    return made


def test_drafts_are_listed_the_last_changed_first(drafts: SqliteDrafts) -> None:
    assert drafts.listing() == (NEWER, OLDER)
    assert drafts.change("a", 3000, lambda work: ("Tên", f"{work} more"))
    assert drafts.listing() == (DraftRow("a", 1, "Tên", "", 3000), NEWER)
    assert (drafts.work("a"), drafts.work("b"), drafts.work("c")) == ("one more", "two", None)


def test_draft_that_was_not_changed_keeps_its_time(drafts: SqliteDrafts) -> None:
    assert drafts.change("a", 3000, lambda work: ("Cũ", work))
    assert drafts.listing() == (NEWER, OLDER)


def test_draft_that_is_not_there_is_not_changed(drafts: SqliteDrafts) -> None:
    assert not drafts.change("c", 3000, lambda work: ("", work))


def test_draft_is_let_go_of_its_contest_and_removed(drafts: SqliteDrafts) -> None:
    drafts.detach("b")
    drafts.remove("a")
    assert drafts.listing() == (DraftRow("b", 2, "Mới", "", 2000),)
