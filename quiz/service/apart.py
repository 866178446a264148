"""Work done in a process of its own, so that a hall full of phones never waits for it."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LONGEST_S = 300
LOOK_AGAIN_S = 0.05


class NotMade(Exception):
    """It took more than five minutes, or the process died."""


def made_apart(
    module: str, given: Mapping[str, bytes], wanted: str, arguments: Sequence[str] = ()
) -> bytes:
    """What `python -m MODULE ARGUMENTS FOLDER` leaves in the folder as `wanted`.

    It finds the `given` files there; other requests are served meanwhile.

    Raises:
        NotMade: there is none.
    """
    with tempfile.TemporaryDirectory(prefix="rung-chuong-vang-") as name:
        folder = Path(name)
        for file, data in given.items():
            (folder / file).write_bytes(data)
        process = subprocess.Popen(
            [sys.executable, "-m", module, *arguments, name],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if exit_code_of(process, LONGEST_S) != 0:
            raise NotMade(module)
        return (folder / wanted).read_bytes()


def exit_code_of(process: subprocess.Popen[bytes], longest_s: float) -> int:
    """How the process ended; one that takes too long is ended."""
    give_up_at = time.monotonic() + longest_s
    # Sleeping lets others go on under every driver; waiting for the process may not.
    while process.poll() is None:
        if time.monotonic() >= give_up_at:
            process.kill()
        time.sleep(LOOK_AGAIN_S)
    return process.returncode
