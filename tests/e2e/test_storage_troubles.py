"""The data folder of a real server: held by another program, pulled out and put back."""

import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import pytest

from quiz.cli.demo_contest import stage
from quiz.config import DRIVERS
from quiz.store.sqlite.database import FILE_NAME
from tests.e2e.conftest import Serve
from tests.e2e.contest import golden_bell
from tests.e2e.server import ServerProcess

PATIENCE_S = 30


@pytest.mark.parametrize("driver", DRIVERS)
def test_server_starts_by_itself_when_a_back_up_lets_go_of_the_data(
    tmp_path: Path, driver: str
) -> None:
    stage(tmp_path, golden_bell(3))
    server = ServerProcess(tmp_path, driver)
    starting = threading.Thread(target=server.start)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        starting.start()
        give_up_at = time.monotonic() + PATIENCE_S
        while not server.said and time.monotonic() < give_up_at:
            time.sleep(0.05)
        other.execute("COMMIT")
    starting.join()
    try:
        assert "đang giữ tệp dữ liệu" in server.said[0]
        assert (server.link != "", server.log()) == (True, "")
    finally:
        server.stop()


def test_nothing_is_acknowledged_while_the_folder_is_away_and_it_goes_on_when_it_is_back(
    serve: Serve, tmp_path: Path
) -> None:
    hall = serve(golden_bell(3))
    host = hall.host()
    hall.robots(3)
    host.until(lambda: host.counts.get("online") == 3)
    away = tmp_path.with_name(f"{tmp_path.name}-away")
    tmp_path.rename(away)
    try:
        assert host.send("advance") == {"ok": False, "code": "storage_failed"}
        host.until(lambda: host.trouble.get("code") == "gone")
    finally:
        away.rename(tmp_path)
    host.until(lambda: host.trouble.get("code") == "")
    host.act("advance")
    assert "Traceback" not in hall.server.log()


@pytest.mark.parametrize("driver", DRIVERS)
@pytest.mark.parametrize("taken", [(FILE_NAME,), (f"{FILE_NAME}-wal", f"{FILE_NAME}-shm")])
def test_files_taken_away_while_nobody_writes_are_put_back_and_nothing_is_lost(
    serve: Serve, tmp_path: Path, driver: str, taken: tuple[str, ...]
) -> None:
    hall = serve(golden_bell(3), driver)
    host = hall.host()
    host.act("lock_room", locked=True)
    before = rows(tmp_path)
    for name in taken:
        (tmp_path / name).unlink()
    host.until(lambda: host.trouble.get("code") == "put_back")
    host.act("lock_room", locked=False)
    hall.server.kill()
    assert rows(tmp_path) == before + 1


def test_another_file_in_the_place_is_said_and_it_goes_on_when_that_is_moved_away(
    serve: Serve, tmp_path: Path
) -> None:
    hall = serve(golden_bell(3))
    host = hall.host()
    host.act("lock_room", locked=True)
    before = rows(tmp_path)
    (tmp_path / "another").write_bytes(b"another file")
    (tmp_path / "another").replace(tmp_path / FILE_NAME)
    host.until(lambda: host.trouble.get("code") == "replaced")
    assert host.send("lock_room", locked=False) == {"ok": False, "code": "storage_failed"}
    (tmp_path / FILE_NAME).rename(tmp_path / "another")
    host.until(lambda: host.trouble.get("code") != "replaced")
    host.act("lock_room", locked=False)
    hall.server.kill()
    assert rows(tmp_path) == before + 1


def rows(folder: Path) -> int:
    """How many events are stored, as the next start would find them."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as raw:
        found: int = raw.execute("SELECT count(*) FROM journal").fetchone()[0]
        return found
