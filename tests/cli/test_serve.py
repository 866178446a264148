"""What `serve` says when it cannot start: a sentence in two languages, never a traceback."""

import socket
from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path
from types import SimpleNamespace

import pytest

from quiz.cli.serve import read_config
from quiz.cli.serving import problems, server
from quiz.cli.serving.server import open_app, own_data, see_drive
from quiz.config import Config
from quiz.store.errors import DatabaseLocked, DatabaseUnreadable, NewerDatabase
from quiz.store.folder import drive
from tests.stand_in import running, start


def refusal(
    *options: str, port: int = 0, variables: Mapping[str, str] | None = None
) -> tuple[int, str, str]:
    """Exit code, output and errors of a server that does not start."""
    with start(*options, port=port, variables=variables) as process:
        output, errors = process.communicate(timeout=30)
    return process.returncode, output, errors.rstrip("\n")


def test_port_in_use_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        assert refusal("--data", str(tmp_path), port=port) == (
            2,
            "",
            str(problems.port_in_use(port)),
        )


def test_second_copy_on_the_same_data_is_refused(tmp_path: Path) -> None:
    with running("--data", str(tmp_path)):
        assert refusal("--data", str(tmp_path)) == (2, "", str(problems.already_running(tmp_path)))


def test_data_is_free_again_after_a_server_was_killed(tmp_path: Path) -> None:
    with running("--data", str(tmp_path)) as first:
        first.process.kill()
        first.process.wait()

        with running("--data", str(tmp_path)) as second:
            assert second.process.poll() is None


def test_data_folder_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    file = tmp_path / "data"
    file.write_text("not a folder")
    reason = problems.data_unusable(file, "File exists")

    assert refusal("--data", str(file)) == (2, "", str(reason))


def test_bad_variable_is_said() -> None:
    reason = problems.bad_setting("QUIZ_DRIVER: 'threads' (eventlet, gevent)")

    assert refusal(variables={"QUIZ_DRIVER": "threads"}) == (2, "", str(reason))


def test_address_of_another_machine_is_refused(tmp_path: Path) -> None:
    code, output, errors = refusal("--host", "192.0.2.77", "--data", str(tmp_path))

    assert (code, output) == (2, "")
    assert errors.startswith("Không mở được địa chỉ 192.0.2.77:0: ")


@pytest.mark.parametrize(
    ("raised", "said"),
    [
        (NewerDatabase("9f"), problems.newer_database(Path("d"))),
        (
            DatabaseUnreadable("file is not a database"),
            problems.unreadable_database(Path("d"), "file is not a database"),
        ),
    ],
)
def test_database_that_cannot_be_used_is_said(
    raised: Exception, said: problems.CannotStart
) -> None:
    def create(config: Config) -> object:
        raise raised

    with (
        pytest.raises(problems.CannotStart) as refused,
        open_app(Config(data=Path("d")), create),  # type: ignore[arg-type]
    ):
        pass
    assert str(refused.value) == str(said)


class LetGo:
    """An application whose database another program holds for the first few tries."""

    def __init__(self, tries: int) -> None:
        self.held = tries

    def __call__(self, config: Config) -> "LetGo":
        if self.held:
            self.held -= 1
            raise DatabaseLocked("held")
        return self

    def close(self) -> None:
        pass


def test_database_that_another_program_holds_is_waited_for_and_said_once(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(server, "time", SimpleNamespace(sleep=lambda seconds: None))
    create = LetGo(3)
    with open_app(Config(data=Path("d")), create) as app:  # type: ignore[arg-type]
        assert app is create
    said = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[0] for line in said] == ["Một", "Another"]


@pytest.mark.parametrize(("locks_hold", "refused"), [(True, False), (False, True)])
def test_data_on_a_network_drive_is_warned_of_and_refused_only_where_locks_fail(
    locks_hold: bool,
    refused: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(drive, "is_on_network", lambda folder: True)
    monkeypatch.setattr(drive, "locks_hold", lambda folder: locks_hold)
    with pytest.raises(problems.CannotStart) if refused else nullcontext():
        see_drive(Path("d"))
    assert "thư mục dữ liệu d nằm trên ổ mạng" in capsys.readouterr().out


def test_command_line_wins_over_the_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZ_PORT", "8080")
    monkeypatch.setenv("QUIZ_DRIVER", "gevent")

    config = read_config(["--port", "9090", "--data", "elsewhere"])

    assert (config.port, config.driver, config.data) == (9090, "gevent", Path("elsewhere"))


def test_port_that_is_no_number_ends_with_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        read_config(["--port", "x"])

    assert "QUIZ_PORT: 'x' (0-65535)" in capsys.readouterr().err


def test_data_folder_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    with own_data(tmp_path / "data"):
        assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700
