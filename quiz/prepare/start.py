"""Prepare, then run the same command again with the Python that was prepared."""

import os
import subprocess
import sys
from pathlib import Path

from quiz.prepare import browser_files, catalogs, packages, progress, script_tools
from quiz.prepare.parts import FURTHER, PACKAGES, TOOLS
from quiz.prepare.places import Places
from quiz.prepare.problems import Unprepared, cannot_write


def prepare(places: Places, command: str) -> None:
    """Put everything in place that a command needs; an empty one is to serve.

    Raises:
        Unprepared: with the reason.
    """
    parts = (PACKAGES, *FURTHER.get(command, ()))
    for part in parts:
        packages.prepare(places, part)
    if TOOLS in parts:
        script_tools.prepare(places)
    catalogs.prepare(places, places.python)
    browser_files.prepare(places)


def prepare_and_restart(root: Path, arguments: list[str]) -> int:
    """Prepare and hand over to the prepared Python; returns an exit code where it cannot."""
    places = Places(root)
    try:
        prepare(places, "".join(arguments[:1]))
    except Unprepared as problem:
        print(problem, file=sys.stderr)
        return 2
    except OSError as error:
        where, why = error.filename or root, error.strerror or str(error)
        print(cannot_write(where, why), file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        progress.say("")
        return 130
    program = str(places.root / "run.py")
    command = [str(places.python), "-X", "prepared", program, *arguments]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    # Windows has no exec: the child gets Ctrl-C itself, this one only waits for it.
    child = subprocess.Popen(command)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue
