import pytest

from quiz.core.nouns.actors import UNKNOWN, seat
from quiz.core.nouns.event import Event
from quiz.core.nouns.events import AnswerSubmitted, ContestantJoined, Muted, RoomLocked
from quiz.core.nouns.state import Stage
from quiz.service.contests.errors import EventUnreadable
from quiz.service.contests.rows import ContestRow, JournalEntry
from quiz.service.errors import StorageFailed
from quiz.store.contests import SqliteContests
from quiz.store.journal import SqliteJournal
from quiz.store.sqlite.database import Database


def row(contest_id: str = "a", pin: str = "123456") -> ContestRow:
    return ContestRow(contest_id, pin, "Hội thi", 1, 1000)


def entry(version: int, command_id: str, part: int = 0, event: Event | None = None) -> JournalEntry:
    happened = event or Muted(muted=True)
    return JournalEntry(version, command_id, part, happened, 1000 + version, seat(version))


@pytest.fixture
def journal(database: Database) -> SqliteJournal:
    SqliteContests(database).create(row(), [])
    SqliteContests(database).create(row("b", "654321"), [])
    return SqliteJournal(database)


def test_entries_come_back_in_order(journal: SqliteJournal) -> None:
    joined = ContestantJoined(1, "Nguyễn Thị Hạnh", "Tổ 1", spectator=False)
    written = [entry(1, "x"), entry(2, "y", 0, joined), entry(3, "y", 1)]
    with journal.transaction("a") as transaction:
        transaction.append(written)
    assert journal.entries("a") == written


def test_row_of_an_older_version_is_nobodys(journal: SqliteJournal, database: Database) -> None:
    old = "INSERT INTO journal (contest_id, version, command_id, part, kind, data, at) VALUES "
    with database.writing() as connection:
        connection.exec_driver_sql(f"""{old} ('a', 1, 'x', 0, 'Muted', '{{"muted":true}}', 5)""")
    assert journal.entries("a") == [JournalEntry(1, "x", 0, Muted(muted=True), 5, UNKNOWN)]


def test_entries_after_a_version_are_those_beyond_it(journal: SqliteJournal) -> None:
    with journal.transaction("a") as transaction:
        transaction.append([entry(1, "x"), entry(2, "y"), entry(3, "z")])
    with journal.transaction("a") as transaction:
        assert transaction.after(1) == [entry(2, "y"), entry(3, "z")]
    assert journal.entries("a", after=3) == []


def test_commands_are_found_in_their_own_contest_only(journal: SqliteJournal) -> None:
    with journal.transaction("a") as transaction:
        transaction.append([entry(1, "x"), entry(2, "x", 1), entry(3, "y")])
    with journal.transaction("b") as transaction:
        transaction.append([entry(1, "x", 0, RoomLocked(locked=True))])
    with journal.transaction("a") as transaction:
        assert transaction.of_commands(["x", "unheard"]) == [entry(1, "x"), entry(2, "x", 1)]


def test_turn_with_an_error_inside_stores_nothing(journal: SqliteJournal) -> None:
    def stumble() -> None:
        with journal.transaction("a") as transaction:
            transaction.append([entry(1, "x")])
            raise KeyError

    with pytest.raises(KeyError):
        stumble()
    assert journal.entries("a") == []


@pytest.mark.parametrize("second", [entry(1, "y"), entry(2, "x")], ids=["version", "command"])
def test_same_version_or_command_twice_is_refused_whole(
    journal: SqliteJournal, second: JournalEntry
) -> None:
    with journal.transaction("a") as transaction:
        transaction.append([entry(1, "x")])
    with pytest.raises(StorageFailed), journal.transaction("a") as transaction:
        transaction.append([entry(3, "z"), second])
    assert journal.entries("a") == [entry(1, "x")]


def test_unknown_contest_takes_no_entries(journal: SqliteJournal) -> None:
    with pytest.raises(StorageFailed), journal.transaction("nowhere") as transaction:
        transaction.append([entry(1, "x")])


