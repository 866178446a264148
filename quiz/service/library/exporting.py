"""A bank written for another program, in a process of its own: thousands take a while."""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

import msgspec

from quiz.banks.bank import Bank
from quiz.banks.exporting import writing_apart
from quiz.core.errors import Rejected

ROOT = Path(__file__).resolve().parents[3]
LONGEST_S = 300
LOOK_AGAIN_S = 0.05


def export_apart(bank: Bank, format_name: str) -> bytes:
    """The file; other requests are served meanwhile.

    Raises:
        Rejected: `not_exported`: it took more than five minutes, or the process died.
    """
    with tempfile.TemporaryDirectory(prefix="rung-chuong-vang-") as name:
        folder = Path(name)
        (folder / writing_apart.BANK).write_bytes(msgspec.json.encode(bank))
        process = subprocess.Popen(
            [sys.executable, "-m", writing_apart.__name__, format_name, name],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if exit_code_of(process, LONGEST_S) != 0:
            raise Rejected("not_exported", format_name)
        return (folder / writing_apart.FILE).read_bytes()


def exit_code_of(process: subprocess.Popen[bytes], longest_s: float) -> int:
    """How the process ended; one that takes too long is ended."""
    give_up_at = time.monotonic() + longest_s
    # Sleeping lets others go on under every driver; waiting for the process may not.
    while process.poll() is None:
        if time.monotonic() >= give_up_at:
            process.kill()
        time.sleep(LOOK_AGAIN_S)
    return process.returncode
