import fcntl
import subprocess
import sys
import time
from pathlib import Path

import pytest

from quiz.app import create_app
from quiz.config import DRIVERS, Config
from quiz.service.library.apart import Apart, end_apart, start_apart
from tests.service.library import lingering

PARENT = """
import sys, time
from quiz.transport.driver import patch
patch(sys.argv[1])
from quiz.service.library.apart import start_apart
started = start_apart(sys.argv[2], sys.argv[3])
time.sleep(600)
"""


def wait_for(path: Path) -> None:
    give_up_at = time.monotonic() + 60
    while not path.exists():
        assert time.monotonic() < give_up_at
        time.sleep(0.02)


@pytest.mark.parametrize("driver", DRIVERS)
def test_process_ends_when_the_server_was_killed(tmp_path: Path, driver: str) -> None:
    told = [sys.executable, "-c", PARENT, driver, lingering.__name__, str(tmp_path)]
    with subprocess.Popen(told, cwd=Path(__file__).parents[3]) as parent:
        wait_for(tmp_path / "ready")
        parent.kill()
    with (tmp_path / "lock").open() as lock:
        # Comes back once the process that holds it has ended.
        fcntl.flock(lock, fcntl.LOCK_EX)


def test_process_is_ended_at_will(tmp_path: Path) -> None:
    process = start_apart(lingering.__name__, str(tmp_path))
    wait_for(tmp_path / "ready")
    end_apart(process)
    assert process.poll() not in (0, None)


def test_folder_is_its_owners_alone_and_gone_afterwards(tmp_path: Path) -> None:
    with Apart(tmp_path).folder() as folder:
        (folder / "known").write_text("a key")
        assert [each.stat().st_mode & 0o777 for each in (folder, folder.parent)] == [0o700] * 2
        assert folder.parent == tmp_path / "apart"
    assert not folder.exists()


def test_next_start_removes_what_a_killed_server_left(tmp_path: Path) -> None:
    left = Apart(tmp_path).new_folder()
    (left / "known").write_text("a key")
    app = create_app(Config(data=tmp_path, secret="tests only"), "threading")
    app.start()
    assert not left.exists()
    app.close()
