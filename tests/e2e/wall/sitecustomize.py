"""On the path of a server: its wall clock is set by as many seconds as a file says."""

import os
import time
from pathlib import Path

_SET_BY = Path(os.environ["WALL_SET_BY_S"])
_wall_ns = time.time_ns


def _set_by_ns() -> int:
    return int(_SET_BY.read_text(encoding="ascii")) * 1_000_000_000


def time_ns() -> int:
    return _wall_ns() + _set_by_ns()


time.time_ns = time_ns
time.time = lambda: time_ns() / 1_000_000_000
