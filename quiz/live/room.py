"""What the namespaces share: the socket server, the halls and their publishers."""

import threading
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import socketio

from quiz.core.engine import Engine
from quiz.live.gate import Gate
from quiz.live.publisher import Publisher
from quiz.service.hall import Hall
from quiz.service.halls import Halls
from quiz.service.ports import Clock
from quiz.service.roles import Role

RoleOf = Callable[[Mapping[str, Any]], Role]
"""The role of a session's account."""


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
        role_of: RoleOf,
        public_url: str,
        gate: Gate,
    ) -> None:
        self.server = server
        self.clock = clock
        self.role_of = role_of
        self._gate = gate
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
                self._publishers[hall.id] = Publisher(
                    self._engine, hall, self.clock, self.emit, self._hang_up
                )
            return self._publishers[hall.id]

    def emit(self, event: str, data: object, *, to: str, namespace: str) -> None:
        """Send to a contest's room of a namespace, or to one socket."""
        self.server.emit(event, data, to=to, namespace=namespace)

    def _hang_up(self, sid: str) -> None:
        self.server.disconnect(sid, namespace="/play")

    def place(self, contest_id: str) -> dict[str, str]:
        """How phones get in: PIN, address, picture of the QR code."""
        pin = self._halls.pin(contest_id)
        return {
            "pin": pin,
            "join_url": f"{self._public_url}/j/{pin}",
            "qr": f"/qr/{contest_id}.svg",
        }

    def close(self) -> None:
        """Stop the sweep and all publishers."""
        self._gate.stop()
        with self._guard:
            publishers = list(self._publishers.values())
        for publisher in publishers:
            publisher.close()
