import pytest

from quiz.core.nouns.actors import UNKNOWN
from quiz.core.nouns.events import Muted
from quiz.core.nouns.state import Stage
from quiz.service.contests.errors import PinTaken
from quiz.service.contests.rows import ContestRow, JournalEntry
from quiz.store.contests import SqliteContests
from quiz.store.journal import SqliteJournal
from quiz.store.sqlite.database import Database


def test_contest_is_listed_and_found_by_its_pin(database: Database) -> None:
    contests = SqliteContests(database)
    older = ContestRow("a", "123456", "Vòng loại", 1, 1000)
    newer = ContestRow("b", "234567", "Chung kết", 2, 2000, Stage.PLAYING, 40)
    contests.create(older, [])
    contests.create(newer, [])
    assert contests.listing() == (newer, older)
    assert contests.by_pin("123456") == "a"
    assert contests.by_pin("000000") is None


def test_taken_pin_stores_neither_contest_nor_journal(database: Database) -> None:
    contests = SqliteContests(database)
    contests.create(ContestRow("a", "123456", "Vòng loại", 1, 1000), [])
    first = JournalEntry(1, "x", 0, Muted(muted=True), 5, UNKNOWN)
    with pytest.raises(PinTaken):
        contests.create(ContestRow("b", "123456", "Chung kết", 1, 2000), [first])
    assert [row.id for row in contests.listing()] == ["a"]
    assert SqliteJournal(database).entries("b") == []
