"""Floods against a real server, and `python -m tests.safety.floods`: what each does to a contest.

The command prints one row for each flood: acknowledgement times (ms) of the contest's own phones
without it and beside it, and what became of the flood.
"""

import multiprocessing
import select
import socket as sockets
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path

import requests
import websocket

from tests.safety.connection_floods import (
    chunks,
    half_heads,
    half_open,
    kept,
    large_forms,
    pipelined,
)
from tests.safety.hall import Hall, Lobby
from tests.safety.target import LONGEST_S, Target
from tests.safety.wires import Browser, Socket


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
    """Phones that ask for views and never read; they answer pings nobody has read, too.

    Views hold a long question, so that the network's buffers are soon full and packets wait in
    the server.
    """
    began = time.monotonic()
    left = [unread(target, cookie) for cookie in target.cookies[:size]]
    turn = 0
    while left and time.monotonic() - began < LONGEST_S:
        time.sleep(0.05)
        turn += 1
        left = [one for one in left if asked_on(one, turn)]
    for one in left:
        one.shutdown()
    return f"{size - len(left)} of {size} closed"


def unread(target: Target, cookie: str) -> websocket.WebSocket:
    """A phone with hardly any room for what it is sent."""
    opened = websocket.create_connection(
        f"ws://{target.url.removeprefix('http://')}/socket.io/?EIO=4&transport=websocket",
        cookie=cookie,
        sockopt=((sockets.SOL_SOCKET, sockets.SO_RCVBUF, 2048),),
        timeout=5,
    )
    opened.send(f'40/play,{{"contest":"{target.contest}"}}')
    return opened


def asked_on(phone: websocket.WebSocket, turn: int) -> bool:
    """Ask for a view once more; False when the server has closed the connection."""
    try:
        phone.send(f'42/play,{turn}["resync",{{}}]')
        if turn % 40 == 0:
            phone.send("3")
    except (OSError, websocket.WebSocketException):
        phone.shutdown()
        return False
    return True


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
    token = browser.token("/host/login")
    for number in range(size):
        form = {"name": "Trình diễn", "password": f"mật khẩu {number}"}
        page = browser.post("/host/login", form | token)
        codes[page.status_code if "không đúng" in page.text else 429] += 1
    browser.close()
    return said(codes)


def said(codes: Counter[int]) -> str:
    return ", ".join(f"{count} × {code}" for code, count in sorted(codes.items()))


class Reopening:
    """Sockets that never join a namespace; each is opened again as soon as it is closed."""

    def __init__(self, target: Target, size: int) -> None:
        host, _, port = target.url.removeprefix("http://").partition(":")
        self._where = (host, int(port))
        self._asks = (
            f"GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: {host}:{port}\r\n"
            "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
        ).encode()
        self.let_in = self.refused = 0
        self.is_full = threading.Event()
        self._stopped = threading.Event()
        self._held = [self._opened() for _ in range(size)]
        self._thread = threading.Thread(target=self._reopen_on, daemon=True)
        self._thread.start()

    def _opened(self) -> sockets.socket:
        connection = sockets.create_connection(self._where, timeout=10)
        connection.sendall(self._asks)
        return connection

    def _reopen_on(self) -> None:
        while not self._stopped.is_set():
            for place, connection in enumerate(self._held):
                if select.select([connection], [], [], 0.001)[0] and not self._goes_on(connection):
                    connection.close()
                    with suppress(OSError):
                        self._held[place] = self._opened()

    def _goes_on(self, connection: sockets.socket) -> bool:
        """Whether it is open still; counts what it was told."""
        try:
            said = connection.recv(4_096)
        except OSError:
            return False
        self.let_in += b" 101 " in said
        if said.startswith(b"HTTP/1.1 4"):
            self.refused += 1
            self.is_full.set()
            return False
        return bool(said)

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join(30)
        for connection in self._held:
            connection.close()


Flood = Callable[[Target, int], str]
FLOODS: dict[Flood, tuple[int, int]] = {
    bare_sockets: (30, 500),
    events: (1_000, 5_000),
    slow_readers: (3, 50),
    half_open: (90, 500),
    wrong_pins: (60, 2_000),
    passwords: (12, 200),
    pipelined: (4, 20),
    kept: (10, 1_000),
    large_forms: (2, 5),
    chunks: (1, 4),
    half_heads: (40, 2_000),
}
"""Each with its size every day and in the long form."""


def target_of(hall: Lobby, size: int = 1) -> Target:
    """The hall as an attacker sees it who holds so many seats."""
    more = [hall.seat(f"Kẻ phá {number}") for number in range(2, size + 1)]
    return Target(hall.url, hall.staged.contest, (hall.attacker, *more))


def seats_of(flood: Flood, size: int) -> int:
    """How many seats a flood of this size needs."""
    return size if flood is slow_readers else 1


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
            hall = Hall(Path(folder), files=500 if flood is half_open else 0)
            quiet = measured(hall, lambda: False)
            target = target_of(hall, seats_of(flood, size))
            attack = pool.apply_async(flood, (target, size))
            beside = measured(hall, lambda: not attack.ready())  # noqa: B023
            print(f"| {flood.__name__} | {size} | {quiet} | {beside} | {attack.get()} |")
            hall.goes_on()
            hall.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
