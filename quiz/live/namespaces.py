"""The three namespaces: a handler reads the clock, builds a command and returns its receipt.

Connecting needs the session of an HTTP page; every later message is answered from what was
established then, so no handler touches the web framework.
"""

from collections.abc import Callable
from typing import Any, ClassVar

import flask
from flask_socketio import Namespace
from socketio.exceptions import ConnectionRefusedError as NotAdmitted

from quiz.core.commands import SubmitAnswer
from quiz.core.errors import Rejected
from quiz.live import messages
from quiz.live.budget import Budget
from quiz.live.room import Room
from quiz.live.visitors import Visitor
from quiz.service.batch import Receipt

Handler = Callable[[Visitor, object, int], dict[str, Any]]
_LIFE_OF_A_SOCKET = ("connect", "disconnect")


def refusal(code: str) -> dict[str, Any]:
    """How a message is refused; the words for a code live in the client's translations."""
    return {"ok": False, "code": code}


def receipt(given: Receipt) -> dict[str, Any]:
    """How a message is acknowledged, after the commit."""
    return {"ok": True, "v": given.v, "at": given.at}


class Door(Namespace):
    """What the namespaces share: the way in, the budget, codes instead of exceptions."""

    name: ClassVar[str]

    def __init__(self, room: Room) -> None:
        super().__init__(self.name)
        self._room = room
        self._visitors: dict[str, Visitor] = {}
        self._handlers: dict[str, Handler] = {"clock": self._clock, "resync": self._resync}

    def trigger_event(self, event: str, sid: str, *args: Any) -> Any:
        """Answer one message; connecting and leaving take the framework's own way."""
        if event in _LIFE_OF_A_SOCKET:
            return super().trigger_event(event, sid, *args)
        received = self._room.clock.now()
        visitor = self._visitors.get(sid)
        if visitor is None:
            return refusal("not_allowed")
        if not visitor.budget.spend(received):
            return refusal("slow_down")
        handler = self._handlers.get(event)
        if handler is None:
            return refusal("unknown_event")
        try:
            return handler(visitor, args[0] if args else {}, received)
        except Rejected as rejected:
            return refusal(rejected.code)

    def on_connect(self, auth: object) -> None:
        """Let in who the session entitles; the refusal's message is a code."""
        if not isinstance(auth, dict) or not isinstance(auth.get("contest"), str):
            raise NotAdmitted("no_such_contest")
        contest_id = auth["contest"]
        try:
            hall = self._room.hall(contest_id)
        except Rejected as rejected:
            raise NotAdmitted(rejected.code) from rejected
        number = self._admitted(contest_id)
        sid: str = flask.request.sid  # type: ignore[attr-defined]
        visitor = Visitor(sid, hall, Budget(self._room.clock.now()), number)
        self._visitors[sid] = visitor
        self._room.server.enter_room(sid, contest_id, namespace=self.name)
        # After this handler, so that the client hears first that it is connected.
        self._room.start_task(self._greet, visitor)

    def on_disconnect(self, reason: str) -> None:
        """Forget the socket."""
        visitor = self._visitors.pop(flask.request.sid, None)  # type: ignore[attr-defined]
        if visitor is not None:
            self._left(visitor)

    def _admitted(self, contest_id: str) -> int:
        """The contestant's number, or 0; raises NotAdmitted."""
        raise NotAdmitted("not_allowed")

    def _greet(self, visitor: Visitor) -> None:
        place = self._room.place(visitor.hall.id)
        self._room.emit("place", place, to=visitor.sid, namespace=self.name)
        self._room.publisher(visitor.hall).show(visitor, self.name)

    def _left(self, visitor: Visitor) -> None:
        """Nothing is kept of a console or a projector."""

    def _clock(self, visitor: Visitor, data: object, received: int) -> dict[str, Any]:
        return {"ok": True, "now": received}

    def _resync(self, visitor: Visitor, data: object, received: int) -> dict[str, Any]:
        self._room.start_task(self._greet, visitor)
        return {"ok": True, "v": visitor.hall.contest.version}


class PlayDoor(Door):
    """Phones: a seat in the session lets in."""

    name = "/play"

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._handlers["answer"] = self._answer

    def _admitted(self, contest_id: str) -> int:
        number, _ = flask.session.get("seats", {}).get(contest_id, (0, ""))
        if (
            not isinstance(number, int)
            or number not in self._room.hall(contest_id).contest.contestants
        ):
            raise NotAdmitted("no_seat")
        return number

    def _greet(self, visitor: Visitor) -> None:
        publisher = self._room.publisher(visitor.hall)
        if self._visitors.get(visitor.sid) is not visitor:
            return
        before = publisher.phones.enter(visitor)
        if before is not None and before is not visitor:
            self._turn_out(before)
        publisher.touch()
        publisher.welcome(visitor)

    def _turn_out(self, visitor: Visitor) -> None:
        self._visitors.pop(visitor.sid, None)
        self._room.emit("taken_over", {}, to=visitor.sid, namespace=self.name)
        self._room.server.disconnect(visitor.sid, namespace=self.name)

    def _left(self, visitor: Visitor) -> None:
        publisher = self._room.publisher(visitor.hall)
        publisher.phones.leave(visitor)
        publisher.touch()

    def _answer(self, visitor: Visitor, data: object, received: int) -> dict[str, Any]:
        message = messages.read(messages.AnswerMessage, data)
        command = SubmitAnswer(visitor.number, message.pool, message.ordinal, message.answer)
        return receipt(visitor.hall.submit(command, _own(visitor, message.id), received))


def _own(visitor: Visitor, command_id: str) -> str:
    """A phone's ids are its own: it can neither use up nor read another's receipt."""
    return f"{visitor.number}:{command_id}"


class HostDoor(Door):
    """Consoles: a host's account lets in."""

    name = "/host"

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._handlers |= {"act": self._act, "enter_answer": self._enter_answer}

    def _admitted(self, contest_id: str) -> int:
        if not self._room.is_host(flask.session):
            raise NotAdmitted("not_allowed")
        return 0

    def _act(self, visitor: Visitor, data: object, received: int) -> dict[str, Any]:
        command_id, command = messages.read_act(data)
        return receipt(visitor.hall.submit(command, f"host:{command_id}", received))

    def _enter_answer(self, visitor: Visitor, data: object, received: int) -> dict[str, Any]:
        message = messages.read(messages.EnterAnswerMessage, data)
        command = SubmitAnswer(
            message.number, message.pool, message.ordinal, message.answer, by="marshal"
        )
        return receipt(visitor.hall.submit(command, f"host:{message.id}", received))


class ProjectorDoor(Door):
    """Projectors: a host's session, or one that came by the projector's link."""

    name = "/projector"

    def _admitted(self, contest_id: str) -> int:
        entered = contest_id in flask.session.get("projectors", [])
        if not entered and not self._room.is_host(flask.session):
            raise NotAdmitted("not_allowed")
        return 0
