"""`run.py check`: style, types and layers, of Python and of the pages' files; then a summary."""

import subprocess
import sys
from pathlib import Path

from quiz.prepare.node import node_command
from quiz.prepare.places import Places

ROOT = Path(__file__).resolve().parents[2]
OF_PYTHON = {
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "mypy --strict": ("-m", "mypy", "run.py", "quiz", "tests"),
    "lint-imports": ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
}
OF_NODE = {
    "biome": ("@biomejs/biome/bin/biome", "check", "--error-on-warnings"),
    "tsc": ("typescript/bin/tsc", "--project", "jsconfig.json"),
}
"""Below node_modules: the tool, then what it is told."""
CHECKS = (*OF_PYTHON, *OF_NODE)


def command_of(name: str) -> list[str]:
    """How to run one check."""
    places = Places(ROOT)
    if name in OF_PYTHON:
        return [sys.executable, *OF_PYTHON[name]]
    tool, *told = OF_NODE[name]
    return [*node_command(places), str(places.modules / tool), *told]


def passes(name: str) -> bool:
    """Run one check; its words go to the terminal."""
    return subprocess.run(command_of(name), cwd=ROOT).returncode == 0


def main(arguments: list[str]) -> int:
    """Run every check, even after one failed; the exit code is 1 when any did."""
    results = {}
    for name in CHECKS:
        print(f"== {name}", flush=True)
        results[name] = passes(name)
    print()
    for name, passed in results.items():
        print(f"{'ok    ' if passed else 'FAILED'} {name}")
    return 0 if all(results.values()) else 1
