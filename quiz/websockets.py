"""Websockets made fit for a hall: a limit on whole messages, and frames that are sent whole.

The classes to mend are handed in, since only `quiz.driver` names a driver.
"""

import socket
import threading
from importlib import import_module
from typing import Any
from wsgiref.types import StartResponse, WSGIEnvironment


def counting_fragments(carrier: Any, websocket: Any) -> type[Any]:
    """A websocket carrier that counts the fragments of a message together.

    Without it each fragment is held against the limit alone, and a message of many fragments
    has no limit at all.

    Args:
        carrier: the class that engineio uses for a websocket.
        websocket: the module with the classes `RFC6455WebSocket` and `FailedConnectionError`.
    """

    class CountedMessage(websocket.RFC6455WebSocket.Message):  # type: ignore[misc]
        size = 0

        def push(self, data: bytes, final: bool = False) -> None:
            # An empty fragment counts too, or there could be any number of them.
            self.size += len(data) + 1
            if self.size > self.max_frame_length:
                raise websocket.FailedConnectionError(1009, "Message too big")
            super().push(data, final)

    class CountingCarrier(carrier):  # type: ignore[misc]
        def __init__(self, handler: object, server: object) -> None:
            super().__init__(handler, server)
            self.support_legacy_versions = False

        def _handle_hybi_request(self, environ: WSGIEnvironment) -> Any:
            accepted = super()._handle_hybi_request(environ)
            accepted.Message = CountedMessage
            return accepted

    return CountingCarrier


class WholeSocket:
    """A socket whose `send` sends all of the data, one frame at a time."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        self._one_at_a_time = threading.Lock()

    def send(self, data: bytes) -> int:
        """Send all of `data` and return its length in bytes."""
        with self._one_at_a_time:
            self._sock.sendall(data)
        return len(data)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._sock, name)


def sending_whole(carrier: Any) -> type[Any]:
    """A websocket carrier for simple_websocket, which takes a part sent for the whole.

    It also hands over the limit on messages and lets engineio set its time limit, so that a
    phone that stopped reading cannot hold its connection for ever.

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
            self.ws = Server(environ, **self.server_args)
            self._sock = self.ws.sock  # engineio looks here for something with `settimeout`
            return self.app(self)

    return WholeCarrier
