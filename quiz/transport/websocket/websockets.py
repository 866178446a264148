"""Websockets made fit for a hall: limits on what comes in, and frames that are sent whole.

The classes to mend are handed in, since only `quiz.transport.driver` names a driver.
"""

import contextlib
import logging
import re
import socket
import threading
import time
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment

from quiz.budget import Budget
from quiz.transport.limits import (
    BYTES_AT_ONCE,
    BYTES_PER_SECOND,
    MESSAGES_AT_ONCE,
    MESSAGES_PER_SECOND,
    SMALL_BUFFER,
)
from quiz.transport.websocket import frames, handshake
from quiz.transport.websocket.readable import EventHub, Readable

log = logging.getLogger(__name__)

_FROM_PAGES = re.compile(r"[13]|4[0-4]")


class Inbox:
    """What one phone sends: packets of Engine.IO 4 that a page sends, and not too many."""

    def __init__(self) -> None:
        self._budget = Budget(_now_ms(), MESSAGES_AT_ONCE, MESSAGES_PER_SECOND)

    def passed(self, message: object) -> Any:
        """The message, or None (the end) for what no page of ours would send."""
        if isinstance(message, bytearray | bytes | None):
            return None
        known = _FROM_PAGES.match(str(message))
        if known is None or (known[0] in "13" and message != known[0]):
            return None
        if self._budget.spend(_now_ms()):
            return message
        log.info("back-pressure: a connection is closed that sends too many messages")
        return None


def _now_ms() -> int:
    return time.monotonic_ns() // 1_000_000


def counting_fragments(carrier: Any, websocket: Any, get_hub: Callable[[], EventHub]) -> type[Any]:
    """A websocket carrier whose messages are bounded, metered and read off one watched socket.

    Args:
        carrier: the class that engineio uses for a websocket.
        websocket: the module with the classes `RFC6455WebSocket` and `FailedConnectionError`.
        get_hub: gives the hub that watches sockets.
    """
    kind = _counting_socket(websocket)

    class CountingCarrier(carrier):  # type: ignore[misc]
        def __init__(self, handler: object, server: object) -> None:
            super().__init__(handler, server)
            self.support_legacy_versions = False
            self._readable: Readable | None = None

        def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Any:
            try:
                return super().__call__(environ, start_response)
            finally:
                if self._readable is not None:
                    self._readable.rest()

        def _handle_hybi_request(self, environ: WSGIEnvironment) -> Any:
            accepted = super()._handle_hybi_request(environ)
            accepted.__class__ = kind
            self._readable = Readable(get_hub(), accepted.socket.fileno())
            accepted.socket = WholeSocket(accepted.socket, self._readable)
            accepted.inbox = Inbox()
            accepted.stream = accepted.socket
            return accepted

    return CountingCarrier


def _counting_socket(websocket: Any) -> type[Any]:
    """A websocket that counts the fragments of a message together.

    Without it each fragment is held against the limit alone, and a message of many fragments
    has no limit at all.
    """

    class CountedMessage(websocket.RFC6455WebSocket.Message):  # type: ignore[misc]
        size = 0

        def push(self, data: bytes, final: bool = False) -> None:
            # An empty fragment counts too, or there could be any number of them.
            self.size += len(data) + 1
            if self.size > self.max_frame_length:
                raise websocket.FailedConnectionError(1009, "Message too big")
            super().push(data, final)

    class CountingSocket(websocket.RFC6455WebSocket):  # type: ignore[misc]
        Message = CountedMessage
        inbox: Inbox
        stream: "WholeSocket"

        @staticmethod
        def _apply_mask(
            data: bytes, mask: Sequence[int], length: int | None = None, offset: int = 0
        ) -> bytes:
            return frames.unmasked(data, mask, offset)

        def wait(self) -> Any:
            text = self.stream.short_text()
            return self.inbox.passed(super().wait() if text is None else text)

        def _send_closing_frame(self, *args: Any, **options: Any) -> None:
            if not self.stream.is_over:
                super()._send_closing_frame(*args, **options)

    return CountingSocket


