"""What the namespaces share: the socket server, the halls and their publishers."""

import threading
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import socketio

from quiz.core.engine import Engine
from quiz.live.publisher import Publisher
from quiz.service.hall import Hall
from quiz.service.halls import Halls
from quiz.service.ports import Clock

IsHost = Callable[[Mapping[str, Any]], bool]
"""Whether a session is a host's."""


class Background(Protocol):
    """Starts a task beside the handler that asks for it."""

    def __call__(self, target: Callable[..., None], *args: object) -> object:
        """Start it."""


class Room:
    """One server's sockets. `public_url` is the address that phones open."""

    def __init__(
        self,
        server: socketio.Server,
        engine: Engine,
        halls: Halls,
        *,
        clock: Clock,
        is_host: IsHost,
        public_url: str,
    ) -> None:
        self.server = server
        self.clock = clock
        self.is_host = is_host
        self.start_task: Background = server.start_background_task
        self._engine = engine
        self._halls = halls
        self._public_url = public_url.rstrip("/")
        self._publishers: dict[str, Publisher] = {}
        self._guard = threading.Lock()

    def hall(self, contest_id: str) -> Hall:
        """The hall of a contest; raises Rejected."""
        return self._halls.hall(contest_id)

    def publisher(self, hall: Hall) -> Publisher:
        """Who tells those connected to this hall; made for the first of them."""
        with self._guard:
            if hall.id not in self._publishers:
                self._publishers[hall.id] = Publisher(self._engine, hall, self.clock, self.emit)
            return self._publishers[hall.id]

    def emit(self, event: str, data: object, *, to: str, namespace: str) -> None:
        """Send to a contest's room of a namespace, or to one socket."""
        self.server.emit(event, data, to=to, namespace=namespace)

    def place(self, contest_id: str) -> dict[str, str]:
        """How phones get in: PIN, address, picture of the QR code."""
        row = next(row for row in self._halls.listing() if row.id == contest_id)
        return {
            "pin": row.pin,
            "join_url": f"{self._public_url}/j/{row.pin}",
            "qr": f"/qr/{contest_id}.svg",
        }

    def close(self) -> None:
        """Stop all publishers."""
        with self._guard:
            publishers = list(self._publishers.values())
        for publisher in publishers:
            publisher.close()
