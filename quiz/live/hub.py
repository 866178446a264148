"""What the namespaces share: the socket server, the runners and their publishers."""

import threading
from typing import Protocol

from quiz.budget import Rush
from quiz.clock import Clock
from quiz.core.engine.engine import Engine
from quiz.live.publisher import Publisher
from quiz.live.visitors import readers
from quiz.service.contests.runner import Runner
from quiz.service.contests.runners import Runners
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
        runners: Runners,
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
        self._runners = runners
        self._public_url = public_url.rstrip("/")
        self.namespaces: list[Membership] = []
        self._publishers: dict[Runner, Publisher] = {}
        self._guard = threading.Lock()
        runners.on_closed(self._clear)
        runners.letting_go.on_let_go(self._drop)
        runners.letting_go.kept_while(self._is_connected)

    def runner(self, contest_id: str) -> Runner:
        """The runner of a contest; raises Rejected."""
        return self._runners.runner(contest_id)

    def publisher(self, runner: Runner) -> Publisher:
        """Who tells those connected to this runner; made for the first of them."""
        with self._guard:
            if runner not in self._publishers:
                self._publishers[runner] = Publisher(
                    self._engine, runner, self.clock, self.emit, self._hang_up
                )
            return self._publishers[runner]

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
            gone = [runner for runner in self._publishers if runner.id == contest_id]
            publishers = [self._publishers[runner] for runner in gone]
        for publisher in publishers:
            publisher.part()
        for namespace in self.namespaces:
            namespace.clear(contest_id)
        with self._guard:
            for runner in gone:
                self._publishers.pop(runner, None)
        for publisher in publishers:
            publisher.close()

    def _is_connected(self, runner: Runner) -> bool:
        """Whether any socket follows this contest."""
        return self.server.is_anybody_in((runner.id, readers(runner.id)))

    def _drop(self, runner: Runner) -> None:
        """Tell nobody any more of a runner that was let go; nobody is connected to it."""
        with self._guard:
            publisher = self._publishers.pop(runner, None)
        if publisher is not None:
            publisher.close()

    def emit(self, event: str, data: object, *, to: str, namespace: str) -> None:
        """Send to a contest's room of a namespace, or to one socket."""
        self.server.emit(event, data, to=to, namespace=namespace)

    def _hang_up(self, sid: str) -> None:
        self.server.disconnect(sid, namespace="/play")

    def place(self, contest_id: str) -> dict[str, str]:
        """How phones get in: PIN, address, picture of the QR code."""
        pin = self._runners.pin(contest_id)
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
