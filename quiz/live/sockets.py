"""The Socket.IO server with its settings; `docs/decisions/0001-server-driver.md` says why each."""

from typing import Any

from flask import Flask
from flask_socketio import SocketIO

from quiz.budget import Rush
from quiz.clock import Clock
from quiz.core.engine.engine import Engine
from quiz.live.cookies import sessions_of
from quiz.live.namespaces import DOORS
from quiz.live.room import Room
from quiz.service.contests.runners import Runners
from quiz.service.people.rights import Rights
from quiz.transport.acknowledgements import reply_by_hand
from quiz.transport.gate import Environ, Gate, same_origin
from quiz.transport.packets import StrictPacket
from quiz.transport.rooms import Rooms
from quiz.transport.wire import Json

SETTINGS: dict[str, Any] = {
    "async_handlers": False,
    "transports": ["websocket"],
    "ping_interval": 20,
    "ping_timeout": 15,
    "monitor_clients": False,
    "max_http_buffer_size": 16_384,
    "manage_session": False,
    "json": Json,
    "serializer": StrictPacket,
    "namespaces": [door.name for door in DOORS],
    "cors_allowed_origins": same_origin,
}
"""Times in seconds, sizes in bytes; one client's messages are handled one after the other.

The gate looks after the pings.
"""


def open_sockets(
    app: Flask,
    engine: Engine,
    runners: Runners,
    *,
    clock: Clock,
    rights: Rights,
    public_url: str,
    async_mode: str,
    most: int = 0,
    rush: Rush | None = None,
) -> Room:
    """Add the socket server to the app; with `most` sockets open only hosts and screens come in.

    `rights` says who a session is; 0 sockets is no limit; `rush` hears of every phone that comes.
    """
    options = SETTINGS | {"async_mode": async_mode, "client_manager": Rooms()}
    sockets = SocketIO(app, **options)
    server = app.extensions["socketio"].server

    session_of = sessions_of(app)

    def comes_first(environ: Environ) -> bool:
        return rights.comes_first(session_of(environ))

    reply_by_hand(server)
    gate = Gate(server, clock, most or 1_000_000, comes_first)
    room = Room(
        server,
        engine,
        runners,
        clock=clock,
        rights=rights,
        session_of=session_of,
        public_url=public_url,
        gate=gate,
        rush=rush,
    )
    for door in DOORS:
        sockets.on_namespace(door(room))
    gate.start(room.review)
    return room
