"""A process beside the server takes no more than its share of the machine: that is the hall's."""

import contextlib
import os
import sys

POLITENESS = 10
MEMORY = 2 * 1024**3
"""Bytes, where the system keeps such bounds."""


def modest() -> None:
    """Lower this process's priority and bound its memory."""
    if sys.platform == "win32":
        return
    import resource

    os.nice(POLITENESS)
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
