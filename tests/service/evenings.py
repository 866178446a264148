"""Contests that were played, put into a database as if they had been."""

from typing import cast

from quiz.core.nouns.actors import UNKNOWN
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Kind, Plan, Question, Round
from quiz.core.nouns.state import Stage
from quiz.service.contests.rows import ContestRow, JournalEntry
from quiz.store.contests import SqliteContests
from quiz.store.journal import SqliteJournal
from quiz.store.sqlite.database import Database
from tests.core.builders import START, Table, one_choice, questions


def stored(database: Database, table: Table, name: str, *, created_at: int = START) -> str:
    """Store this contest under the name, which is also its id; returns it."""
    entries = [
        JournalEntry(version, f"{name}-{version}", 0, cast("Event", event), START, UNKNOWN)
        for version, event in enumerate(table.events, start=1)
    ]
    pin = f"{sum(name.encode()) * 7919 % 900_000 + 100_000}"
    row = ContestRow(name, pin, table.contest.plan.title, 1, created_at)
    SqliteContests(database).create(row, entries[:1])
    with SqliteJournal(database).transaction(name) as transaction:
        transaction.append(entries[1:])
        transaction.describe(table.contest.stage, len(table.contest.contestants))
    return name


def points_plan(count: int = 5, title: str = "Tích điểm") -> Plan:
    """A points round of so many questions, the last of them typed; one reserve, one audience."""
    typed = Question("typed", Kind.TEXT, "Thủ đô?", ("Hà Nội",), topic="Địa lý", difficulty=2)
    asked = (*questions(count - 1), typed)
    round_ = Round("Phần một", "points", asked, (), (one_choice("k1"),))
    return Plan(title, (round_,), seed="hạt")


def finished(made: Plan, people: int = 12, start: int = START) -> Table:
    """The plan played to its end: of question n (from 1) the first `people - 2n` are right."""
    table = Table(made, people)
    table.now = start
    total = len(made.rounds[0].questions)
    for place in range(1, total + 1):
        right = range(1, max(0, people - 2 * place) + 1)
        others = [number for number in range(1, people + 1) if number not in right]
        table.open()
        question = table.asked.question
        for number in right:
            table.answer(number, question.key[0], 100 * number)
        for number in others:
            wrong = "Huế" if question.kind is Kind.TEXT else ((place + 1) % 4,)
            table.answer(number, wrong, 500)
        table.advance(3)
    while table.contest.stage is not Stage.FINISHED:
        table.advance()
    return table
