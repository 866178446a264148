"""Usage: what was asked, what waits, what an undo cannot take back, and what is read again."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.actors import UNKNOWN
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan, Pool, Round
from quiz.core.nouns.state import Scene, Stage
from quiz.formats.buzzer.commands import Buzz
from quiz.service.afterwards.usage import Usage, Use, asked_of, ids_of
from quiz.service.contests.rows import JournalEntry
from quiz.store.contests import SqliteContests
from quiz.store.journal import SqliteJournal
from quiz.store.sqlite.database import Database
from tests.core.builders import START, Table, plan, questions
from tests.service.evenings import finished, points_plan, stored

DAY = 24 * 60 * 60 * 1000


class Counting(SqliteJournal):
    """A journal that counts how often a contest is read."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.read: list[str] = []

    def acts(self, contest_id: str) -> Iterator[tuple[Event, int]]:
        self.read.append(contest_id)
        return super().acts(contest_id)


@pytest.fixture
def journal(database: Database) -> Counting:
    return Counting(database)


@pytest.fixture
def usage(database: Database, journal: Counting) -> Usage:
    return Usage(SqliteContests(database), journal)


def append(database: Database, name: str, events: Iterable[object], after: int) -> None:
    entries = [
        JournalEntry(after + place, f"{name}-more-{after + place}", 0, event, START, UNKNOWN)  # type: ignore[arg-type]
        for place, event in enumerate(events, start=1)
    ]
    with SqliteJournal(database).transaction(name) as transaction:
        transaction.append(entries)


def seen(table: Table) -> dict[str, int]:
    """What the table's events say was shown."""
    acts = [(event, 0) for event in table.events if not isinstance(event, e.ContestantJoined)]
    return asked_of(acts)[1]  # type: ignore[arg-type]


def test_use_of_a_finished_contest_says_what_was_asked(database: Database, usage: Usage) -> None:
    table = finished(points_plan(3, "Hội thi A"))
    stored(database, table, "a")
    first = table.contest.plays[0].log[0]
    assert usage.of("q1") == (Use("a", "Hội thi A", first.show_at, asked=True),)  # type: ignore[union-attr]
    assert usage.of("k1") == (Use("a", "Hội thi A", START, asked=False),)
    assert usage.of("never") == ()


def test_use_of_a_contest_in_its_lobby_waits(database: Database, usage: Usage) -> None:
    stored(database, Table(plan()), "a", created_at=START + DAY)
    assert usage.of("q1") == (Use("a", "Hội thi", START + DAY, asked=False, waiting=True),)


def test_uses_are_the_newest_first(database: Database, usage: Usage) -> None:
    for place, name in enumerate("abc"):
        stored(database, Table(plan()), name, created_at=START + place * DAY)
    assert [use.contest_id for use in usage.of("q1")] == ["c", "b", "a"]


def test_used_counts_asked_since_and_waiting(database: Database, usage: Usage) -> None:
    table = finished(points_plan(2))
    stored(database, table, "a")
    stored(database, Table(plan()), "b", created_at=START - 9 * DAY)
    waiting = frozenset(ids_of(plan()))
    assert usage.used(START + DAY) == waiting
    assert usage.used() == waiting | {"q1", "typed"}


def test_contest_is_read_again_only_when_it_went_on(
    database: Database, journal: Counting, usage: Usage
) -> None:
    table = Table(plan(), 2)
    stored(database, table, "a")
    stored(database, Table(plan()), "b")
    for _ in range(3):
        usage.of("q1")
    assert sorted(journal.read) == ["a", "b"]
    before = len(table.events)
    table.open()
    append(database, "a", table.events[before:], before)
    assert [use.asked for use in usage.of("q1") if use.contest_id == "a"] == [True]
    assert sorted(journal.read) == ["a", "a", "b"]


def test_contest_that_only_finished_is_seen(database: Database, usage: Usage) -> None:
    stored(database, Table(plan()), "a")
    assert usage.of("q1")[0].waiting
    with SqliteJournal(database).transaction("a") as transaction:
        transaction.describe(Stage.FINISHED, 0)
    assert not usage.of("q1")[0].waiting


def test_contest_that_cannot_be_read_is_left_out(database: Database, usage: Usage) -> None:
    for name in "ab":
        stored(database, Table(plan()), name)
    with database.writing() as connection:
        connection.exec_driver_sql("UPDATE journal SET data = '{}' WHERE contest_id = 'a'")
    assert [use.contest_id for use in usage.of("q1")] == ["b"]


