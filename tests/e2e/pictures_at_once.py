"""A hall fetches one picture over a narrow line: `python -m tests.e2e.pictures_at_once`.

Prints how many pictures came whole and when, and how long small pages waited meanwhile.
"""

import argparse
import asyncio
import os
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import aiohttp

from quiz.store.pictures import SqlitePictures
from quiz.store.schema.migrate import open_database
from tests.e2e.narrow_line import NarrowLine
from tests.e2e.server import ServerProcess

NAME = f"{'5' * 32}.webp"
EVERY_S = 0.5
"""How often a small page is asked for beside the pictures."""


@dataclass(frozen=True)
class Fetched:
    """What became of one hall: seconds at which each picture was whole, how many broke off.

    `waited` are the seconds a small page waited behind them, each time it was asked for.
    """

    whole: tuple[float, ...]
    broken: int
    waited: tuple[float, ...]


def keep_picture(folder: Path, size: int) -> None:
    """A picture of so many bytes in the database of this data folder."""
    database = open_database(folder)
    SqlitePictures(database).put(NAME, os.urandom(size))
    database.close()


async def fetched(url: str, path: str, phones: int, size: int) -> Fetched:
    """So many phones fetch `path`, of `size` bytes, at one instant."""
    waited: list[float] = []
    alone = aiohttp.TCPConnector(limit=0)
    async with aiohttp.ClientSession(
        connector=alone, timeout=aiohttp.ClientTimeout(total=None)
    ) as http:
        beside = asyncio.create_task(_small_pages(http, url, waited))
        began = time.monotonic()
        ends = await asyncio.gather(
            *(_whole_after(http, url + path, size, began) for _ in range(phones))
        )
        beside.cancel()
        with suppress(asyncio.CancelledError, aiohttp.ClientError):
            await beside
    whole = tuple(sorted(end for end in ends if end))
    return Fetched(whole, phones - len(whole), tuple(sorted(waited)))


async def _whole_after(http: aiohttp.ClientSession, url: str, size: int, began: float) -> float:
    """After how many seconds the picture was there; 0 where it broke off."""
    with suppress(aiohttp.ClientError, ConnectionError):
        async with http.get(url) as answer:
            if len(await answer.read()) == size:
                return time.monotonic() - began
    return 0.0


async def _small_pages(http: aiohttp.ClientSession, url: str, waited: list[float]) -> None:
    while True:
        asked = time.monotonic()
        async with http.get(f"{url}/healthz") as answer:
            await answer.read()
        waited.append(time.monotonic() - asked)
        await asyncio.sleep(EVERY_S)


async def over_a_line(server_url: str, bits: int, phones: int, size: int) -> Fetched:
    """The same over one line of so many bits per second."""
    line = NarrowLine(server_url, bits)
    await line.open()
    try:
        return await fetched(line.url, f"/picture/{NAME}", phones, size)
    finally:
        await line.close()


def said(seen: Fetched) -> str:
    """What became of it, in a line."""
    whole, waited = seen.whole or (0.0,), seen.waited or (0.0,)
    came = f"{whole[0]:.1f} {whole[len(whole) // 2]:.1f} {whole[-1]:.1f}"
    small = f"{waited[len(waited) // 2]:.2f} {waited[-1]:.2f}"
    return (
        f"{len(seen.whole)} whole, {seen.broken} broken off; first, median, last after {came} s; "
        f"small pages waited {small} s (median, most)"
    )


def main() -> int:
    """Print one line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--phones", type=int, default=100)
    parser.add_argument("--bits", type=int, default=5_000_000)
    parser.add_argument("--size", type=int, default=500_000)
    parser.add_argument("--driver", default="eventlet")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        keep_picture(folder, asked.size)
        server = ServerProcess(folder, asked.driver)
        server.start()
        print(said(asyncio.run(over_a_line(server.url, asked.bits, asked.phones, asked.size))))
        server.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
