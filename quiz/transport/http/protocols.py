"""What reads requests from a connection, for each driver: whole ones, in time and not too many.

The drivers' modules are handed in, since only `quiz.transport.driver` names a driver.
"""

import contextlib
import logging
import socket
from typing import Any
from wsgiref.types import WSGIEnvironment

from quiz.transport.http.admission import Entrance
from quiz.transport.http.failures import tell_failure
from quiz.transport.http.http_upgrade import upgrading_quickly
from quiz.transport.http.pace import Pace
from quiz.transport.http.whole_head import BAD_REQUEST, HeadLines, HeadRefused
from quiz.transport.limits import IDLE_S, SMALL_BUFFER, UNREAD

log = logging.getLogger(__name__)


def answer_at_once(connection: socket.socket) -> None:
    """Have what is written sent without waiting for the peer to say that it has the last."""
    with contextlib.suppress(OSError):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def eventlet_protocol(wsgi: Any, entrance: Entrance) -> type[Any]:
    """What reads requests from a connection, under admission control."""

    class Protocol(upgrading_quickly(wsgi)):  # type: ignore[misc]
        rfile: Any
        # A websocket keeps its buffers for the whole evening.
        rbufsize = wbufsize = SMALL_BUFFER

        def setup(self) -> None:
            super().setup()
            answer_at_once(self.connection)
            self.pace = Pace()

        def handle(self) -> None:
            with entrance.place(self.connection):
                super().handle()

        def handle_one_request(self) -> None:
            self.pace.keep()
            entrance.wait(self.connection)
            super().handle_one_request()

        def parse_request(self) -> bool:
            lines = self.rfile = HeadLines(self.rfile)
            try:
                parsed: bool = super().parse_request()
                if parsed:
                    lines.check(self.path, self.headers)
            except HeadRefused as refused:
                self._refuse(refused.answer)
                return False
            return parsed

        def send_error(self, *_: object) -> None:
            self._refuse(BAD_REQUEST)

        def _refuse(self, answer: bytes) -> None:
            log.info("A request that cannot be read is refused")
            self.wfile.write(answer)
            self.close_connection = True

        def asked(self, environ: WSGIEnvironment) -> None:
            entrance.ask(self.connection, environ)
            body = environ["eventlet.input"]
            if (body.content_length or 0) > UNREAD:
                body.discard = self._leave_unread

        def _leave_unread(self) -> None:
            self.close_connection = True

        def finish(self) -> None:
            try:
                super().finish()
            finally:
                # Left open where the last flush failed, and the socket's file with it.
                self.rfile.close()

    return Protocol


def gevent_handler(pywsgi: Any, entrance: Entrance) -> type[Any]:
    """What reads requests from a connection, under admission control."""

    class Handler(pywsgi.WSGIHandler):  # type: ignore[misc]
        rfile: Any
        close_connection: bool

        def handle(self) -> None:
            self.socket.settimeout(IDLE_S)
            answer_at_once(self.socket)
            self.pace = Pace()
            # Who was turned out meanwhile cannot be answered any more.
            with entrance.place(self.socket), contextlib.suppress(OSError):
                super().handle()

        def handle_one_request(self) -> Any:
            self.pace.keep()
            entrance.wait(self.socket)
            return super().handle_one_request()

        def read_request(self, raw_requestline: str) -> Any:
            lines = self.rfile = HeadLines(self.rfile)
            try:
                read = super().read_request(raw_requestline)
            finally:
                self.rfile = lines.source
            lines.check(self.path, self.headers)
            return read

        def get_environ(self) -> WSGIEnvironment:
            environ: WSGIEnvironment = super().get_environ()
            entrance.ask(self.socket, environ)
            return environ

        def run_application(self) -> None:
            super().run_application()
            body = self.wsgi_input
            if (body.content_length or 0) - body.position > UNREAD:
                body.content_length = body.position
                self.close_connection = True

        def _handle_client_error(self, ex: Exception) -> Any:
            # The head of a request broke off: nothing to answer, and nothing for the log.
            if isinstance(ex, OSError):
                return None
            log.info("A request that cannot be read is refused")
            return "400", ex.answer if isinstance(ex, HeadRefused) else BAD_REQUEST

        def handle_error(self, t: object, v: BaseException, tb: object) -> None:
            # The library would write all of it, and whose request it was, on the terminal.
            if isinstance(v, Exception):
                tell_failure(v)
            self._send_error_response_if_possible(500)

        def handle_one_response(self) -> None:
            super().handle_one_response()
            # What a closed websocket still has to say is not the next HTTP request.
            if "HTTP_UPGRADE" in self.environ:
                self.close_connection = True

    return Handler
