"""`backup`, `restore` and `verify` as people type them."""

from contextlib import closing
from pathlib import Path

import pytest

from quiz.cli import run_command
from quiz.cli.demo_contest import stage
from quiz.cli.serving.server import own_data
from quiz.drill.sample import plan
from quiz.store.schema.migrate import open_database


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    stage(folder, plan())
    return folder


def run(*words: object) -> int:
    return run_command([str(word) for word in words])


def test_back_up_is_restored_elsewhere_and_verified(data: Path, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy.db", tmp_path / "other"
    assert run("backup", copy, "--data", data) == 0
    assert run("backup", copy, "--data", data) == 2
    assert run("restore", copy, "--data", other) == 0
    assert run("restore", copy, "--data", other) == 2
    assert run("restore", copy, "--data", other, "--replace") == 0
    assert run("verify", "--data", other) == 0


def test_restore_beside_a_running_server_is_refused(data: Path, tmp_path: Path) -> None:
    run("backup", tmp_path / "copy.db", "--data", data)
    with own_data(data):
        assert run("restore", tmp_path / "copy.db", "--data", data, "--replace") == 2


def test_verify_names_the_contest_that_cannot_be_replayed(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_database(data)) as database, database.writing() as connection:
        connection.exec_driver_sql("UPDATE journal SET data = '{}'")
    assert run("verify", "--data", data) == 1
    assert "BROKEN" in capsys.readouterr().out.splitlines()[0]


def test_verify_sees_a_list_that_differs_from_the_journal(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(open_database(data)) as database, database.writing() as connection:
        connection.exec_driver_sql("UPDATE contests SET joined = 7")
    assert run("verify", "--data", data) == 1
    assert "the list says" in capsys.readouterr().out


@pytest.mark.parametrize("command", [("verify",), ("backup", "copy.db"), ("restore", "copy.db")])
def test_command_without_data_says_so(command: tuple[str, ...], tmp_path: Path) -> None:
    assert run(*command, "--data", tmp_path / "nowhere") == 2
