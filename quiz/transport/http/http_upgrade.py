"""Requests for websockets on a short way through eventlet's HTTP server.

Its class is handed in, since only `quiz.transport.driver` names a driver.
"""

import contextlib
from typing import Any
from wsgiref.types import WSGIEnvironment

from quiz.transport.http import request_head


def completed(
    environ: WSGIEnvironment, server: Any, client: tuple[Any, ...], source: object
) -> WSGIEnvironment:
    """What a head tells, with what the server knows of itself and of who asks."""
    environ |= server.get_environ()
    environ["SERVER_NAME"], environ["SERVER_PORT"] = map(str, server.address[:2])
    environ["REMOTE_ADDR"], environ["REMOTE_PORT"] = map(str, client[:2])
    environ["wsgi.input"] = environ["eventlet.input"] = source
    environ["eventlet.posthooks"] = []
    return environ


def upgrading_quickly(wsgi: Any) -> type[Any]:
    """A protocol that knows a request for a websocket at sight, and tells when any is there.

    Args:
        wsgi: the module with the classes `HttpProtocol` and `Input`.
    """

    class QuickProtocol(wsgi.HttpProtocol):  # type: ignore[misc]
        def asked(self, environ: WSGIEnvironment) -> None:
            """The head of a request is there."""

        def handle_one_request(self) -> None:
            self.connection.settimeout(self.server.keepalive)
            head = self._head_that_waits()
            environ = request_head.environ_of(head) if head else None
            if environ is None:
                super().handle_one_request()
                return
            self.rfile.read(len(head) + len(request_head.END))
            self.command, self.request_version = "GET", "HTTP/1.1"
            self.headers = {"Connection": environ.get("HTTP_CONNECTION", "")}
            source = wsgi.Input(self.rfile, 0, self.connection)
            self.environ = completed(environ, self.server, self.client_address, source)
            self.asked(self.environ)
            self.application = self.server.app
            # Who is gone already cannot be answered any more.
            with contextlib.suppress(ConnectionError):
                self.handle_one_response()

        def _head_that_waits(self) -> bytes:
            """What has come in up to the end of a head; nothing where that is still to come."""
            try:
                ahead: bytes = self.rfile.peek(1)
            except (ConnectionError, ValueError):
                return b""
            return ahead[: max(0, ahead.find(request_head.END))]

        def get_environ(self) -> WSGIEnvironment:
            environ: WSGIEnvironment = super().get_environ()
            self.asked(environ)
            return environ

    return QuickProtocol
