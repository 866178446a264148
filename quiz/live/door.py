"""A namespace's way in, its budget, and codes instead of exceptions: what all three share.

Connecting needs the session of an HTTP page; every later message is answered from what was
established then, so no handler touches the web framework. `quiz.service.roles` says who may
send what; an event that is not declared there does not exist.
"""

import contextlib
import logging
from collections.abc import Callable, Mapping
from typing import Any, ClassVar

from flask_socketio import Namespace
from socketio.exceptions import ConnectionRefusedError as NotAdmitted

from quiz.budget import Budget
from quiz.core import actors
from quiz.core.actors import Actor
from quiz.core.errors import Rejected
from quiz.core.seats import holds_seat
from quiz.live import messages
from quiz.live.replies import Reply
from quiz.live.room import Room
from quiz.live.visitors import Visitor
from quiz.service.batch import Receipt
from quiz.service.hall import Hall
from quiz.service.roles import ACCOUNTS, EVENTS, Role

Handler = Callable[[Visitor, object, int, Reply], dict[str, Any] | None]
"""Returns the reply, or None and gives it later."""
BURST, PER_SECOND = 60, 20
"""Messages of one socket that are carried out: at once, and each second after that."""

log = logging.getLogger(__name__)


def refusal(code: str) -> dict[str, Any]:
    """How a message is refused; the words for a code live in the client's translations."""
    return {"ok": False, "code": code}


def receipt(given: Receipt) -> dict[str, Any]:
    """How a message is acknowledged, after the commit."""
    return {"ok": True, "v": given.v, "at": given.at}


def outcome(given: Receipt | Exception) -> dict[str, Any]:
    """How a message is acknowledged that the writer carried out, or could not."""
    if isinstance(given, Receipt):
        return receipt(given)
    return refusal(given.code if isinstance(given, Rejected) else "failed")


