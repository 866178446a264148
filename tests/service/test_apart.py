import errno
import fcntl
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import msgspec
import openpyxl
import pytest

from quiz.app import create_app
from quiz.banks.exporting import sheets_apart
from quiz.config import DRIVERS, Config
from quiz.service.apart import Apart, NotMade, end_apart, exit_code_of, start_apart
from quiz.service.errors import StorageFailed
from tests.service import lingering

PARENT = """
import sys, time
from quiz.transport.driver import patch
patch(sys.argv[1])
from quiz.service.apart import start_apart
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
    with subprocess.Popen(told, cwd=Path(__file__).parents[2]) as parent:
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
    with Apart(tmp_path).new_folder() as left:
        (left / "known").write_text("a key")
    app = create_app(Config(data=tmp_path, secret="tests only"), "threading")
    app.start()
    assert not left.exists()
    app.close()


def test_sheets_written_apart_hold_texts_and_numbers_and_no_formula(tmp_path: Path) -> None:
    sheet = ("Câu trả lời", ("Tên", "Giây"), [("=1+1", 2.5), ("Lan\x07", None), ("", True)])
    given = {sheets_apart.SHEETS: msgspec.json.encode([sheet])}
    book = openpyxl.load_workbook(
        BytesIO(Apart(tmp_path).made(sheets_apart.__name__, given, "file"))
    )
    cells = list(book["Câu trả lời"].iter_rows(min_row=2))
    assert [[cell.value for cell in row] for row in cells] == [
        ["=1+1", 2.5],
        ["Lan", None],
        [None, True],
    ]
    assert cells[0][0].data_type == "s"


def test_process_that_fails_made_nothing(tmp_path: Path) -> None:
    with pytest.raises(NotMade):
        Apart(tmp_path).made(sheets_apart.__name__, {}, sheets_apart.FILE)


def test_what_the_disk_does_not_take_is_said_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(*_: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(Path, "write_bytes", write)
    with pytest.raises(StorageFailed) as full:
        Apart(tmp_path).made(sheets_apart.__name__, {"known": b"a key"}, sheets_apart.FILE)
    assert (full.value.code, list((tmp_path / "apart").iterdir())) == ("disk_full", [])


def test_data_folder_that_was_taken_away_is_said(tmp_path: Path) -> None:
    with pytest.raises(StorageFailed) as gone:
        Apart(tmp_path / "stick").made(sheets_apart.__name__, {}, sheets_apart.FILE)
    assert gone.value.code == "storage_failed"


def test_process_that_takes_too_long_is_ended() -> None:
    process = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    assert exit_code_of(process, 0) != 0
