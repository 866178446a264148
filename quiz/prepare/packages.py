"""The Python packages: an environment of our own, filled from locks with hashes."""

import importlib.util
import subprocess
import sys
import venv
from pathlib import Path

from quiz.prepare import problems, progress, stamp
from quiz.prepare.parts import Part
from quiz.prepare.places import Places

OFFLINE_SIGNS = (
    "connection",
    "name resolution",
    "newconnectionerror",
    "no matching distribution",
    "getaddrinfo",
    "timed out",
    "unreachable",
    "enotfound",
    "econnrefused",
    "etimedout",
    "eai_again",
)


def locked_names(lock: str) -> list[str]:
    """The packages that a requirements lock pins, in its order."""
    pins = (line for line in lock.splitlines() if line[:1].isalnum())
    return [pin.split("==", 1)[0] for pin in pins]


def looks_offline(output: str) -> bool:
    """Whether what an installer wrote means that the network is missing."""
    lowered = output.lower()
    return any(sign in lowered for sign in OFFLINE_SIGNS)


def make_venv(folder: Path) -> None:
    """Make an empty environment with pip in `folder`, replacing what was there.

    Raises:
        Unprepared: this Python cannot make environments, or the folder cannot be written.
    """
    if not all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")):
        raise problems.no_venv()
    try:
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=sys.platform != "win32").create(folder)
    except subprocess.CalledProcessError as error:
        raise problems.no_venv() from error
    except OSError as error:
        raise problems.cannot_write(folder, error.strerror or str(error)) from error


def works(python: Path) -> bool:
    """Whether an environment's Python runs, has pip, and is the version of this one."""
    question = "import sys, pip; print('%d.%d' % sys.version_info[:2])"
    try:
        answer = subprocess.run(
            [python, "-I", "-c", question], capture_output=True, text=True, check=False
        )
    except OSError:
        return False
    return answer.stdout.strip() == "{}.{}".format(*sys.version_info[:2])


def install(python: Path, root: Path, part: Part) -> None:
    """Install everything that the lock of `part`, below `root`, pins; each hash is checked.

    Raises:
        Unprepared: no network, or a package that cannot be installed.
    """
    lock = root / part.lock
    total = len(locked_names(lock.read_text(encoding="utf-8")))
    fetched = 0

    def count(line: str) -> None:
        nonlocal fetched
        if line.startswith(("Collecting ", "Requirement already satisfied")):
            fetched += 1
            progress.show(f"  {min(fetched, total)}/{total}")
        elif line.startswith("Installing"):
            progress.show("  đang cài · installing")

    command = [str(python), "-m", "pip", "install", "--require-hashes", "--no-input"]
    command += ["--disable-pip-version-check", "--progress-bar", "off", "--retries", "2"]
    outcome = progress.run([*command, "-r", str(lock)], count)
    if outcome.code:
        if looks_offline(outcome.output):
            raise problems.no_network(part)
        raise problems.install_failed(part, outcome.last_words)


def prepare(places: Places, part: Part) -> None:
    """Bring the environment up to the lock of `part`, unless its stamp says that it already is.

    Raises:
        Unprepared: with the reason.
    """
    mark = places.venv / f"{part.lock}.stamp"
    wanted = stamp.digest([places.root / part.lock], "{}.{}".format(*sys.version_info[:2]))
    if places.python.exists() and stamp.is_current(mark, wanted):
        return
    progress.begin(part)
    if not works(places.python):
        make_venv(places.venv)
    install(places.python, places.root, part)
    stamp.write_stamp(mark, wanted)
