"""Admission control: deadlines for connections that ask for nothing, and who goes when it is full.

A place costs an attacker one open connection and costs a host the evening. So a request has a
deadline to be complete by, whatever trickles in meanwhile (what is sent back has none while it is
taken), and a newcomer to a full house takes the
place of who has waited longest: somebody who asks at once is served at once.
"""

import contextlib
import errno
import itertools
import logging
import socket
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar
from wsgiref.types import WSGIEnvironment

from quiz.transport.limits import (
    HEAD_S,
    HELD_BY_MACHINE,
    REQUEST_S,
    TURNED_OUT_AGAIN_S,
    TURNED_OUT_AT_ONCE,
    UPLOAD_PER_SECOND,
)

log = logging.getLogger(__name__)

SWEEP_S = 1.0
AGAIN_S = 0.05
AT_ONCE = 8
"""Newcomers taken in before those who are inside have a turn."""
ASKING = "quiz.asking"
"""Where in the environ the request of a connection under admission control is."""
_PASSING = {errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM, errno.ECONNABORTED}
Accepted = TypeVar("Accepted")


class ClientSocket(Protocol):
    """A socket."""

    def shutdown(self, how: int, /) -> object:
        """End it."""

    def setsockopt(self, level: int, option: int, value: int, /) -> object:
        """Set one of its options."""


class Entrance:
    """The connections of one server; websockets leave its care once they are asked for.

    `places` is how many connections there may be before newcomers turn others out; `now` gives
    seconds; `beside` is swept as often.
    """

    def __init__(
        self,
        places: int,
        now: Callable[[], float] = time.monotonic,
        beside: Callable[[], None] = lambda: None,
    ) -> None:
        self.places = places
        self._now = now
        self._looked_at = now()
        self._beside = beside
        self._open = 0
        self._waiting: OrderedDict[ClientSocket, float] = OrderedDict()
        self._asking: OrderedDict[ClientSocket, float] = OrderedDict()

    def come(self, connection: ClientSocket) -> None:
        """Take a new connection in, and turn one out if they are too many."""
        self._open += 1
        self.wait(connection)
        if self._open > self.places:
            self._make_room()

    @contextlib.contextmanager
    def place(self, connection: ClientSocket) -> Iterator[None]:
        """Take a connection in, until the end of the `with`."""
        self.come(connection)
        try:
            yield
        finally:
            self.leave(connection)

    def wait(self, connection: ClientSocket) -> None:
        """Expect a request, the first or the next."""
        self._forget(connection)
        self._waiting[connection] = self._now() + HEAD_S

    def ask(self, connection: ClientSocket, environ: WSGIEnvironment) -> None:
        """The head of a request is there; the environ is given its `Asking`."""
        self._forget(connection)
        if not is_websocket(environ):
            length = str(environ.get("CONTENT_LENGTH") or 0)
            longest = int(length) / UPLOAD_PER_SECOND if length.isdecimal() else 0
            self._asking[connection] = self._now() + REQUEST_S + longest
            environ[ASKING] = Asking(self, connection)

    def goes_on(self, connection: ClientSocket) -> None:
        """What it asked for is being sent, and taken; who was turned out stays so."""
        if self._asking.pop(connection, None) is not None:
            self._asking[connection] = self._now() + REQUEST_S

    def leave(self, connection: ClientSocket) -> None:
        """The connection has ended."""
        self._open -= 1
        self._forget(connection)

    def sweep(self) -> None:
        """End those whose deadline has passed, less what this sweep comes late by.

        What they said while the server stood still lies unread.
        """
        now = self._now()
        self._postpone(max(0.0, now - self._looked_at - SWEEP_S))
        late = [
            one
            for queue in (self._waiting, self._asking)
            for one, until in queue.items()
            if until <= now
        ]
        for place, connection in enumerate(late, start=1):
            if self._until(connection) <= now:
                self._turn_out(connection)
            if place % TURNED_OUT_AT_ONCE == 0:
                time.sleep(TURNED_OUT_AGAIN_S)
        self._looked_at = self._now()
        self._beside()

    def _postpone(self, seconds: float) -> None:
        if seconds:
            for queue in (self._waiting, self._asking):
                queue.update([(one, until + seconds) for one, until in queue.items()])

    def sweep_on(self) -> None:
        """Sweep until the program ends, in a thread of its own."""
        threading.Thread(target=self._sweep_on, name="entrance", daemon=True).start()

    def _sweep_on(self) -> None:
        while True:
            time.sleep(SWEEP_S)
            self.sweep()

    def _make_room(self) -> None:
        """Turn out who has waited longest, but for the newcomer, who comes last."""
        queue = self._waiting if len(self._waiting) > 1 else self._asking
        if queue:
            log.info("back-pressure: all %d connections are taken, one is closed", self.places)
            self._turn_out(next(iter(queue)))

    def _turn_out(self, connection: ClientSocket) -> None:
        self._forget(connection)
        with contextlib.suppress(OSError):
            connection.shutdown(socket.SHUT_RDWR)

    def _until(self, connection: ClientSocket) -> float:
        never = float("inf")
        return self._waiting.get(connection, self._asking.get(connection, never))

    def _forget(self, connection: ClientSocket) -> None:
        self._waiting.pop(connection, None)
        self._asking.pop(connection, None)


@dataclass(slots=True)
class Asking:
    """A request whose answer is on its way; its page may say when (`turn`; empty: at once)."""

    entrance: Entrance
    connection: ClientSocket
    turn: str = ""

    def goes_on(self) -> None:
        """Put its deadline off."""
        self.entrance.goes_on(self.connection)

    def hold_little(self) -> None:
        """Have the machine hold little of what was sent and not yet taken."""
        with contextlib.suppress(OSError):
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, HELD_BY_MACHINE)


def accepting_on(accept: Callable[[], Accepted]) -> Callable[[], Accepted]:
    """The same `accept`, which waits where it would fail for a moment only, and gives others turns.

    eventlet's server takes any failure for the end, and would never take in anybody again. And it
    takes in all who have come before anybody else is heard: when the Wi-Fi is back, those who
    answer wait for hundreds who come.
    """
    coming = itertools.cycle(range(AT_ONCE))

    def accept_on() -> Accepted:
        if next(coming) == 0:
            time.sleep(0)
        while True:
            try:
                return accept()
            except OSError as problem:
                if problem.errno not in _PASSING:
                    raise
            time.sleep(AGAIN_S)

    return accept_on


def is_websocket(environ: Mapping[str, Any]) -> bool:
    """Whether this request goes on as a websocket, which has limits of its own."""
    upgrade = str(environ.get("HTTP_UPGRADE", "")).lower()
    return upgrade == "websocket" and environ.get("PATH_INFO", "").startswith("/socket.io/")
