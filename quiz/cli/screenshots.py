"""`run.py screenshots DIR`: a picture of every page in every state, taken by the tests' maker."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str]) -> int:
    """Run the maker in a process of its own, in the folder from which it was asked for."""
    command = [sys.executable, "-m", "tests.screenshots.command", *arguments]
    return subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT)}).returncode
