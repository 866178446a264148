"""What the namespaces share: the socket server, the runners and their publishers.

It knows neither what is said in a namespace nor what a publisher tells: both come in from outside.
"""

import threading
from collections import Counter
from collections.abc import Callable
from typing import Protocol
from urllib.parse import urlencode

from quiz.budget import Rush
from quiz.clock import Clock
from quiz.live.attending.attendance import Attendance
from quiz.live.messages import Fields, Push
from quiz.live.visitors import Phones, Visitor, readers
from quiz.meter import Meter
from quiz.service.contests.runners import Runners
from quiz.service.contests.running.runner import Runner
from quiz.service.people.reopening import Reopening
from quiz.service.people.rights import Rights
from quiz.service.way_in import WaysIn
from quiz.transport.cookies import SessionOf
from quiz.transport.server import SocketServer

SEAT_PATH = "/seat/"
PLACE_FIELDS: Fields = {"pin": str, "join_url": str, "qr": str, "wifi": str, "wifi_password": str}


class Follower(Protocol):
    """Tells those connected to one runner; see `quiz.live.publisher`."""

    phones: Phones
    attendance: Attendance

    def touch(self) -> None:
        """Somebody came or went: the counters may have changed."""

    def tell_place(self) -> None:
        """Tell consoles and screens how phones get in."""

    def welcome(self, visitor: Visitor) -> None:
        """Everything a phone needs, whatever it knew before."""

    def show_console(self, visitor: Visitor) -> None:
        """The whole state for a console."""

    def show_projector(self, visitor: Visitor) -> None:
        """The whole state for a projector."""

    def part(self) -> None:
        """Tell the phones, which are about to be cut off, how to come back."""

    def close(self) -> None:
        """Stop following."""


class Membership(Protocol):
    """Knows who is in by one namespace; see `quiz.live.namespace`."""

    def review(self) -> None:
        """Turn out who would not be let in any more."""

    def actors(self, contest_id: str) -> set[str]:
        """Under which names people act now at the consoles and screens of a contest."""

    def roles(self) -> Counter[str]:
        """How many are in now by each role that may be."""

    def clear(self, contest_id: str) -> None:
        """Turn everybody of a contest out."""


class Hub:
    """One server's sockets.

    `follow` makes a runner's publisher; `ways_in` is how phones get in; `reopening`
    has the codes of seats; `rush` hears of every phone that comes, `meter` of every refusal and
    push.
    """

    def __init__(
        self,
        server: SocketServer,
        runners: Runners,
        follow: Callable[["Hub", Runner], Follower],
        *,
        clock: Clock,
        rights: Rights,
        session_of: SessionOf,
        ways_in: WaysIn,
        reopening: Reopening,
        rush: Rush | None = None,
        meter: Meter | None = None,
    ) -> None:
        self.server = server
        self.clock = clock
        self.rights = rights
        self.session_of = session_of
        self.reopening = reopening
        self.rush = rush or Rush()
        self.meter = meter or Meter()
        self.start_task = server.start_task
        self._follow = follow
        self._runners = runners
        self._ways_in = ways_in
        self.namespaces: list[Membership] = []
        self._publishers: dict[Runner, Follower] = {}
        self._guard = threading.Lock()
        runners.on_closed(self._clear)
        ways_in.on_change(self._tell_way_in)
        runners.letting_go.on_let_go(self._drop)
        runners.letting_go.kept_while(self._is_connected)

    def runner(self, contest_id: str) -> Runner:
        """The runner of a contest; raises Rejected."""
        return self._runners.runner(contest_id)

    def publisher(self, runner: Runner) -> Follower:
        """Who tells those connected to this runner; made for the first of them."""
        with self._guard:
            if runner not in self._publishers:
                self._publishers[runner] = self._follow(self, runner)
            return self._publishers[runner]

    def review(self) -> None:
        """Turn out who has signed out, and whose account has another role by now."""
        for namespace in self.namespaces:
            namespace.review()

    def actors(self, contest_id: str) -> frozenset[str]:
        """Under which names people act now at the consoles and screens of a contest."""
        return frozenset().union(*(namespace.actors(contest_id) for namespace in self.namespaces))

    def roles(self) -> Counter[str]:
        """How many sockets are open now by each role that may have one."""
        found: Counter[str] = Counter()
        for namespace in self.namespaces:
            # A sum of counters would leave out those at 0.
            found.update(namespace.roles())
        return found

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

    def emit(self, push: Push, data: object, *, to: str) -> None:
        """Send to a contest's room of the push's namespace, or to one client."""
        self.server.emit(push.event, data, to=to, namespace=push.namespace)

    def disconnect(self, sid: str, namespace: str) -> None:
        """End a client's time in a namespace."""
        self.server.disconnect(sid, namespace=namespace)

    def place(self, contest_id: str) -> dict[str, str]:
        """How phones get in: PIN, address, picture of the QR code."""
        pin, way_in = self._runners.pin(contest_id), self._ways_in.now
        return {
            "pin": pin,
            "join_url": f"{way_in.url}/j/{pin}",
            # Another address is another picture.
            "qr": f"/qr/{contest_id}.svg?{urlencode({'at': way_in.url})}",
            "wifi": way_in.wifi,
            "wifi_password": way_in.password,
        }

    def _tell_way_in(self) -> None:
        """Consoles and screens show the new address at once."""
        with self._guard:
            publishers = tuple(self._publishers.values())
        for publisher in publishers:
            publisher.tell_place()

    def seat_link(self, token: str) -> str:
        """The address at which a seat is opened on another device."""
        return f"{self._ways_in.now.url}{SEAT_PATH}{token}"

    def close(self) -> None:
        """Stop the sweep and all publishers."""
        self.server.stop()
        with self._guard:
            publishers = list(self._publishers.values())
        for publisher in publishers:
            publisher.part()
            publisher.close()
