"""The Socket.IO server of an application; `docs/decisions/0001-server-driver.md` says why so."""

from collections.abc import Callable, Collection
from typing import Any

import socketio
from flask import Flask
from flask_socketio import SocketIO

from quiz.clock import Clock
from quiz.meter import Meter
from quiz.transport import limits
from quiz.transport.cookies import Environ
from quiz.transport.gate import Gate, is_same_origin
from quiz.transport.messages.acknowledgements import reply_by_hand
from quiz.transport.messages.json_text import JsonText
from quiz.transport.messages.listener import Listener
from quiz.transport.messages.packets import StrictPacket
from quiz.transport.messages.rooms import Rooms

SETTINGS: dict[str, Any] = {
    "async_handlers": False,
    "transports": ["websocket"],
    "ping_interval": limits.HEARTBEAT_S,
    "ping_timeout": limits.HEARTBEAT_ANSWER_S,
    "monitor_clients": False,
    "max_http_buffer_size": limits.MESSAGE,
    "manage_session": False,
    "json": JsonText,
    "serializer": StrictPacket,
    "cors_allowed_origins": is_same_origin,
}
"""One client's messages are handled one after the other; the gate looks after the heartbeat."""


class SocketServer:
    """Who is connected, by namespace and room, and how they are told."""

    def __init__(
        self,
        app: Flask,
        namespaces: Collection[str],
        *,
        async_mode: str,
        clock: Clock,
        most: int,
        comes_first: Callable[[Environ], bool],
        seat_named: Callable[[Environ], str],
        is_seated: Callable[[Environ], bool],
        meter: Meter,
    ) -> None:
        """Add the server to the app.

        Args:
            app: the web application that it answers beside.
            namespaces: the names of those that may be added.
            async_mode: the driver's name, or `threading` without one.
            clock: tells how long a connection has been without a namespace.
            most: how many connections there may be, but for those who come first.
            comes_first: whether whoever sent this request is let in all the same.
            seat_named: the seat that a request's cookie names, empty without one.
            is_seated: whether its sender has a seat, to be let in before others.
            meter: counts what is refused.
        """
        self._rooms = Rooms()
        options = {"namespaces": list(namespaces), "client_manager": self._rooms}
        self._sockets = SocketIO(app, **(SETTINGS | options | {"async_mode": async_mode}))
        self._server: socketio.Server = app.extensions["socketio"].server
        reply_by_hand(self._server, meter)
        self._gate = Gate(self._server, clock, most, comes_first, seat_named, is_seated, meter)

    def add(self, listener: Listener) -> None:
        """Have a namespace's events handled."""
        self._sockets.on_namespace(listener)

    def start(self, review: Callable[[], None]) -> None:
        """Begin the sweep, and call `review` as often."""
        self._gate.start(review)

    def stop(self) -> None:
        """End the sweep."""
        self._gate.stop()

    def emit(self, event: str, data: object, *, to: str, namespace: str) -> None:
        """Send to a room of a namespace, or to one client."""
        self._server.emit(event, data, to=to, namespace=namespace)

    def enter_room(self, sid: str, room: str, *, namespace: str) -> None:
        """Have a client hear what this room is sent."""
        self._server.enter_room(sid, room, namespace=namespace)

    def disconnect(self, sid: str, *, namespace: str) -> None:
        """End a client's time in a namespace."""
        self._server.disconnect(sid, namespace=namespace)

    def start_task(self, task: Callable[..., None], *args: object) -> None:
        """Run a task beside the handler that asks for it."""
        self._server.start_background_task(task, *args)

    def is_anybody_in(self, rooms: Collection[str]) -> bool:
        """Whether any of these rooms has a client, in whichever namespace."""
        return self._rooms.is_anybody_in(rooms)
