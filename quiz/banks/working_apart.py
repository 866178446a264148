"""What a process does that works beside a server: it is modest, and ends when the server does."""

import contextlib
import os
import sys
import threading

POLITENESS = 10
MEMORY = 2 * 1024**3
"""Bytes, where the system keeps such bounds."""


def beside_a_server() -> None:
    """Lower this process's priority, bound its memory, and end it with the standard input.

    That is a pipe whose other end the server holds: it ends however the server does.
    """
    threading.Thread(target=_end_with, args=(sys.stdin.fileno(),), daemon=True).start()
    if sys.platform == "win32":
        return
    import resource

    os.nice(POLITENESS)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _end_with(pipe: int) -> None:
    with contextlib.suppress(OSError):
        # Not by a buffer, which this process would wait for at its own end.
        while os.read(pipe, 1):
            pass
    os._exit(1)
