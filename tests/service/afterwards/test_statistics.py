"""Statistics over the database: read once, read again when the contest went on."""

from collections.abc import Iterator

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.event import Event
from quiz.formats import ENGINE
from quiz.service.afterwards.question_statistics import question_statistics
from quiz.service.afterwards.statistics import Statistics
from quiz.service.afterwards.usage import Usage
from quiz.store.contests import SqliteContests
from quiz.store.journal import SqliteJournal
from quiz.store.sqlite.database import Database
from tests.core.builders import START, Table, plan
from tests.service.evenings import finished, points_plan, stored


class Counting(SqliteJournal):
    """A journal that counts how often a contest is replayed."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.replayed: list[str] = []

    def events(self, contest_id: str) -> Iterator[tuple[Event, int]]:
        self.replayed.append(contest_id)
        return super().events(contest_id)


@pytest.fixture
def journal(database: Database) -> Counting:
    return Counting(database)


@pytest.fixture
def statistics(database: Database, journal: Counting) -> Statistics:
    return Statistics(journal, ENGINE, Usage(SqliteContests(database), journal))


def test_contest_is_replayed_once(
    database: Database, journal: Counting, statistics: Statistics
) -> None:
    table = finished(points_plan(3))
    stored(database, table, "a")
    assert statistics.of_contest("a") == question_statistics(table.contest)
    assert statistics.of_contest("a") == question_statistics(table.contest)
    assert journal.replayed == ["a"]


def test_question_is_told_for_every_contest_that_asked_it(
    database: Database, journal: Counting, statistics: Statistics
) -> None:
    for place, name in enumerate("ab"):
        stored(database, finished(points_plan(2 + place)), name, created_at=START + place)
    stored(database, Table(plan()), "lobby")
    found = statistics.of_question("q2")
    assert [each.use.contest_id for each in found] == ["b"]
    found = statistics.of_question("q1")
    assert sorted(each.use.contest_id for each in found) == ["a", "b"]
    assert [(each.item.question.id, each.item.answered) for each in found] == [("q1", 12)] * 2
    assert statistics.of_question("k1") == ()
    assert sorted(journal.replayed) == ["a", "b"]


def test_unknown_contest_is_refused(statistics: Statistics) -> None:
    with pytest.raises(Rejected) as refused:
        statistics.of_contest("nothing")
    assert refused.value.code == "no_such_contest"


def test_contest_that_cannot_be_replayed_is_left_out_of_a_question(
    database: Database, statistics: Statistics
) -> None:
    for name in "ab":
        stored(database, finished(points_plan(2)), name)
    with database.writing() as connection:
        change = (
            "UPDATE journal SET data = '{}' WHERE contest_id = 'a' AND kind = 'AnswerSubmitted'"
        )
        connection.exec_driver_sql(change)
    assert [each.use.contest_id for each in statistics.of_question("q1")] == ["b"]
    with pytest.raises(Rejected) as refused:
        statistics.of_contest("a")
    assert refused.value.code == "unreadable"
