"""How long a contest takes to come back from its journal when the server starts.

    .venv/bin/python benchmarks/rebuild.py 5000 30

Beside it, in the same run, what reading and decoding the events alone takes.
"""

import argparse
import tempfile
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from hosting import contest

from quiz.app import create_app
from quiz.cli.demo_contest import stage
from quiz.config import Config
from quiz.core.nouns import actors
from quiz.core.nouns import commands as c
from quiz.core.nouns.model import Plan, Pool
from quiz.core.nouns.state import Contest
from quiz.formats import ENGINE
from quiz.service.contests.rows import JournalEntry
from quiz.service.contests.running.batch import Submission, entries_for, fold
from quiz.store.journal import SqliteJournal
from quiz.store.schema.migrate import open_database
from quiz.store.sqlite.database import Database

STEPS = 6
"""Steps of a question: drawn, shown, clock, locked, revealed, settled."""


class Written:
    """A journal that is written as fast as the rules decide."""

    def __init__(self, database: Database, contest_id: str) -> None:
        self._journal, self._id = SqliteJournal(database), contest_id
        self._entries: list[JournalEntry] = []
        self._now = 1_000_000_000_000
        self._commands = 0
        created, *others = self._journal.entries(contest_id)
        self.contest: Contest = fold(ENGINE.evolve(None, created.event), others, ENGINE)

    def do(self, command: c.Command) -> None:
        """Have a command decided."""
        self._commands += 1
        events = ENGINE.decide(self.contest, command, self._now)
        asked = Submission(command, f"{self._commands:032x}", self._now, actors.UNKNOWN)
        entries = entries_for(events, self.contest.version, asked)
        self._entries += entries
        self.contest = fold(self.contest, entries, ENGINE)

    def step(self) -> None:
        """The next step of the run of show, and a second that goes by."""
        self.do(c.Advance(self.contest.acted))
        self._now += 1_000

    def store(self) -> int:
        """Commit all of it; how many events there are."""
        with self._journal.transaction(self._id) as transaction:
            transaction.append(self._entries)
        return self.contest.version


def written(folder: Path, plan: Plan, people: int) -> tuple[str, int]:
    """A contest in which everybody answered every question: its id, how many events it has."""
    staged = stage(folder, plan)
    with closing(open_database(folder)) as database:
        journal = Written(database, staged.contest)
        for person in range(people):
            journal.do(c.Join(f"Thí sinh {person}"))
        journal.step()
        for ordinal in range(1, len(plan.rounds[0].questions) + 1):
            for step in range(STEPS):
                journal.step()
                if step == STEPS // 2 - 1:
                    for number in range(1, people + 1):
                        answer = (number % 4,)
                        journal.do(c.SubmitAnswer(number, Pool.MAIN, ordinal, answer))
        return staged.contest, journal.store()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("people", type=int, nargs="?", default=5000)
    parser.add_argument("questions", type=int, nargs="?", default=30)
    options = parser.parse_args()
    (round_,) = contest(1, 15).rounds
    asked = tuple(
        replace(round_.questions[0], id=f"đo-{place}") for place in range(options.questions)
    )
    plan = replace(contest(1, 15), rounds=(replace(round_, questions=asked),))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        contest_id, events = written(folder, plan, options.people)
        with closing(open_database(folder)) as database:
            began = time.monotonic()
            read = sum(1 for _ in SqliteJournal(database).events(contest_id))
            reading = time.monotonic() - began
        assert read == events
        with closing(create_app(Config(data=folder), "threading")) as app:
            began = time.monotonic()
            runner = app.runners.runner(contest_id)
            took = time.monotonic() - began
            assert runner.contest.version == events
    print("| contestants | questions | events | reading alone s | back after s |")
    print("|---|---|---|---|---|")
    print(
        f"| {options.people} | {options.questions} | {events} | {reading:.1f} | {took:.1f} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
