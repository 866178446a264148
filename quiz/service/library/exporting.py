"""A bank written for another program, in a process of its own: thousands take a while."""

import subprocess
import time

import msgspec

from quiz.banks.bank import Bank
from quiz.banks.exporting import writing_apart
from quiz.core.errors import Rejected
from quiz.service.library.apart import Apart, end_apart, start_apart

LONGEST_S = 300
LOOK_AGAIN_S = 0.05


def export_apart(bank: Bank, format_name: str, apart: Apart) -> bytes:
    """The file; other requests are served meanwhile.

    Raises:
        Rejected: `not_exported`: it took more than five minutes, or the process died.
    """
    with apart.folder() as folder:
        (folder / writing_apart.BANK).write_bytes(msgspec.json.encode(bank))
        process = start_apart(writing_apart.__name__, format_name, str(folder))
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
    end_apart(process)
    return process.returncode