def test_contest_that_is_gone_is_used_no_more(database: Database, usage: Usage) -> None:
    stored(database, Table(plan()), "a")
    assert len(usage.of("q1")) == 1
    with database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM journal")
        connection.exec_driver_sql("DELETE FROM contests")
    assert usage.of("q1") == ()


def test_database_that_fails_is_a_refusal(database: Database, usage: Usage) -> None:
    database.close()
    with pytest.raises(Rejected) as refused:
        usage.of("q1")
    assert refused.value.code == "storage_failed"


def test_shown_is_not_taken_back_by_an_undo() -> None:
    table = Table(plan(), 2)
    table.open()
    at = table.asked.show_at
    while table.contest.play is not None:
        table.act(c.Undo(0))
    assert seen(table) == {"q1": at}


def test_drawn_but_skipped_before_it_was_shown_is_not_asked() -> None:
    table = Table(plan(3, "points"), 2)
    table.until("show")
    table.act(c.Skip(0))
    table.open()
    assert list(seen(table)) == ["q2"]


def in_the_second_round() -> Table:
    """One question of the first of two rounds was asked, and the second has begun."""
    rounds = (
        Round("1", "points", questions(2)),
        Round("2", "points", questions(2, "z")),
    )
    table = Table(Plan("Hội thi", rounds, seed="s"), 2)
    table.ask(1)
    table.act(c.FinishRound(0))
    table.advance()
    return table


def test_question_of_a_round_come_back_to_by_undo_is_of_that_round() -> None:
    table = in_the_second_round()
    assert len(table.contest.plays) == 2
    for _ in range(2):
        table.act(c.Undo(0))
    table.open()
    assert list(seen(table)) == ["q1", "q2"]


def test_undo_of_a_step_passes_over_the_switches_of_the_screens() -> None:
    table = in_the_second_round()
    table.act(c.SendScene(0, Scene.STANDINGS))
    table.act(c.Mute(0, muted=True))
    for _ in range(2):
        table.act(c.Undo(0, steps=True))
    assert (len(table.contest.plays), table.contest.stage) == (1, Stage.PLAYING)
    table.open()
    assert list(seen(table)) == ["q1", "q2"]


def test_undo_passes_over_the_presses_of_a_buzzer(database: Database, usage: Usage) -> None:
    rounds = (
        Round("1", "points", questions(2)),
        Round("2", "buzzer", questions(2, "z")),
    )
    table = Table(Plan("Hội thi", rounds, seed="s"), 3)
    table.ask(1)
    table.act(c.FinishRound(0))
    table.open()
    table.now = table.asked.opens_at + 1_000
    for number in (1, 2, 3):
        table.do(Buzz(number, table.asked.pool, table.asked.ordinal, 0))
    while len(table.contest.plays) > 1 or table.contest.stage is not Stage.PLAYING:
        table.act(c.Undo(0))
    table.open()
    stored(database, table, "a")
    assert [name for name in ("q1", "q2", "z1", "z2") if usage.of(name)[0].asked] == [
        "q1",
        "q2",
        "z1",
    ]


def test_audience_and_reserve_questions_are_told_apart_from_main_ones() -> None:
    table = Table(plan(3), 6)
    table.ask(1, 2, wrong=(3, 4))
    table.act(c.DrawAudienceQuestion(0))
    table.open()
    assert list(seen(table)) == ["q1", "k1"]
    assert table.asked.pool is Pool.AUDIENCE


def test_ids_of_a_plan_are_each_once() -> None:
    made = plan(1)
    twice = replace(made, rounds=made.rounds * 2)
    assert list(ids_of(twice)) == ["q1", "r1", "r2", "r3", "k1", "k2"]


def test_question_that_a_change_took_out_no_longer_waits() -> None:
    table = Table(points_plan(3), 1)
    table.do(c.ChangePlan(points_plan(2), table.contest.acted))
    acts = [(event, 0) for event in table.events if not isinstance(event, e.ContestantJoined)]
    made, seen_at = asked_of(acts)  # type: ignore[arg-type]
    assert (made, seen_at) == (points_plan(2), {})
    table.do(c.Undo(table.contest.acted))
    acts = [(event, 0) for event in table.events if not isinstance(event, e.ContestantJoined)]
    assert asked_of(acts)[0] == points_plan(3)  # type: ignore[arg-type]
