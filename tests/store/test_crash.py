import subprocess
import sys
from pathlib import Path

import pytest

from quiz.store.journal import SqliteJournal
from quiz.store.schema.migrate import open_database
from tests.store.writer import BATCH, answer

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("batches_seen", [1, 7, 23])
def test_killed_writer_leaves_every_acknowledged_batch_whole(
    tmp_path: Path, batches_seen: int
) -> None:
    command = [sys.executable, "-m", "tests.store.writer", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as writer:
        assert writer.stdout is not None
        for _ in range(batches_seen):
            writer.stdout.readline()
        writer.kill()
        said = writer.stdout.read().split("\n")[:-1]
    acknowledged = int(said[-1]) if said else batches_seen * BATCH
    database = open_database(tmp_path)
    entries = SqliteJournal(database).entries("a")
    database.close()
    assert acknowledged <= len(entries)
    assert len(entries) % BATCH == 0
    assert entries == [answer(version) for version in range(1, len(entries) + 1)]
