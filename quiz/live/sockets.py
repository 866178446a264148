"""The Socket.IO server with its settings; `docs/decisions/0001-server-driver.md` says why each."""

from typing import Any

from flask import Flask
from flask_socketio import SocketIO

from quiz.core.engine import Engine
from quiz.live.namespaces import HostDoor, PlayDoor, ProjectorDoor
from quiz.live.room import IsHost, Room
from quiz.live.wire import Json
from quiz.service.halls import Halls
from quiz.service.ports import Clock

SETTINGS: dict[str, Any] = {
    "async_handlers": False,
    "transports": ["websocket"],
    "ping_interval": 20,
    "ping_timeout": 15,
    "max_http_buffer_size": 16_384,
    "manage_session": False,
    "json": Json,
}
"""Times in seconds, sizes in bytes; one client's messages are handled one after the other."""


def open_sockets(
    app: Flask,
    engine: Engine,
    halls: Halls,
    *,
    clock: Clock,
    is_host: IsHost,
    public_url: str,
    async_mode: str,
) -> Room:
    """Add the socket server to the app."""
    options = SETTINGS | {"async_mode": async_mode}
    sockets = SocketIO(app, **options)
    server = app.extensions["socketio"].server
    room = Room(server, engine, halls, clock=clock, is_host=is_host, public_url=public_url)
    for door in (PlayDoor(room), HostDoor(room), ProjectorDoor(room)):
        sockets.on_namespace(door)
    return room
