"""Floods of plain connections: what is asked for is half, too large, or asked again and again."""

import select
import socket as sockets
import threading
import time
from contextlib import ExitStack, suppress

from quiz.transport.limits import REQUESTS_AT_ONCE
from tests.safety.target import HELD_S, LONGEST_S, Target
from tests.safety.wires import Browser


class HalfOpen:
    """Connections that never finish what they ask for; each is opened again when it is closed.

    A third say nothing, a third drip a head, a third drip what a form sends.
    """

    KINDS = (
        (b"", b""),
        (b"GET / HTTP/1.1\r\nHost: x\r\n", b"X-A: b\r\n"),
        (b"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n", b"a"),
    )

    def __init__(self, target: Target, size: int) -> None:
        host, _, port = target.url.removeprefix("http://").partition(":")
        self.closed = 0
        self.first_closed = threading.Event()
        self._where = (host, int(port))
        self._size = size
        self._stopped = threading.Event()
        self._held: list[sockets.socket] = []
        self._held = [self._opened(place) for place in range(size)]
        self._thread = threading.Thread(target=self._drip, daemon=True)
        self._thread.start()

    def _opened(self, place: int) -> sockets.socket:
        connection = sockets.create_connection(self._where, timeout=10)
        connection.settimeout(0.5)
        connection.sendall(self.KINDS[place % 3][0])
        return connection

    def _drip(self) -> None:
        while not self._stopped.wait(0.5):
            for place, connection in enumerate(self._held):
                if self._stopped.is_set():
                    return
                try:
                    connection.sendall(self.KINDS[place % 3][1])
                    ended = select.select([connection], [], [], 0)[0] and not connection.recv(999)
                except OSError:
                    ended = True
                if ended:
                    self.closed += 1
                    self.first_closed.set()
                    connection.close()
                    self._held[place] = self._opened(place)

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join(30)
        for connection in self._held:
            connection.close()


def half_open(target: Target, size: int) -> str:
    """Hold half-open connections, and ask for pages beside them."""
    attack = HalfOpen(target, size)
    took_ms = []
    ends = time.monotonic() + HELD_S
    while time.monotonic() < ends:
        browser = Browser(target.url)
        began = time.monotonic()
        assert browser.get("/host/login").status_code == 200
        took_ms.append((time.monotonic() - began) * 1000)
        browser.close()
        time.sleep(0.1)
    attack.stop()
    return f"{attack.closed} closed; slowest of {len(took_ms)} pages {max(took_ms):.0f} ms"


class Asking:
    """Connections that never stop sending; each is opened again when it is closed."""

    def __init__(self, target: Target, size: int, sent: bytes) -> None:
        host, _, port = target.url.removeprefix("http://").partition(":")
        self.opened = self.heard = 0
        self._where = (host, int(port))
        self._sent = sent
        self._ends = time.monotonic() + HELD_S
        threads = [threading.Thread(target=self._ask_on, daemon=True) for _ in range(size)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(LONGEST_S)

    def _ask_on(self) -> None:
        while time.monotonic() < self._ends:
            with suppress(OSError), sockets.create_connection(self._where, timeout=5) as asking:
                self.opened += 1
                self._ask(asking)

    def _ask(self, connection: sockets.socket) -> None:
        while time.monotonic() < self._ends:
            connection.sendall(self._sent)
            heard = connection.recv(65_536)
            if not heard:
                return
            self.heard += len(heard)


class Polling:
    """One connection that asks for a way in that there is none, again and again, unread or not."""

    REQUEST = b"GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\n\r\n"

    def __init__(self, target: Target) -> None:
        host, _, port = target.url.removeprefix("http://").partition(":")
        self._connection = sockets.create_connection((host, int(port)), timeout=LONGEST_S)
        self.is_beyond_its_budget = threading.Event()
        self._thread = threading.Thread(target=self._ask_on, daemon=True)
        self._thread.start()

    @property
    def is_asking(self) -> bool:
        """Whether it goes on."""
        return self._thread.is_alive()

    def _ask_on(self) -> None:
        heard = 0
        with suppress(OSError):
            self._connection.sendall(self.REQUEST * 500)
            while heard < REQUESTS_AT_ONCE:
                heard += self._connection.recv(65_536).count(b"HTTP/1.1 ")
            self.is_beyond_its_budget.set()
            while self._connection.recv(65_536):
                self._connection.sendall(self.REQUEST * 10)

    def stop(self) -> None:
        self._connection.shutdown(sockets.SHUT_RDWR)
        self._thread.join(30)
        self._connection.close()


def pipelined(target: Target, size: int) -> str:
    """Connections that ask for the QR code again and again, without waiting for an answer."""
    request = f"GET /qr/{target.contest}.svg HTTP/1.1\r\nHost: x\r\n\r\n"
    asking = Asking(target, size, request.encode() * 20)
    return f"{asking.opened} opened, {asking.heard // 1000} KB heard"


def kept(target: Target, size: int) -> str:
    """Connections that ask for a page as soon as they have the last."""
    asking = Asking(target, size, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    return f"{asking.opened} opened, {asking.heard // 1000} KB heard"


def large_forms(target: Target, size: int) -> str:
    """Strangers who send a form of 999 KB to join."""
    body = b"name=" + b"a" * 999_000
    head = f"POST /join HTTP/1.1\r\nHost: x\r\nContent-Length: {len(body)}\r\n"
    form = head + "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    asking = Asking(target, size, form.encode() + body)
    return f"{asking.opened} opened, {asking.heard // 1000} KB heard"


def chunks(target: Target, size: int) -> str:
    """Forms in chunks, the first of which has a size without an end."""
    head = b"POST /join HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    asking = Asking(target, size, head + b"a" * 1_000_000)
    return f"{asking.opened} opened, {asking.heard // 1000} KB heard"


def half_heads(target: Target, size: int) -> str:
    """Heads that are begun and left."""
    host, _, port = target.url.removeprefix("http://").partition(":")
    ended = 0
    with ExitStack() as closing:
        begun = []
        for _ in range(size):
            connection = sockets.create_connection((host, int(port)), timeout=LONGEST_S)
            closing.callback(connection.close)
            connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
            begun.append(connection)
        for connection in begun:
            with suppress(ConnectionResetError):
                ended += connection.recv(100) == b""
    return f"{ended} of {size} ended unanswered"
