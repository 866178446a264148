"""Under a driver, hundreds of threads join at once.

Prints whether the numbers are right, how many entries and commits there are, and whether a
timer rang.
"""

import sys

from quiz.core.nouns.actors import NEWCOMER
from quiz.transport.driver import patch

patch(sys.argv[1])  # type: ignore[arg-type]

import threading  # noqa: E402
from pathlib import Path  # noqa: E402

from quiz.clock import SystemClock  # noqa: E402
from quiz.core.nouns.commands import Join  # noqa: E402
from quiz.formats import ENGINE  # noqa: E402
from quiz.service.contests.runners import Runners  # noqa: E402
from quiz.service.contests.running.runner import Change  # noqa: E402
from quiz.service.machine import RandomIds, later  # noqa: E402
from quiz.store.contests import SqliteContests  # noqa: E402
from quiz.store.journal import SqliteJournal  # noqa: E402
from quiz.store.schema.migrate import open_database  # noqa: E402
from tests.core.builders import plan  # noqa: E402

PEOPLE = 300


def main(folder: str) -> None:
    database = open_database(Path(folder))
    clock, ids = SystemClock(), RandomIds()
    runners = Runners(
        ENGINE, SqliteContests(database), SqliteJournal(database), clock=clock, ids=ids
    )
    contest_id = runners.create(plan(), owner=1)
    runner = runners.runner(contest_id)
    changes: list[Change] = []
    runner.subscribe(changes.append)
    numbers: list[int] = []
    rung = threading.Event()
    later(10, rung.set)

    together = threading.Event()

    def join() -> None:
        together.wait()
        numbers.append(runner.submit(Join("An", "Đỏ"), ids.command(), clock.now(), NEWCOMER).number)

    threads = [threading.Thread(target=join) for _ in range(PEOPLE)]
    for thread in threads:
        thread.start()
    together.set()
    for thread in threads:
        thread.join()
    rang = rung.wait(10)
    runners.close()
    stored = len(SqliteJournal(database).entries(contest_id)) - 1
    database.close()
    print(sorted(numbers) == list(range(1, PEOPLE + 1)), stored, len(changes), rang)


main(sys.argv[2])