class WholeSocket:
    """A socket whose `send` sends all of the data, one frame at a time.

    `offer` sends what goes out without waiting. What comes in is metered: a phone that sends too
    much is not read any further. Limits on messages do not see control frames, or fragments
    that never end. `is_over` once there is nothing more to say; `readable` is what waits, where
    the socket itself would do so dearly.
    """

    def __init__(self, sock: socket.socket, readable: Readable | None = None) -> None:
        self._sock = sock
        self._readable = readable
        # What a driver wraps: its own `send` would wait.
        self._raw: Any = getattr(sock, "fd", None) or getattr(sock, "_sock", sock)
        with contextlib.suppress(OSError):
            # An answer's receipt must not wait until the phone has confirmed an earlier frame.
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._one_at_a_time = threading.Lock()
        self._meter = Budget(_now_ms(), BYTES_AT_ONCE, BYTES_PER_SECOND)
        self._ahead = b""
        self.is_over = False

    def send(self, data: bytes) -> int:
        """Send all of `data` and return its length in bytes."""
        with self._one_at_a_time:
            self._sock.sendall(data)
        return len(data)

    sendall = send

    def offer(self, data: bytes) -> bytes:
        """Send what the network takes at once; what is left of it, nothing once it has ended."""
        if self._one_at_a_time.locked():
            return data
        try:
            return data[self._raw.send(data) :]
        except (BlockingIOError, InterruptedError):
            return data
        except OSError:
            self.hang_up()
            return b""

    def hang_up(self) -> None:
        """End the connection at once, whoever waits on it."""
        if self.is_over:
            return
        self.is_over = True
        with contextlib.suppress(OSError):
            self._sock.shutdown(socket.SHUT_RDWR)

    def recv(self, size: int) -> bytes:
        """Up to `size` bytes; none (the end) from a phone that sent too much."""
        data = self._ahead or self._read()
        self._ahead = data[size:]
        return data[:size]

    def short_text(self) -> str | None:
        """The next message if it is a short text that came in whole; empty at the end.

        None for any other: `recv` has it all, for a slower reader.
        """
        self._ahead = self._ahead or self._read()
        found = frames.short_text(self._ahead)
        if found is None:
            return None if self._ahead else ""
        text, self._ahead = found
        return text

    def _read(self) -> bytes:
        data = self._sock.recv(SMALL_BUFFER) if self._readable is None else self._received()
        if self._meter.spend(_now_ms(), len(data)):
            return data
        log.info("back-pressure: a connection is closed that sends too many bytes")
        return b""

    def _received(self) -> bytes:
        assert self._readable is not None
        while True:
            self._readable.wait()
            with contextlib.suppress(BlockingIOError, InterruptedError):
                data: bytes = self._raw.recv(SMALL_BUFFER)
                if not data:
                    self.is_over = True
                    self._readable.rest()
                return data

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)


def sending_whole(carrier: Any) -> type[Any]:
    """A websocket carrier for simple_websocket, which takes a part sent for the whole.

    It also hands over the limit on messages.

    Args:
        carrier: the class that engineio uses for a websocket.
    """

    class Server(import_module("simple_websocket").Server):  # type: ignore[misc]
        def handshake(self) -> None:
            plain: Any = self.sock
            self.sock: Any = WholeSocket(plain)
            super().handshake()

    class WholeCarrier(carrier):  # type: ignore[misc]
        def __init__(self, handler: object, server: Any) -> None:
            super().__init__(handler, server)
            self.server_args["max_message_size"] = int(server.max_http_buffer_size)

        def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Any:
            self.ws = Server(handshake.bare(environ), **self.server_args)
            self._inbox = Inbox()
            self.stream = self.ws.sock
            return self.app(self)

        def wait(self) -> Any:
            return self._inbox.passed(super().wait())

    return WholeCarrier
