"""A disk that takes no more is said in words, wherever a command meets it; never a traceback."""

import errno
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections import namedtuple
from contextlib import closing
from pathlib import Path

import pytest

from quiz.cli import run_command
from quiz.cli.demo_contest import stage
from quiz.cli.serving import data_folder, problems
from quiz.cli.serving.data_folder import in_words
from quiz.core.errors import Rejected
from quiz.drill.sample import plan
from quiz.prepare import start
from quiz.service.errors import StorageFailed
from quiz.store.errors import DatabaseUnreadable, LeftAlone, NewerDatabase
from quiz.store.schema.migrate import open_database
from tests.store.sqlite.full import files_of_at_most

ROOT = Path(__file__).parents[2]
Usage = namedtuple("Usage", "total used free")


def start_with_files_of_at_most(size: int, data: Path) -> tuple[int, str]:
    """The exit code and the errors of a real server whose files may grow so far."""
    command = [sys.executable, "-X", "prepared", str(ROOT / "run.py"), "serve", "--port", "0"]
    command += ["--host", "127.0.0.1", "--data", str(data)]
    limit = (size, resource.RLIM_INFINITY)
    ended = subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limit),
    )
    return ended.returncode, ended.stderr


@pytest.mark.parametrize(
    ("size", "is_first"), [(0, True), (10_000, True), (40_000, True), (0, False), (10_000, False)]
)
def test_start_without_room_says_so(tmp_path: Path, size: int, is_first: bool) -> None:
    if not is_first:
        stage(tmp_path, plan())
    code, errors = start_with_files_of_at_most(size, tmp_path)
    assert (code, "Traceback" in errors, len(errors.splitlines())) == (2, False, 2)
    if not is_first:
        assert run_command(["verify", "--data", str(tmp_path)]) == 0


class WithoutRoom:
    """A place where something goes wrong, on a disk that has room or has not."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch

    def said(self, raised: Exception, free: int) -> str:
        self._patch.setattr(shutil, "disk_usage", lambda _: Usage(9, 9, free))
        with pytest.raises(problems.CannotStart) as said, in_words(Path("d")):
            raise raised
        return str(said.value)


@pytest.fixture
def place(monkeypatch: pytest.MonkeyPatch) -> WithoutRoom:
    return WithoutRoom(monkeypatch)


FULL = str(problems.disk_full(Path("d")))


@pytest.mark.parametrize(
    "raised",
    [
        OSError(errno.ENOSPC, "No space left on device"),
        StorageFailed("full", "disk_full"),
        DatabaseUnreadable("full", "disk_full"),
    ],
)
def test_error_that_means_a_full_disk_is_said_to_be_one(
    place: WithoutRoom, raised: Exception
) -> None:
    assert place.said(raised, free=10**9) == FULL


@pytest.mark.parametrize(
    "raised",
    [
        sqlite3.OperationalError("disk I/O error"),
        Rejected("storage_failed"),
        PermissionError(errno.EACCES, "Permission denied"),
    ],
)
def test_error_on_a_disk_without_room_is_said_to_come_of_that(
    place: WithoutRoom, raised: Exception
) -> None:
    assert place.said(raised, free=0) == FULL
    assert place.said(raised, free=10**9) != FULL


def test_files_beside_no_database_and_a_newer_one_are_said_on_a_full_disk_too(
    place: WithoutRoom,
) -> None:
    names = ("contests-before-restore-x.db",)
    assert place.said(LeftAlone(names), free=0) == str(problems.left_alone(Path("d"), names))
    assert place.said(NewerDatabase("9"), free=0) == str(problems.newer_database(Path("d")))


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_copy_without_room_is_said_and_leaves_nothing(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    command: str,
) -> None:
    data, copy, other = tmp_path / "data", tmp_path / "copy.db", tmp_path / "other"
    stage(data, plan())
    target, arguments = copy, ["backup", str(copy), "--data", str(data)]
    if command == "restore":
        run_command(arguments)
        target, arguments = other, ["restore", str(copy), "--data", str(other)]
    capsys.readouterr()
    monkeypatch.setattr(data_folder, "is_full", lambda _: True)
    with files_of_at_most(20_000):
        assert run_command(arguments) == 2
    assert capsys.readouterr().err.rstrip("\n") == str(problems.disk_full(target))
    assert [each.name for each in tmp_path.rglob("*unfinished*")] == []
    assert run_command(arguments) == 0


def test_preparing_without_room_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/x/stamp")

    monkeypatch.setattr(start, "prepare", full)
    assert start.prepare_and_restart(tmp_path, []) == 2
    assert capsys.readouterr().err == (
        "Không ghi được vào /x/stamp: No space left on device\n"
        "Cannot write to /x/stamp: No space left on device\n"
    )


@pytest.mark.parametrize(
    "left", ["contests-before-restore-x.db", "contests.restored", "contests.db-wal"]
)
def test_start_beside_what_a_lost_database_left_is_refused(tmp_path: Path, left: str) -> None:
    (tmp_path / left).write_bytes(b"older answers")
    with pytest.raises(LeftAlone) as refused, closing(open_database(tmp_path)):
        pass
    assert (refused.value.names, [each.name for each in tmp_path.iterdir()]) == ((left,), [left])
