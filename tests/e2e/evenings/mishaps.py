"""What goes wrong on an evening: from outside, as nobody in the hall meant it."""

import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.conftest import Hall
from tests.e2e.server import LINK, RUN
from tests.safety.wires import Browser as Script

AT_ONCE = 4
DEAD_S = 3.0
"""Longer than the two seconds from which a stop is worth a word."""


def flood(hall: Hall, people: int, team: str) -> None:
    """A script takes so many seats; none of them ever opens the page."""

    def join(number: int) -> None:
        script = Script(hall.server.url)
        script.join(hall.staged.pin, f"Kẻ phá {number}", team)
        script.close()

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(join, range(people)))


def stay_dead() -> None:
    """Nobody starts the server at once."""
    time.sleep(DEAD_S)


@contextmanager
def drive_pulled_out(data: Path) -> Iterator[None]:
    """The folder of the data is gone, and comes back."""
    away = data.with_name(f"{data.name}-away")
    data.rename(away)
    try:
        yield
    finally:
        away.rename(data)


def fresh_link(hall: Hall) -> str:
    """What `run.py link` prints while the server runs."""
    command = [sys.executable, "-X", "prepared", str(RUN), "link", "--data", str(hall.server.data)]
    said = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    found = LINK.search(said)
    assert found, said
    return re.sub(r"^https?://[^/]+", hall.server.url, found[0])
