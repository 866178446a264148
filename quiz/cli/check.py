"""`run.py check`: style, types and layers, all of them, then a summary."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHECKS = {
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "mypy --strict": ("-m", "mypy", "run.py", "quiz", "tests"),
    "lint-imports": ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
}


def passes(of_python: tuple[str, ...]) -> bool:
    """Run one check with the Python of this process; its words go to the terminal."""
    command = [sys.executable, *of_python]
    return subprocess.run(command, cwd=ROOT).returncode == 0


def main(arguments: list[str]) -> int:
    """Run every check, even after one failed; the exit code is 1 when any did."""
    results = {}
    for name, command in CHECKS.items():
        print(f"== {name}", flush=True)
        results[name] = passes(command)
    print()
    for name, passed in results.items():
        print(f"{'ok    ' if passed else 'FAILED'} {name}")
    return 0 if all(results.values()) else 1
