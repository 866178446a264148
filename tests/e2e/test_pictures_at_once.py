"""A hall that fetches one picture over a narrow line: all have it, and answers come in time."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from quiz.config import DRIVERS
from tests.e2e.conftest import Serve
from tests.e2e.contest import golden_bell
from tests.e2e.narrow_line import NarrowLine
from tests.e2e.noting import Lines
from tests.e2e.pictures_at_once import NAME, fetched, keep_picture
from tests.e2e.robots import Robots

PHONES, PEOPLE = 40, 6
SIZE = 60_000
BITS = 5_000_000


@pytest.mark.parametrize("driver", DRIVERS)
def test_pictures_come_whole_and_answers_are_counted_meanwhile(
    serve: Serve, tmp_path: Path, driver: str
) -> None:
    keep_picture(tmp_path, SIZE)
    hall = serve(golden_bell(1, ending="bell", seconds=60), driver)
    lines, line = Lines(), NarrowLine(hall.server.url, BITS)
    lines.run(line.open())
    host = hall.host()
    robots = Robots(line.url, hall.staged.pin, PEOPLE)
    host.until(lambda: host.counts.get("joined") == PEOPLE)
    with ThreadPoolExecutor(1) as beside:
        fetching = beside.submit(asyncio.run, fetched(line.url, f"/picture/{NAME}", PHONES, SIZE))
        host.go_to("close")
        host.until(lambda: host.counts["answered"] == PEOPLE)
        seen = fetching.result()
    assert (len(seen.whole), seen.broken) == (PHONES, 0)
    robots.end()
    lines.close([line])
    assert "Traceback" not in hall.server.log()
