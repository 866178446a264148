"""One push to many phones, seen by listeners so light that the server is what is measured.

    .venv/bin/python benchmarks/push.py 1000 5000

Robots that play read and understand every message, which at 5,000 phones takes one core longer
than the push itself. Here each phone is a socket that notes when a view arrives. The time runs
from the first phone that has it to the last: what the server needs to write to all.
"""

import argparse
import asyncio
import re
import sys
import time

from compare import QUESTIONS, ROOT, SECONDS, contest, serving, started

from quiz import driver
from quiz.bots.autopilot import Autopilot
from quiz.bots.crowd import open_http
from quiz.bots.door import join
from quiz.bots.visitor import Visitor
from quiz.cli.demo import fly
from quiz.cli.demo_contest import Staged

AT_THE_DOOR, LONGEST_S = 32, 600
PING, PONG = b"\x81\x012", "3"
VERSION = re.compile(rb'\["view",\{"v":(\d+)')


def masked(text: str) -> bytes:
    """A short text as a client's websocket frame, masked with zeros."""
    data = text.encode()
    assert len(data) < 126
    return bytes((0x81, 0x80 | len(data))) + bytes(4) + data


class Listener(asyncio.Protocol):
    """One phone: `views` has when each version of the view came (s)."""

    def __init__(self, request: bytes, contest: str) -> None:
        self.views: dict[int, float] = {}
        self.ready = asyncio.get_running_loop().create_future()
        self._request, self._contest = request, contest
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for a websocket."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        transport.write(self._request)

    def data_received(self, data: bytes) -> None:
        """Note a view; answer a ping; greet once."""
        came = time.monotonic()
        assert self._transport is not None
        for version in VERSION.findall(data):
            self.views[int(version)] = came
        if PING in data:
            self._transport.write(masked(PONG))
        if b'"sid"' in data and b'0{"sid"' in data:
            self._transport.write(masked(f'40/play,{{"contest":"{self._contest}"}}'))
        if b"40/play" in data and not self.ready.done():
            self.ready.set_result(None)


async def listener(visitor: Visitor, pin: str, place: int, door: asyncio.Semaphore) -> Listener:
    """Join as a phone does, and listen."""
    async with door:
        contest = await join(visitor, pin, f"Thí sinh {place}", place)
        host, _, port = visitor.url.removeprefix("http://").partition(":")
        head = [
            "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
            f"Host: {host}:{port}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            *(f"{name}: {value}" for name, value in visitor.headers.items()),
        ]
        request = ("\r\n".join(head) + "\r\n\r\n").encode()
        loop = asyncio.get_running_loop()
        _, made = await loop.create_connection(lambda: Listener(request, contest), host, int(port))
        await made.ready
        return made


async def measure(url: str, staged: Staged | None, phones: int) -> list[float]:
    """For each push that all phones had: ms from the first phone to the last."""
    door, pin = asyncio.Semaphore(AT_THE_DOOR), staged.pin if staged else "000000"
    async with open_http() as http, asyncio.timeout(LONGEST_S):
        coming = (listener(Visitor(http, url), pin, place, door) for place in range(phones))
        everybody = await asyncio.gather(*coming)
        if staged is not None:
            await fly(url, staged, Autopilot(speed=2))
        else:
            await asyncio.sleep(QUESTIONS * (SECONDS + 2) + 4)
    told = set.intersection(*(set(one.views) for one in everybody))
    return [
        (max(times) - min(times)) * 1000
        for version in sorted(told)
        for times in [[one.views[version] for one in everybody]]
    ]


def ours(phones: int, driver_name: str) -> list[float]:
    """Our server."""
    with serving(contest(), driver_name) as (url, _, staged):
        return asyncio.run(measure(url, staged, phones))


def bare(phones: int, driver_name: str) -> list[float]:
    """The stack alone."""
    command = [sys.executable, str(ROOT / "benchmarks" / "bare_server.py"), "--driver", driver_name]
    command += ["--phones", str(phones), "--questions", str(QUESTIONS), "--seconds", str(SECONDS)]
    with started(command) as (url, _):
        return asyncio.run(measure(url, None, phones))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("phones", type=int, nargs="*", default=[1000, 5000])
    parser.add_argument("--driver", default="eventlet")
    options = parser.parse_args()
    driver.raise_file_limit()
    print("| phones | server | pushes | median ms | slowest ms |\n|---|---|---|---|---|")
    for phones in options.phones:
        for name, run in (("bare", bare), ("ours", ours)):
            spans = sorted(run(phones, options.driver))
            median, slowest = spans[len(spans) // 2], spans[-1]
            line = f"| {phones} | {name} | {len(spans)} | {median:.0f} | {slowest:.0f} |"
            print(line, flush=True)


if __name__ == "__main__":
    main()
