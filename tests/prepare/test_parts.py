"""Each lock holds all that its commands import: the server's nothing of robots and tests."""

import subprocess
import sys
from pathlib import Path

import pytest

from quiz.prepare.packages import locked_names
from quiz.prepare.parts import PACKAGES, ROBOTS, Part

ROOT = Path(__file__).resolve().parents[2]
OF_ROBOTS = ("quiz.bots", "quiz.drill", "quiz.cli.bots", "quiz.cli.demo", "quiz.cli.drill")
SCRIPTS = ("quiz.store.schema.migrations",)
"""What alembic runs, and nobody imports."""
IMPORT_ALL = """
import importlib, importlib.metadata, pkgutil, re, sys

locked, passed_over = (text.split() for text in sys.argv[1:])
canonical = lambda name: re.sub("[-_.]+", "-", name).lower()
refused = {
    package
    for package, names in importlib.metadata.packages_distributions().items()
    if not {canonical(name) for name in names} & set(locked)
}

class Guard:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in refused:
            raise ModuleNotFoundError(name, name=name)

sys.meta_path.insert(0, Guard())
import quiz
for module in pkgutil.walk_packages(quiz.__path__, "quiz."):
    if not any(f"{module.name}.".startswith(f"{name}.") for name in passed_over):
        importlib.import_module(module.name)
"""


def imported(
    parts: tuple[Part, ...], passed_over: tuple[str, ...]
) -> subprocess.CompletedProcess[str]:
    """Import the program, in a process of its own, where there is nothing but these parts."""
    locks = [(ROOT / part.lock).read_text("utf-8") for part in parts]
    locked = [name for lock in locks for name in locked_names(lock)]
    command = [sys.executable, "-c", IMPORT_ALL, " ".join(locked), " ".join(passed_over)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("parts", "passed_over"),
    [
        ((PACKAGES,), (*OF_ROBOTS, *SCRIPTS)),
        ((PACKAGES, ROBOTS), SCRIPTS),
    ],
    ids=["server", "robots"],
)
def test_program_needs_nothing_but_its_locks(
    parts: tuple[Part, ...], passed_over: tuple[str, ...]
) -> None:
    done = imported(parts, passed_over)
    assert (done.stderr, done.returncode) == ("", 0)


def test_robots_cannot_do_with_the_servers_lock() -> None:
    done = imported((PACKAGES,), SCRIPTS)
    assert done.stderr.splitlines()[-1:] == ["ModuleNotFoundError: aiohttp"]
