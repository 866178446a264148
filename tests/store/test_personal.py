"""What is erased or deleted is in no file any more, in no free page and in no log."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quiz.core.evidence.nameless import nameless
from quiz.core.nouns.actors import UNKNOWN
from quiz.core.nouns.event import Event
from quiz.core.nouns.events import ContestantCorrected, ContestantJoined, Muted
from quiz.service.contests.errors import EventUnreadable
from quiz.service.contests.rows import ContestRow, JournalEntry
from quiz.service.errors import StorageFailed
from quiz.service.people.personal import NAMING
from quiz.service.people.rows import RetentionRow
from quiz.store.contests import SqliteContests
from quiz.store.journal import SqliteJournal
from quiz.store.personal import SqlitePersonalData
from quiz.store.schema.migrate import open_database
from quiz.store.sqlite.database import Database

NOW = 1_700_000_000_000
PEOPLE = 400
SURNAME = "Nguyễn Thị Bạch"


def fill(database: Database, contest_id: str, pin: str, surname: str) -> None:
    """A contest with people in it, their names mended, so that pages split and rows move."""
    SqliteContests(database).create(ContestRow(contest_id, pin, "Hội thi", 1, NOW), [])
    for number in range(1, PEOPLE + 1):
        joined = ContestantJoined(number, f"{surname} {number}", "Đỏ", spectator=False)
        mended = ContestantCorrected(number, f"{surname} Mai {number}", "Đỏ")
        happened: tuple[Event, ...] = (joined, mended, Muted(muted=True))
        entries = [
            JournalEntry(3 * number - 2 + part, f"{number}", part, event, NOW + number, UNKNOWN)
            for part, event in enumerate(happened)
        ]
        with SqliteJournal(database).transaction(contest_id) as transaction:
            transaction.append(entries)


def traces(folder: Path, word: str) -> list[str]:
    """The files with this word in their bytes."""
    return [path.name for path in sorted(folder.iterdir()) if word.encode() in path.read_bytes()]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path)
    fill(opened, "a", "111111", SURNAME)
    fill(opened, "b", "222222", "Trần Đình")
    yield opened
    opened.close()


def test_erased_names_are_in_no_file_and_the_rest_stays(database: Database, tmp_path: Path) -> None:
    journal = SqliteJournal(database)
    before = {contest_id: journal.entries(contest_id) for contest_id in "ab"}
    assert "contests.db-wal" in traces(tmp_path, SURNAME)
    SqlitePersonalData(database).rewrite("a", NAMING, nameless, NOW + 5)
    assert traces(tmp_path, SURNAME) == []
    assert traces(tmp_path, "Trần Đình") == ["contests.db"]
    after = journal.entries("a")
    assert [nameless(entry.event) for entry in before["a"]] == [entry.event for entry in after]
    assert [(e.version, e.command_id, e.part, e.at) for e in before["a"]] == [
        (e.version, e.command_id, e.part, e.at) for e in after
    ]
    assert journal.entries("b") == before["b"]


def test_erased_names_are_in_no_file_while_more_is_written(
    database: Database, tmp_path: Path
) -> None:
    SqlitePersonalData(database).rewrite("a", NAMING, nameless, NOW + 5)
    fill(database, "c", "333333", "Lý Thái")
    assert traces(tmp_path, SURNAME) == []


def test_deleted_contest_is_in_no_file(database: Database, tmp_path: Path) -> None:
    SqlitePersonalData(database).delete("a")
    assert (traces(tmp_path, SURNAME), traces(tmp_path, "111111")) == ([], [])
    assert [row.id for row in SqliteContests(database).listing()] == ["b"]
    assert (SqliteJournal(database).entries("a"), len(SqliteJournal(database).entries("b"))) == (
        [],
        3 * PEOPLE,
    )


def test_kept_tells_days_last_event_and_when_names_were_erased(database: Database) -> None:
    personal = SqlitePersonalData(database)
    SqliteContests(database).create(ContestRow("c", "333333", "Trống", 1, NOW - 7), [])
    personal.keep("a", 30)
    personal.rewrite("b", NAMING, nameless, NOW + 9)
    last = NOW + PEOPLE
    assert sorted(personal.kept(), key=lambda kept: kept.contest_id) == [
        RetentionRow("a", 30, None, last),
        RetentionRow("b", None, NOW + 9, last),
        RetentionRow("c", None, None, NOW - 7),
    ]
    personal.keep("a", None)
    assert next(kept for kept in personal.kept() if kept.contest_id == "a").days is None


def unreadable(event: Event) -> Event:
    if isinstance(event, ContestantCorrected) and event.number == PEOPLE:
        raise EventUnreadable("ContestantCorrected", "for the test")
    return nameless(event)


def test_journal_that_cannot_be_read_is_left_as_it_was(database: Database) -> None:
    before = SqliteJournal(database).entries("a")
    with pytest.raises(EventUnreadable):
        SqlitePersonalData(database).rewrite("a", NAMING, unreadable, NOW)
    assert SqliteJournal(database).entries("a") == before
    assert [kept.erased_at for kept in SqlitePersonalData(database).kept()] == [None, None]


def test_names_that_left_traces_do_not_count_as_erased(database: Database, tmp_path: Path) -> None:
    """Another program reads the file meanwhile, so the log cannot be emptied."""
    personal, other = SqlitePersonalData(database), Database(tmp_path / "contests.db")
    with other.reading() as connection:
        cursor = connection.exec_driver_sql("SELECT * FROM journal")
        cursor.fetchone()
        with pytest.raises(StorageFailed) as problem:
            personal.rewrite("a", NAMING, nameless, NOW)
        cursor.close()
    other.close()
    assert problem.value.code == "locked"
    assert [kept.erased_at for kept in personal.kept()] == [None, None]
    personal.rewrite("a", NAMING, nameless, NOW)
    assert (traces(tmp_path, SURNAME), personal.kept()[0].erased_at) == ([], NOW)


def test_copies_beside_the_file_are_named(database: Database, tmp_path: Path) -> None:
    assert SqlitePersonalData(database).copies() == ()
    for name in ("contests-before-restore-20270101.db", "contests-before-migration-of-0002.db"):
        (tmp_path / name).touch()
    assert SqlitePersonalData(database).copies() == (
        "contests-before-migration-of-0002.db",
        "contests-before-restore-20270101.db",
    )


def test_copy_above_a_folder_that_was_away_is_named(tmp_path: Path) -> None:
    with closing(open_database(tmp_path / "data")) as database:
        (tmp_path / "data-contests-before-loss-1.db").touch()
        (tmp_path / "other-contests-before-loss-1.db").touch()
        (tmp_path / "contests-before-restore-x.db").touch()
        assert SqlitePersonalData(database).copies() == ("../data-contests-before-loss-1.db",)