class Door(Namespace):
    """What the namespaces share: the way in, the budget, codes instead of exceptions."""

    name: ClassVar[str]
    turned_away: ClassVar[str] = "not_allowed"

    def __init__(self, room: Room) -> None:
        super().__init__(self.name)
        self._room = room
        room.doors.append(self)
        self._visitors: dict[str, Visitor] = {}
        self._handlers: dict[str, Handler] = {"clock": self._clock, "resync": self._resync}

    def hear(self, event: str, sid: str, data: object, reply: Reply) -> None:
        """Carry out one message, and reply now or after the commit."""
        said = self._carried_out(event, sid, data, reply)
        if said is not None:
            reply(said)

    def _carried_out(
        self, event: str, sid: str, data: object, reply: Reply
    ) -> dict[str, Any] | None:
        received = self._room.clock.now()
        visitor = self._visitors.get(sid)
        if visitor is None:
            return refusal("not_allowed")
        if not visitor.budget.spend(received):
            return refusal("slow_down")
        if event not in self._handlers:
            return refusal("unknown_event")
        if visitor.role not in EVENTS[self.name][event]:
            return refusal("not_allowed")
        try:
            return self._handlers[event](visitor, data, received, reply)
        except Rejected as rejected:
            return refusal(rejected.code)
        except Exception:
            log.exception("An event %s was not carried out", event)
            return refusal("failed")

    def trigger_event(self, event: str, sid: str, *args: Any) -> None:
        """Let a socket come or go; no other event comes this way."""
        try:
            if event == "connect":
                self.on_connect(sid, *args)
            elif event == "disconnect":
                self.on_disconnect(sid)
        except NotAdmitted:
            raise
        except Exception as problem:
            log.exception("A socket could not %s", event)
            raise NotAdmitted("failed") from problem

    def on_connect(self, sid: str, environ: Mapping[str, Any], auth: object = None) -> None:
        """Let in who the session entitles; the refusal's message is a code."""
        if not isinstance(auth, dict) or not isinstance(auth.get("contest"), str):
            raise NotAdmitted("no_such_contest")
        contest_id = auth["contest"]
        try:
            hall = self._room.hall(contest_id)
        except Rejected as rejected:
            raise NotAdmitted(rejected.code) from rejected
        session = self._room.session_of(environ)
        number = self._seat(session, hall)
        role = self._admitted(session, hall, number)
        budget = Budget(self._room.clock.now(), BURST, PER_SECOND)
        seated = role is Role.CONTESTANT
        actor = actors.seat(number) if seated else self._account(session, role)
        visitor = Visitor(sid, hall, budget, role, actor, number if seated else 0)
        visitor.session = {} if seated else session
        self._visitors[sid] = visitor
        if seated:
            self._room.rush.came()
        self._room.server.enter_room(sid, contest_id, namespace=self.name)
        self._stays(visitor)
        # After this handler, so that the client hears first that it is connected.
        self._room.start_task(self._greet, visitor)

    def on_disconnect(self, sid: str) -> None:
        """Forget the socket."""
        visitor = self._visitors.pop(sid, None)
        if visitor is not None:
            self._left(visitor)

    def review(self) -> None:
        """Turn out the consoles and projectors that would not be let in any more."""
        for visitor in list(self._visitors.values()):
            if visitor.role is not Role.CONTESTANT:
                try:
                    self._admitted(visitor.session, visitor.hall, 0)
                except NotAdmitted:
                    self._send_away(visitor)

    def clear(self, contest_id: str) -> None:
        """Turn everybody of a contest out; who may, comes back by itself."""
        for visitor in list(self._visitors.values()):
            if visitor.hall.id == contest_id:
                self._send_away(visitor)

    def _send_away(self, visitor: Visitor) -> None:
        self._visitors.pop(visitor.sid, None)
        self._room.server.disconnect(visitor.sid, namespace=self.name)

    def _stays(self, visitor: Visitor) -> None:
        """Refuse a newcomer whose hall was closed meanwhile; it tries again. Raises NotAdmitted."""
        with contextlib.suppress(Rejected):
            if self._room.hall(visitor.hall.id) is visitor.hall:
                return
        self._visitors.pop(visitor.sid, None)
        raise NotAdmitted("failed")

    def _admitted(self, session: Mapping[str, Any], hall: Hall, number: int) -> Role:
        """In which role the session comes in here; raises NotAdmitted."""
        roles = {self._room.role_of(session), Role.NOBODY}
        if number:
            roles.add(Role.CONTESTANT)
        if hall.id in session.get("projectors", []):
            roles.add(Role.PROJECTOR)
        entitled = roles & EVENTS[self.name]["connect"]
        if not entitled:
            raise NotAdmitted(self.turned_away)
        return min(entitled)

    def _account(self, session: Mapping[str, Any], role: Role) -> Actor:
        """Whose session it is; raises NotAdmitted for one that was ended at this moment."""
        actor = self._room.actor_of(session)
        if role in ACCOUNTS and actor == actors.UNKNOWN:
            raise NotAdmitted(self.turned_away)
        return actor

    def _seat(self, session: Mapping[str, Any], hall: Hall) -> int:
        """The number of the contestant whose seat the session holds, or 0."""
        number, secret = session.get("seats", {}).get(hall.id, (0, ""))
        return number if holds_seat(hall.contest, number, secret) else 0

    def _greet(self, visitor: Visitor) -> None:
        if self._visitors.get(visitor.sid) is not visitor:
            return
        place = self._room.place(visitor.hall.id)
        self._room.emit("place", place, to=visitor.sid, namespace=self.name)
        self._room.publisher(visitor.hall).show(visitor, self.name)

    def _left(self, visitor: Visitor) -> None:
        """Nothing is kept of a console or a projector."""

    def _clock(self, visitor: Visitor, data: object, received: int, reply: Reply) -> dict[str, Any]:
        messages.read(messages.EmptyMessage, data)
        visitor.trips.asked(received)
        return {"ok": True, "now": received}

    def _resync(
        self, visitor: Visitor, data: object, received: int, reply: Reply
    ) -> dict[str, Any]:
        messages.read(messages.EmptyMessage, data)
        self._room.start_task(self._greet, visitor)
        return {"ok": True, "v": visitor.hall.contest.version}
