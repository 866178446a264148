#!/usr/bin/env python3
"""Prepare this folder on the first start, then carry out the command: `python3 run.py --help`.

This file must parse on any Python 3, so that an old one can be told apart in plain words.
"""

import sys
from pathlib import Path

NEEDED = (3, 11)


def version_problem(version):
    # type: (tuple[int, ...]) -> str | None
    """Say what is wrong with this Python version, or return None when it will do."""
    if tuple(version[:2]) >= NEEDED:
        return None
    found = "{}.{}".format(*version[:2])
    return (
        "Cần Python 3.11 trở lên, máy này đang dùng Python {0}. "
        "Hãy cài Python mới rồi chạy lại.\n"
        "Python 3.11 or newer is needed; this is Python {0}. "
        "Install a newer one and run this again."
    ).format(found)


def main(arguments):
    # type: (list[str]) -> int
    """Run one command and return its exit code."""
    problem = version_problem(tuple(sys.version_info[:3]))
    if problem:
        sys.stderr.write(problem + "\n")
        return 2
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]
    # `-X prepared` marks the second run of this file, by the Python that preparation made.
    if "prepared" in sys._xoptions:
        from quiz.cli import run_command

        return run_command(arguments)
    from quiz.prepare.start import prepare_and_restart

    return prepare_and_restart(Path(__file__).resolve().parent, arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
