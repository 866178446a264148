import pytest

from quiz.prepare import browser_files, packages, script_tools, start
from quiz.prepare.parts import PACKAGES
from quiz.prepare.places import Places
from quiz.prepare.problems import Unprepared, no_network


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Which parts a start asked for, instead of carrying them out."""
    names: list[str] = []
    monkeypatch.setattr(packages, "prepare", lambda places, part: names.append(part.lock))
    monkeypatch.setattr(script_tools, "prepare", lambda places: names.append("script tools"))
    monkeypatch.setattr(browser_files, "prepare", lambda places: names.append("browser files"))
    return names


def test_serving_prepares_no_test_tools(asked: list[str], tmp_path) -> None:
    start.prepare(Places(tmp_path), tools=False)

    assert asked == ["requirements.lock", "browser files"]


def test_testing_prepares_the_test_tools_too(asked: list[str], tmp_path) -> None:
    start.prepare(Places(tmp_path), tools=True)

    assert asked == [
        "requirements.lock",
        "requirements-dev.lock",
        "script tools",
        "browser files",
    ]


@pytest.mark.parametrize(
    ("arguments", "tools"),
    [
        ([], False),
        (["--port", "0"], False),
        (["demo"], False),
        (["test", "-x"], True),
        (["check"], True),
        (["screenshots", "out"], True),
    ],
)
def test_commands_that_need_the_test_tools(
    monkeypatch: pytest.MonkeyPatch, tmp_path, arguments: list[str], tools: bool
) -> None:
    asked: list[bool] = []

    def prepare(places: Places, *, tools: bool) -> None:
        asked.append(tools)
        raise Unprepared("dừng", "stop")

    monkeypatch.setattr(start, "prepare", prepare)
    start.prepare_and_restart(tmp_path, arguments)

    assert asked == [tools]


def test_problem_is_said_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path
) -> None:
    def prepare(places: Places, *, tools: bool) -> None:
        raise no_network(PACKAGES)

    monkeypatch.setattr(start, "prepare", prepare)

    assert start.prepare_and_restart(tmp_path, []) == 2
    assert capsys.readouterr().err == f"{no_network(PACKAGES)}\n"
