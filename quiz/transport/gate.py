"""Admission, validation and heartbeat of connections: the gate between them and the namespaces.

It also sweeps: a connection that joined no namespace, or that does not read what it is sent
(back-pressure), is closed, so that neither takes the place or the memory of the others.
"""

import logging
import threading
import time
from collections.abc import Callable
from urllib.parse import urlsplit

import socketio

from quiz.clock import Clock
from quiz.meter import Meter
from quiz.transport.bare_sockets import FIRST, BareSockets
from quiz.transport.cookies import Environ
from quiz.transport.limits import BARE_MS, LONGEST_QUEUE, heartbeat
from quiz.transport.messages.packets import Unreadable
from quiz.transport.websocket.connection import adopt

log = logging.getLogger(__name__)

SWEEP_S = 1.0
AT_ONCE = 200
"""Sockets swept before messages get their turn."""


def is_same_origin(origin: str | None, environ: Environ) -> bool:
    """Whether a page of this very host opens the socket; forwarded headers are not believed.

    A client without an origin is no browser, and carries nobody's cookie.
    """
    try:
        return origin is None or urlsplit(origin).netloc == environ.get("HTTP_HOST")
    except ValueError:
        return False


class Gate:
    """Watches the raw sockets of one server.

    At `most` sockets only those whose request `comes_first` are let in, and a phone that is known:
    in the place of a bare socket, or of its own. `seat_named` is the seat that a request's cookie
    names, if any, `is_seated` whether it is one. `passed_s` is time that only goes on.
    """

    def __init__(
        self,
        server: socketio.Server,
        clock: Clock,
        most: int,
        comes_first: Callable[[Environ], bool],
        seat_named: Callable[[Environ], str],
        is_seated: Callable[[Environ], bool],
        meter: Meter | None = None,
        passed_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._server = server
        self._clock = clock
        self._most = most
        self._comes_first = comes_first
        self._seat_named = seat_named
        self._is_seated = is_seated
        self._meter = meter or Meter()
        self._passed_s = passed_s
        self._looked_at = passed_s()
        self._bare = BareSockets()
        self._leaving: set[str] = set()
        self._stopped = threading.Event()
        handlers = server.eio.handlers
        self._let_in, self._pass_on = handlers["connect"], handlers["message"]
        server.eio.on("connect", self._connect)
        server.eio.on("message", self._message)

    def start(self, review: Callable[[], None] = lambda: None) -> None:
        """Begin to sweep, and to `review` those inside as often."""
        self._server.start_background_task(self._sweep_on, review)

    def stop(self) -> None:
        """Sweep no more."""
        self._stopped.set()

    def _connect(self, eio_sid: str, environ: Environ) -> object:
        sockets = self._server.eio.sockets
        adopt(sockets[eio_sid], heartbeat(len(sockets)))
        holder = FIRST if self._comes_first(environ) else self._seat_named(environ)
        if self._is_full() and holder != FIRST and not self._has_room(holder, environ):
            self._meter.refuse("full")
            log.info("back-pressure: all %d places are taken, a socket is refused", self._most)
            return "full"
        sockets[eio_sid].holder = holder
        self._bare.come(eio_sid, holder, self._clock.now())
        answer: object = self._let_in(eio_sid, environ)
        return answer

    def _is_full(self) -> bool:
        """Whether the newcomer, who is among the sockets already, is one too many."""
        sockets = self._server.eio.sockets
        self._leaving &= sockets.keys()
        return len(sockets) - len(self._leaving) > self._most

    def _has_room(self, holder: str, environ: Environ) -> bool:
        """Whether a phone has a place where all are taken: a bare socket's, or its own of before.

        What the phone lost without a word is still among those that are in.
        """
        if not holder or not self._is_seated(environ):
            return False
        going = self._bare.making_room(holder, self._clock.now(), self._is_bare)
        if going:
            log.info("back-pressure: a socket without a namespace makes room for a phone")
            self._leaving.add(going)
            self.close(going)
            return True
        sockets = list(self._server.eio.sockets.values())
        return any(one.holder == holder and not one.closed for one in sockets)

    def _is_bare(self, eio_sid: str) -> bool:
        """Whether an open socket has joined no namespace."""
        raw = self._server.eio.sockets.get(eio_sid)
        if raw is None or raw.closed:
            return False
        manager = self._server.manager
        return not any(manager.sid_from_eio_sid(eio_sid, each) for each in list(manager.rooms))

    def _message(self, eio_sid: str, data: object) -> None:
        try:
            if not data:
                raise Unreadable("empty")
            self._pass_on(eio_sid, data)
        except Unreadable as problem:
            # What was sent is not logged: it may hold anything.
            log.info("A packet could not be read: %s", problem)
            self.close(eio_sid)
        except Exception:
            # A mistake of ours costs one message, not the connection.
            log.exception("A packet could not be carried out")

    def _sweep_on(self, review: Callable[[], None]) -> None:
        while not self._stopped.wait(SWEEP_S):
            try:
                self.sweep()
                review()
            except Exception:
                log.exception("The sweep of connections (heartbeat, limits) failed")

    def sweep(self) -> None:
        """Close what has been bare for too long and what does not read.

        What a server that stood still finds in its sockets is read before anybody is turned out.
        """
        stood_s = self._stood_s()
        now, settled = self._clock.now(), self._settled()
        sockets = dict(self._server.eio.sockets)
        holders = {sid: one.holder for sid, one in sockets.items() if sid not in settled}
        bare = self._bare.review(holders, now, round(stood_s * 1000))
        full = [sid for sid, one in sockets.items() if len(one.waiting) > LONGEST_QUEUE]
        late = [sid for sid, since in bare.items() if now - since >= BARE_MS]
        if full or late:
            text = "back-pressure: closed, %d sockets that do not read, %d without a namespace"
            log.info(text, len(full), len(late))
        for sid in {*full, *late}:
            self.close(sid)
        for place, one in enumerate(sockets.values(), start=1):
            if place % AT_ONCE == 0:
                time.sleep(0)
            one.keep_alive(stood_s)

    def _stood_s(self) -> float:
        """By how much this sweep comes later than it was due."""
        before, self._looked_at = self._looked_at, self._passed_s()
        return max(0.0, self._looked_at - before - SWEEP_S)

    def _settled(self) -> set[str]:
        """The raw sockets that joined a namespace."""
        rooms = self._server.manager.rooms
        return {
            eio_sid
            for everybody in list(rooms.values())
            for eio_sid in list(everybody.get(None, {}).values())
        }

    def close(self, eio_sid: str) -> None:
        """End a socket at once; what it still has to say or to hear is dropped."""
        raw = self._server.eio.sockets.get(eio_sid)
        if raw is not None:
            raw.close(wait=False, abort=True)
