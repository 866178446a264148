"""Appends batches of 50 entries for ever, and says each version once it is committed."""

import sys
from itertools import count
from pathlib import Path

from quiz.core.nouns.actors import UNKNOWN
from quiz.core.nouns.events import AnswerSubmitted
from quiz.service.contests.rows import ContestRow, JournalEntry
from quiz.store.contests import SqliteContests
from quiz.store.journal import SqliteJournal
from quiz.store.schema.migrate import open_database

BATCH = 50


def main(folder: str) -> None:
    database = open_database(Path(folder))
    SqliteContests(database).create(ContestRow("a", "123456", "Hội thi", 1, 1000), [])
    journal = SqliteJournal(database)
    for first in count(1, BATCH):
        with journal.transaction("a") as transaction:
            transaction.append([answer(version) for version in range(first, first + BATCH)])
        print(first + BATCH - 1, flush=True)


def answer(version: int) -> JournalEntry:
    event = AnswerSubmitted(version, (version % 4,), 1000 + version, 5, "contestant")
    return JournalEntry(version, f"command-{version}", 0, event, 1000 + version, UNKNOWN)


if __name__ == "__main__":
    main(sys.argv[1])
