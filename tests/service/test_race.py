import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns.actors import NEWCOMER, seat
from quiz.core.nouns.commands import Join, SubmitAnswer
from quiz.core.nouns.events import AnswerSubmitted
from quiz.core.nouns.model import Pool
from quiz.core.nouns.state import Life
from quiz.formats import ENGINE
from quiz.service.contests.runners import Runners
from quiz.service.contests.running.batch import Receipt
from quiz.service.contests.running.runner import Runner
from quiz.store.contests import SqliteContests
from quiz.store.journal import SqliteJournal
from quiz.store.schema.migrate import open_database
from quiz.store.sqlite.database import Database
from tests.core.builders import plan, whose
from tests.service.contests.test_runners import advance
from tests.service.fakes import Alarms, FakeClock, FakeIds

PEOPLE = 40


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    opened = open_database(tmp_path)
    yield opened
    opened.close()


def runners_on(database: Database, clock: FakeClock) -> Runners:
    return Runners(
        ENGINE,
        SqliteContests(database),
        SqliteJournal(database),
        clock=clock,
        ids=FakeIds(),
        later=Alarms().later,
    )


def answering(runner: Runner, clock: FakeClock) -> None:
    """Let everybody join, and bring the contest to a question whose clock runs."""
    for number in range(1, PEOPLE + 1):
        runner.submit(Join(f"Thí sinh {number}", "Đỏ"), f"join-{number}", clock.time, NEWCOMER)
    for step in range(10):
        play = runner.contest.play
        if play and play.current and play.current.life is Life.CLOCK:
            clock.time = play.current.opens_at + 1000
            return
        advance(runner, f"step-{step}", clock.time)


def test_answers_of_many_threads_are_each_in_the_journal_once(database: Database) -> None:
    clock = FakeClock()
    runners = runners_on(database, clock)
    contest_id = runners.create(plan(), owner=1)
    runner = runners.runner(contest_id)
    answering(runner, clock)
    # Each contestant presses on two phones at once, one of which sends everything twice.
    together = threading.Barrier(3 * PEOPLE)
    receipts: dict[str, list[Receipt]] = {}
    refusals: list[str] = []

    def answer(number: int, command_id: str) -> None:
        command = SubmitAnswer(number, Pool.MAIN, 1, (number % 4,))
        together.wait(30)
        try:
            receipt = runner.submit(command, command_id, clock.time, whose(command))
        except Rejected as refusal:
            refusals.append(refusal.code)
        else:
            receipts.setdefault(command_id, []).append(receipt)

    threads = [
        threading.Thread(target=answer, args=(number, f"{phone}-{number}"))
        for number in range(1, PEOPLE + 1)
        for phone in ("a", "a", "b")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    runners.close()

    stored = SqliteJournal(database).entries(contest_id)
    answers = [entry for entry in stored if isinstance(entry.event, AnswerSubmitted)]
    assert refusals == []
    assert [entry.version for entry in stored] == list(range(1, len(stored) + 1))
    assert {entry.command_id: entry.version for entry in answers} == {
        command_id: given[0].v for command_id, given in receipts.items()
    }
    assert len(answers) == 2 * PEOPLE
    assert all(len(set(given)) == 1 for given in receipts.values())
    assert sum(map(len, receipts.values())) == 3 * PEOPLE


def test_replayed_contest_equals_the_one_that_was_played(database: Database) -> None:
    clock = FakeClock()
    runners = runners_on(database, clock)
    contest_id = runners.create(plan(), owner=1)
    runner = runners.runner(contest_id)
    answering(runner, clock)
    first = runner.submit(SubmitAnswer(1, Pool.MAIN, 1, (0,)), "x", clock.time, seat(1))
    advance(runner, "close", clock.time)
    played = runner.contest
    runners.close()
    again = runners_on(database, clock)
    replayed = again.runner(contest_id)
    assert replayed.contest == played
    assert (
        replayed.submit(SubmitAnswer(1, Pool.MAIN, 1, (0,)), "x", clock.time + 1, seat(1)) == first
    )
    assert replayed.contest is again.runner(contest_id).contest
    assert [(row.stage, row.joined) for row in again.listing()] == [(played.stage, PEOPLE)]
    again.close()


def test_two_runners_on_one_journal_see_each_other(database: Database) -> None:
    """What a second process writes is read before the next batch is decided."""
    clock = FakeClock()
    runners, others = runners_on(database, clock), runners_on(database, clock)
    contest_id = runners.create(plan(), owner=1)
    here, there = runners.runner(contest_id), others.runner(contest_id)
    assert here.submit(Join("An", "Đỏ"), "x", clock.time, NEWCOMER) == Receipt(2, number=1)
    assert there.submit(Join("Bình", "Đỏ"), "y", clock.time, NEWCOMER) == Receipt(3, number=2)
    assert here.submit(Join("Chi", "Đỏ"), "z", clock.time, NEWCOMER) == Receipt(4, number=3)
    assert here.submit(Join("Bình", "Đỏ"), "y", clock.time, NEWCOMER) == Receipt(3, number=2)
    runners.close()
    others.close()
    assert len(here.contest.contestants) == 3
