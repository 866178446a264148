import pytest

from quiz.cli import COMMANDS
from quiz.prepare import browser_files, catalogs, packages, script_tools, start
from quiz.prepare.parts import FURTHER, PACKAGES, ROBOTS
from quiz.prepare.places import Places
from quiz.prepare.problems import Unprepared, no_network

LOCK = "requirements.lock"
OF_ROBOTS = "requirements-robots.lock"
OF_TOOLS = "requirements-dev.lock"
OF_SCRIPTS = "script tools"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which parts a start asked for, instead of carrying them out."""
    names: list[str] = []
    monkeypatch.setattr(packages, "prepare", lambda places, part: names.append(part.lock))
    monkeypatch.setattr(script_tools, "prepare", lambda places: names.append("script tools"))
    monkeypatch.setattr(catalogs, "prepare", lambda places, python: names.append("catalogs"))
    monkeypatch.setattr(browser_files, "prepare", lambda places: names.append("browser files"))
    return names


@pytest.mark.parametrize(
    ("command", "locks"),
    [
        ("", [LOCK]),
        ("serve", [LOCK]),
        ("bank", [LOCK]),
        ("demo", [LOCK, OF_ROBOTS]),
        ("bots", [LOCK, OF_ROBOTS]),
        ("drill", [LOCK, OF_ROBOTS]),
        ("screenshots", [LOCK, OF_ROBOTS, OF_TOOLS, OF_SCRIPTS]),
        ("test", [LOCK, OF_ROBOTS, OF_TOOLS, OF_SCRIPTS]),
        ("check", [LOCK, OF_ROBOTS, OF_TOOLS, OF_SCRIPTS]),
    ],
)
def test_command_prepares_what_it_needs_and_no_more(
    asked: list[str], tmp_path, command: str, locks: list[str]
) -> None:
    start.prepare(Places(tmp_path), command)

    assert asked == [*locks, "catalogs", "browser files"]


def test_commands_that_need_more_exist() -> None:
    assert FURTHER.keys() - COMMANDS.keys() == set()


@pytest.mark.parametrize(
    ("arguments", "command"),
    [([], ""), (["--port", "0"], "--port"), (["demo"], "demo"), (["test", "-x"], "test")],
)
def test_what_is_prepared_follows_from_the_first_argument(
    monkeypatch: pytest.MonkeyPatch, tmp_path, arguments: list[str], command: str
) -> None:
    asked: list[str] = []

    def prepare(places: Places, command: str) -> None:
        asked.append(command)
        raise Unprepared("dừng", "stop")

    monkeypatch.setattr(start, "prepare", prepare)
    start.prepare_and_restart(tmp_path, arguments)

    assert asked == [command]


def test_problem_is_said_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path
) -> None:
    def prepare(places: Places, command: str) -> None:
        raise no_network(PACKAGES)

    monkeypatch.setattr(start, "prepare", prepare)

    assert start.prepare_and_restart(tmp_path, []) == 2
    assert capsys.readouterr().err == f"{no_network(PACKAGES)}\n"


def test_without_network_a_server_is_told_apart_from_what_commands_add() -> None:
    server, robots = str(no_network(PACKAGES)), str(no_network(ROBOTS))

    assert "Lần chạy đầu tiên cần có mạng internet" in server
    assert "Lần đầu dùng lệnh này cần có mạng internet" in robots
    assert "Mở máy chủ (python3 run.py) thì không cần phần này." in robots
