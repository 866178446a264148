"""Opening the sockets of an application: the server, the hub and the three namespaces."""

from contextlib import suppress
from functools import partial

from flask import Flask

from quiz.budget import Rush
from quiz.clock import Clock
from quiz.core.engine.engine import Engine
from quiz.core.errors import Rejected
from quiz.live.hub import Hub
from quiz.live.namespaces import NAMESPACES
from quiz.live.publisher import Publisher
from quiz.meter import Meter
from quiz.service.contests.runners import Runners
from quiz.service.people.reopening import Reopening
from quiz.service.people.rights import Rights, newest_seat
from quiz.service.way_in import WaysIn
from quiz.transport.cookies import Environ, sessions_of
from quiz.transport.server import SocketServer


def open_sockets(
    app: Flask,
    engine: Engine,
    runners: Runners,
    *,
    clock: Clock,
    rights: Rights,
    ways_in: WaysIn,
    reopening: Reopening,
    async_mode: str,
    most: int = 0,
    rush: Rush | None = None,
    meter: Meter | None = None,
) -> Hub:
    """Add the socket server to the app; with `most` sockets open only hosts and screens come in.

    `rights` says who a session is, `reopening` has the codes of seats; 0 sockets is no limit;
    `rush` hears of every phone that comes, `meter` of every refusal and push.
    """
    meter = meter or Meter()
    session_of = sessions_of(app)

    def comes_first(environ: Environ) -> bool:
        with suppress(Rejected):
            return rights.has_priority(session_of(environ))
        return False

    server = SocketServer(
        app,
        [namespace.name for namespace in NAMESPACES],
        async_mode=async_mode,
        clock=clock,
        most=most or 1_000_000,
        comes_first=comes_first,
        seat_named=lambda environ: newest_seat(session_of(environ)),
        is_seated=lambda environ: rights.is_seated(session_of(environ)),
        meter=meter,
    )
    hub = Hub(
        server,
        runners,
        partial(Publisher, engine),
        clock=clock,
        rights=rights,
        session_of=session_of,
        ways_in=ways_in,
        reopening=reopening,
        rush=rush,
        meter=meter,
    )
    for namespace in NAMESPACES:
        server.add(namespace(hub))
    server.start(hub.review)
    return hub
