"""What the namespaces share: the socket server, the halls and their publishers."""

import threading
from typing import Protocol

from quiz.budget import Rush
from quiz.clock import Clock
from quiz.core.engine.engine import Engine
from quiz.live.publisher import Publisher
from quiz.live.visitors import readers
from quiz.service.contests.runner import Hall
from quiz.service.contests.runners import Halls
from quiz.service.people.rights import Rights
from quiz.transport.cookies import SessionOf
from quiz.transport.server import SocketServer


class Membership(Protocol):
    """Knows who is in by one namespace; see `quiz.live.namespace`."""

    def review(self) -> None:
        """Turn out who would not be let in any more."""

    def actors(self, contest_id: str) -> set[str]:
        """Under which names people act now at the consoles and screens of a contest."""

    def clear(self, contest_id: str) -> None:
        """Turn everybody of a contest out."""


class Hub:
    """One server's sockets.

    `public_url` is the address that phones open; `rush` hears of every phone that comes.
    """

    def __init__(
        self,
        server: SocketServer,
        engine: Engine,
        halls: Halls,
        *,
        clock: Clock,
        rights: Rights,
        session_of: SessionOf,
        public_url: str,
        rush: Rush | None = None,
    ) -> None:
        self.server = server
        self.clock = clock
        self.rights = rights
        self.session_of = session_of
        self.rush = rush or Rush()
        self.start_task = server.start_task
        self._engine = engine
        self._halls = halls
        self._public_url = public_url.rstrip("/")
        self.namespaces: list[Membership] = []
        self._publishers: dict[Hall, Publisher] = {}
        self._guard = threading.Lock()
        halls.on_closed(self._clear)
        halls.on_let_go(self._drop)
        halls.kept_while(self._is_connected)

    def hall(self, contest_id: str) -> Hall:
        """The hall of a contest; raises Rejected."""
        return self._halls.hall(contest_id)

    def publisher(self, hall: Hall) -> Publisher:
        """Who tells those connected to this hall; made for the first of them."""
        with self._guard:
            if hall not in self._publishers:
                self._publishers[hall] = Publisher(
                    self._engine, hall, self.clock, self.emit, self._hang_up
                )
            return self._publishers[hall]

    def review(self) -> None:
        """Turn out who has signed out, and whose account has another role by now."""
        for namespace in self.namespaces:
            namespace.review()

    def actors(self, contest_id: str) -> frozenset[str]:
        """Under which names people act now at the consoles and screens of a contest."""
        return frozenset().union(*(namespace.actors(contest_id) for namespace in self.namespaces))

    def _clear(self, contest_id: str) -> None:
        """Follow a contest that was closed: its people come back to what it is now."""
        with self._guard:
            gone = [hall for hall in self._publishers if hall.id == contest_id]
            publishers = [self._publishers[hall] for hall in gone]
        for publisher in publishers:
            publisher.part()
        for namespace in self.namespaces:
            namespace.clear(contest_id)
        with self._guard:
            for hall in gone:
                self._publishers.pop(hall, None)
        for publisher in publishers:
            publisher.close()

    def _is_connected(self, hall: Hall) -> bool:
        """Whether any socket follows this contest."""
        return self.server.is_anybody_in((hall.id, readers(hall.id)))

    def _drop(self, hall: Hall) -> None:
        """Tell nobody any more of a hall that was let go; nobody is connected to it."""
        with self._guard:
            publisher = self._publishers.pop(hall, None)
        if publisher is not None:
            publisher.close()

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
        self.server.stop()
        with self._guard:
            publishers = list(self._publishers.values())
        for publisher in publishers:
            publisher.part()
            publisher.close()
