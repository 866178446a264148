"""A power cut tears the end of SQLite's log: whole batches stay, in order, from the first."""

import random
from contextlib import closing
from pathlib import Path

import pytest

from quiz.service.contests.rows import ContestRow
from quiz.store.contests import SqliteContests
from quiz.store.journal import SqliteJournal
from quiz.store.schema.migrate import open_database
from quiz.store.sqlite.database import FILE_NAME
from tests.store.writer import answer

BATCH, BATCHES = 20, 5


@pytest.fixture
def cut(tmp_path: Path) -> tuple[Path, list[int]]:
    """The files as they lay at a power cut, and how long the log was after each batch."""
    running, cut = tmp_path / "running", tmp_path / "cut"
    database = open_database(running)
    SqliteContests(database).create(ContestRow("a", "123456", "Hội thi", 1, 1000), [])
    lengths = []
    for first in range(1, BATCH * BATCHES, BATCH):
        with SqliteJournal(database).transaction("a") as transaction:
            transaction.append([answer(version) for version in range(first, first + BATCH)])
        lengths.append((running / f"{FILE_NAME}-wal").stat().st_size)
    cut.mkdir()
    for name in (FILE_NAME, f"{FILE_NAME}-wal"):
        (cut / name).write_bytes((running / name).read_bytes())
    database.close()
    return cut, lengths


def stored(folder: Path) -> int:
    """How many entries there are; they must be the first ones, unchanged."""
    with closing(open_database(folder)) as database:
        entries = SqliteJournal(database).entries("a")
    assert entries == [answer(version) for version in range(1, len(entries) + 1)]
    return len(entries)


def test_log_that_is_whole_gives_every_batch(cut: tuple[Path, list[int]]) -> None:
    assert stored(cut[0]) == BATCH * BATCHES


@pytest.mark.parametrize("lost", [1, 100, 4096])
def test_torn_end_loses_only_the_batch_that_was_being_written(
    cut: tuple[Path, list[int]], lost: int
) -> None:
    folder, lengths = cut
    log = folder / f"{FILE_NAME}-wal"
    log.write_bytes(log.read_bytes()[: lengths[-1] - lost])
    assert stored(folder) == BATCH * (BATCHES - 1)


def test_noise_at_the_end_loses_only_the_batch_that_was_being_written(
    cut: tuple[Path, list[int]],
) -> None:
    folder, lengths = cut
    log = folder / f"{FILE_NAME}-wal"
    noise = random.Random(7).randbytes(lengths[-1] - lengths[-2])
    log.write_bytes(log.read_bytes()[: lengths[-2]] + noise)
    assert stored(folder) == BATCH * (BATCHES - 1)


def test_contest_goes_on_after_a_torn_end(cut: tuple[Path, list[int]]) -> None:
    folder, lengths = cut
    log = folder / f"{FILE_NAME}-wal"
    log.write_bytes(log.read_bytes()[: lengths[-1] - 1])
    have = stored(folder)
    with (
        closing(open_database(folder)) as database,
        SqliteJournal(database).transaction("a") as transaction,
    ):
        transaction.append([answer(have + 1)])
    assert stored(folder) == have + 1
