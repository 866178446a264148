"""`run.py test [pytest arguments]`: every test, or those that the arguments choose."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EVERYTHING = ["--numprocesses", str((os.cpu_count() or 1) + 1), "--dist", "loadfile"]
"""One file more at once than there are processors: much of the time goes in waiting for servers."""


def main(arguments: list[str]) -> int:
    """Run pytest in a process of its own and return its exit code."""
    command = [sys.executable, "-m", "pytest", *(arguments or EVERYTHING)]
    return subprocess.run(command, cwd=ROOT).returncode
