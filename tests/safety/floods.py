"""Floods against a real server, and `python -m tests.safety.floods`: what each does to a contest.

The command prints one row for each flood: acknowledgement times (ms) of the contest's own phones
without it and beside it, and what became of the flood.
"""

import multiprocessing
import socket as sockets
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

import requests
import websocket

from tests.safety.hall import Hall
from tests.safety.wires import Browser, Socket


@dataclass(frozen=True)
class Target:
    """What an attacker knows: addresses, and the cookie of somebody who joined."""

    url: str
    contest: str
    cookie: str


def bare_sockets(target: Target, size: int) -> str:
    """Sockets that never join a namespace; waits until the server has closed them."""
    with ExitStack() as closing:
        bare = [Socket(target.url) for _ in range(size)]
        for socket in bare:
            closing.callback(socket.close)
        closed = sum(socket.closed.wait(30) for socket in bare)
    return f"{closed} of {size} closed"


def events(target: Target, size: int) -> str:
    """One contestant's socket sends events without a pause; connects again when closed."""
    sent = closed = 0
    while sent < size:
        socket = Socket(target.url, target.cookie)
        with suppress(OSError, websocket.WebSocketException):
            socket.send(f'40/play,{{"contest":"{target.contest}"}}')
            while sent < size:
                sent += 1
                socket.send(f'42/play,{sent}["clock",{{}}]')
        closed += socket.closed.wait(1)
        socket.close()
    return f"{sent} sent, closed {closed} times"


def slow_readers(target: Target, size: int) -> str:
    """Phones that ask for views and never read; each takes the seat over from the last."""
    where = target.url.removeprefix("http://")
    small = ((sockets.SOL_SOCKET, sockets.SO_RCVBUF, 2048),)
    closed = 0
    with ExitStack() as closing:
        opened = []
        for _ in range(size):
            one = websocket.create_connection(
                f"ws://{where}/socket.io/?EIO=4&transport=websocket",
                cookie=target.cookie,
                sockopt=small,
                timeout=5,
            )
            closing.callback(one.shutdown)
            one.send(f'40/play,{{"contest":"{target.contest}"}}')
            opened.append(one)
        for one in opened:
            try:
                for number in range(300):
                    one.send(f'42/play,{number}["resync",{{}}]')
            except (OSError, websocket.WebSocketException):
                closed += 1
    return f"{closed} of {size} closed while they sent"


def wrong_pins(target: Target, size: int) -> str:
    """Sessions without end that guess PINs."""
    codes: Counter[int] = Counter()
    with requests.Session() as http:
        for number in range(size):
            http.cookies.clear()
            answer = http.get(f"{target.url}/j/{number:06d}", timeout=30, allow_redirects=False)
            codes[answer.status_code] += 1
    return said(codes)


def passwords(target: Target, size: int) -> str:
    """Guesses at the host's password."""
    codes: Counter[int] = Counter()
    browser = Browser(target.url)
    for number in range(size):
        form = {"name": "Trình diễn", "password": f"mật khẩu {number}"}
        page = browser.post("/host/login", form, "/host/login")
        codes[page.status_code if "không đúng" in page.text else 429] += 1
    browser.close()
    return said(codes)


def said(codes: Counter[int]) -> str:
    return ", ".join(f"{count} × {code}" for code, count in sorted(codes.items()))


Flood = Callable[[Target, int], str]
FLOODS: dict[Flood, tuple[int, int]] = {
    bare_sockets: (30, 500),
    events: (1_000, 5_000),
    slow_readers: (3, 50),
    wrong_pins: (60, 2_000),
    passwords: (12, 200),
}
"""Each with its size every day and in the long form."""


def target_of(hall: Hall) -> Target:
    return Target(hall.url, hall.staged.contest, hall.attacker)


def measured(hall: Hall, busy: Callable[[], bool]) -> str:
    """The median and the 99th percentile of acknowledgement times, as long as `busy`."""
    hall.took_ms.clear()
    option = 0
    while busy() or len(hall.took_ms) < 300:
        option = (option + 1) % 4
        hall.answer(option)
        time.sleep(0.06)
    times = sorted(hall.took_ms)
    return f"{times[len(times) // 2]:.1f} / {times[int(len(times) * 0.99)]:.1f}"


def main(names: list[str]) -> int:
    """Print the table of these floods, or of all."""
    print("| flood | size | quiet p50 / p99 | beside it p50 / p99 | what became of it |")
    print("|---|---|---|---|---|")
    chosen = {flood: sizes for flood, sizes in FLOODS.items() if flood.__name__ in names}
    for flood, (_, size) in (chosen or FLOODS).items():
        with tempfile.TemporaryDirectory() as folder, multiprocessing.Pool(1) as pool:
            hall = Hall(Path(folder))
            quiet = measured(hall, lambda: False)
            attack = pool.apply_async(flood, (target_of(hall), size))
            beside = measured(hall, lambda: not attack.ready())  # noqa: B023
            print(f"| {flood.__name__} | {size} | {quiet} | {beside} | {attack.get()} |")
            hall.goes_on()
            hall.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