def test_full_disk_is_a_named_failure_and_leaves_the_journal_whole(
    journal: SqliteJournal, database: Database
) -> None:
    with journal.transaction("a") as transaction:
        transaction.append([entry(1, "x")])
    long_name = ContestantJoined(1, "x" * 100_000, "", spectator=False)
    with database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageFailed), journal.transaction("a") as transaction:
        transaction.append([entry(2, "y", 0, long_name)])
    with database.reading() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    assert journal.entries("a") == [entry(1, "x")]
    with journal.transaction("a") as transaction:
        transaction.append([entry(2, "y", 0, long_name)])
    assert [each.version for each in journal.entries("a")] == [1, 2]


def test_events_are_those_of_the_entries_in_order(journal: SqliteJournal) -> None:
    joined = ContestantJoined(1, "Nguyễn Thị Hạnh", "Tổ 1", spectator=False)
    with journal.transaction("a") as transaction:
        transaction.append([entry(1, "x"), entry(2, "y", 0, joined), entry(3, "y", 1)])
    assert list(journal.events("a")) == [
        (entry(1, "x").event, 0),
        (joined, 0),
        (entry(3, "y").event, 1),
    ]
    assert list(journal.events("b")) == []


def test_journal_with_a_row_missing_is_unreadable(
    journal: SqliteJournal, database: Database
) -> None:
    with journal.transaction("a") as transaction:
        transaction.append([entry(1, "x"), entry(2, "y"), entry(3, "z")])
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM journal WHERE version = 2")
    with pytest.raises(EventUnreadable) as problem:
        list(journal.events("a"))
    assert str(problem.value) == "Muted: row 3 follows row 1"


def test_row_of_an_unknown_kind_is_named(journal: SqliteJournal, database: Database) -> None:
    with database.writing() as connection:
        connection.exec_driver_sql(
            "INSERT INTO journal VALUES ('a', 1, 'x', 0, 'Danced', '{}', 5, 'timer')"
        )
    with pytest.raises(EventUnreadable):
        journal.entries("a")


def test_description_changes_one_line_of_the_list(
    journal: SqliteJournal, database: Database
) -> None:
    with journal.transaction("a") as transaction:
        transaction.describe(Stage.PLAYING, 31)
    listed = {each.id: (each.stage, each.joined) for each in SqliteContests(database).listing()}
    assert listed == {"a": (Stage.PLAYING, 31), "b": (Stage.LOBBY, 0)}


def test_batch_is_found_by_its_index(journal: SqliteJournal, database: Database) -> None:
    """The search for repeats must not grow with the contest."""
    seen: list[str] = []
    with journal.transaction("a") as transaction:
        raw = database._file.raw
        raw.set_trace_callback(seen.append)
        transaction.of_commands([str(number) for number in range(500)])
        raw.set_trace_callback(None)
    with database.reading() as connection:
        plan = connection.exec_driver_sql("EXPLAIN QUERY PLAN " + seen[0]).all()
    assert [line.detail for line in plan] == [
        "SEARCH journal USING INDEX sqlite_autoindex_journal_2 (command_id=?)"
    ]


def test_lengths_are_of_all_contests(journal: SqliteJournal) -> None:
    with journal.transaction("a") as transaction:
        transaction.append([entry(1, "one"), entry(2, "two")])
    assert journal.lengths() == {"a": 2, "b": 0}


def test_acts_leave_out_joins_and_answers(journal: SqliteJournal) -> None:
    joined = ContestantJoined(1, "Lê An", "", spectator=False)
    answered = AnswerSubmitted(1, (0,), 5, 4, "contestant")
    locked = RoomLocked(locked=True)
    with journal.transaction("a") as transaction:
        transaction.append([entry(1, "one"), entry(2, "two", event=joined)])
        transaction.append([entry(3, "three", event=answered), entry(4, "four", event=locked)])
    assert list(journal.acts("a")) == [(Muted(muted=True), 0), (locked, 0)]
