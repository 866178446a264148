"""A namespace's admission, its rate limit, and codes instead of exceptions: what all three share.

Connecting needs the session of an HTTP page; every later message is answered from what was
established then, so no handler touches the web framework. Each namespace declares whom it lets
in, each handler from whom it hears; an event without a handler does not exist.
"""

import contextlib
import logging
from abc import abstractmethod
from collections import Counter
from collections.abc import Mapping
from typing import Any, ClassVar

from quiz.budget import Budget
from quiz.core.errors import Rejected
from quiz.core.nouns import actors
from quiz.core.nouns.actors import Actor
from quiz.declared_roles import EVERYBODY, declared
from quiz.live.hub import Hub
from quiz.live.messages import EmptyMessage, Message, Push, message, messages_of
from quiz.live.visitors import Visitor
from quiz.service.contests.running.batch import Receipt
from quiz.service.contests.running.runner import Runner
from quiz.service.people.rights import seat_held
from quiz.service.people.roles import Role, Roles, foremost
from quiz.transport.messages.listener import Listener, NotAdmitted, Reply

BURST, PER_SECOND = 60, 20
"""The rate limit of what is carried out for one client: at once, and each second after that."""

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


def _of(visitor: Visitor) -> dict[str, str]:
    """What the log is told of a socket beside the message."""
    return {"contest": visitor.runner.id}


class Namespace(Listener):
    """What the namespaces share: admission, the rate limit, codes instead of exceptions.

    A handler takes the visitor, what was sent in its shape, when it was received and the way to
    reply; it returns the reply, or None and gives it later. `own_messages` are those that no
    method declares.

    Raises:
        Undeclared: a namespace does not say whom it `admits`.
    """

    name: ClassVar[str]
    admits: ClassVar[Roles] = frozenset()
    pushes: ClassVar[tuple[Push, ...]] = ()
    own_messages: ClassVar[tuple[Message, ...]] = ()
    hears: ClassVar[dict[str, Message]]
    turned_away: ClassVar[str] = "not_allowed"

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        declared(cls.name, cls.admits)
        cls.hears = {each.event: each for each in cls.own_messages} | messages_of(cls)

    def __init__(self, hub: Hub) -> None:
        super().__init__(self.name)
        self._hub = hub
        hub.namespaces.append(self)
        self._visitors: dict[str, Visitor] = {}

    def hear(self, event: str, sid: str, data: object, reply: Reply) -> None:
        """Carry out one message, and reply now or after the commit."""
        said = self._carried_out(event, sid, data, reply)
        if said is not None:
            reply(said)

    def _carried_out(
        self, event: str, sid: str, data: object, reply: Reply
    ) -> dict[str, Any] | None:
        received = self._hub.clock.now()
        visitor = self._visitors.get(sid)
        if visitor is None:
            return refusal("not_allowed")
        if not visitor.budget.spend(received):
            self._slow_down(visitor)
            return refusal("slow_down")
        message = self.hears.get(event)
        if message is None:
            return refusal("unknown_event")
        if visitor.role not in message.roles:
            return refusal("not_allowed")
        try:
            return message.handle(self, visitor, message.read(data), received, reply)
        except Rejected as rejected:
            return refusal(rejected.code)
        except Exception:
            log.exception("An event %s was not carried out", event, extra=_of(visitor))
            return refusal("failed")

    def _slow_down(self, visitor: Visitor) -> None:
        """Told to the log once for each socket: a flood must not fill it."""
        if not visitor.is_slowed:
            visitor.is_slowed = True
            text = "back-pressure: a socket of role %s sends more than its budget"
            log.info(text, visitor.role, extra=_of(visitor))

    def trigger_event(self, event: str, sid: str, *args: Any) -> None:
        """Let a client come or go, and count who is not let in."""
        try:
            super().trigger_event(event, sid, *args)
        except NotAdmitted as refused:
            self._hub.meter.refuse(refused.error_args["message"])
            raise

    def on_connect(self, sid: str, environ: Mapping[str, Any], auth: object = None) -> None:
        """Let in who the session entitles; the refusal's message is a code."""
        if not isinstance(auth, dict) or not isinstance(auth.get("contest"), str):
            raise NotAdmitted("no_such_contest")
        contest_id = auth["contest"]
        session = self._hub.session_of(environ)
        try:
            runner = self._hub.runner(contest_id)
            role, actor = self._admitted(session, runner)
        except Rejected as rejected:
            raise NotAdmitted(rejected.code) from rejected
        budget = Budget(self._hub.clock.now(), BURST, PER_SECOND)
        seated = role is Role.CONTESTANT
        number = actors.read_actor(actor)[1] if seated else 0
        visitor = Visitor(sid, runner, budget, role, actor, number)
        visitor.session = {} if seated else session
        visitor.secret = seat_held(session, contest_id)[1] if seated else ""
        self._visitors[sid] = visitor
        if seated:
            self._hub.rush.came()
        self._hub.server.enter_room(sid, visitor.room, namespace=self.name)
        self._stays(visitor)
        # After this handler, so that the client hears first that it is connected.
        self._hub.start_task(self._welcome, visitor)

    def on_disconnect(self, sid: str) -> None:
        """Forget the socket."""
        visitor = self._visitors.pop(sid, None)
        if visitor is not None:
            self._left(visitor)

    def review(self) -> None:
        """Turn out the consoles and projectors that would not be let in as they are any more.

        Who would still be let in, as somebody else, comes back by itself.
        """
        for visitor in list(self._visitors.values()):
            # One whose rights cannot be read just now is looked at again at the next review.
            with contextlib.suppress(Rejected):
                if visitor.role is not Role.CONTESTANT and not self._is_still(visitor):
                    self._send_away(visitor)

    def _is_still(self, visitor: Visitor) -> bool:
        try:
            admitted = self._admitted(visitor.session, visitor.runner)
        except NotAdmitted:
            return False
        return admitted == (visitor.role, visitor.actor)

    def actors(self, contest_id: str) -> set[str]:
        """Under which names people act now at the consoles and screens of a contest."""
        return {
            visitor.actor
            for visitor in list(self._visitors.values())
            if visitor.role is not Role.CONTESTANT and visitor.runner.id == contest_id
        }

    def roles(self) -> Counter[str]:
        """How many are in now by each role that may be."""
        found = Counter(dict.fromkeys(map(str, self.admits), 0))
        found.update(str(visitor.role) for visitor in list(self._visitors.values()))
        return found

    def clear(self, contest_id: str) -> None:
        """Turn everybody of a contest out; who may, comes back by itself."""
        for visitor in list(self._visitors.values()):
            if visitor.runner.id == contest_id:
                self._send_away(visitor)

    def _send_away(self, visitor: Visitor) -> None:
        self._visitors.pop(visitor.sid, None)
        self._hub.disconnect(visitor.sid, self.name)

    def _stays(self, visitor: Visitor) -> None:
        """Refuse a newcomer whose runner was closed or whose role ended meanwhile; it tries again.

        Raises:
            NotAdmitted: it was; from here on, `clear` and `review` would have found it.
        """
        with contextlib.suppress(Rejected):
            same = self._hub.runner(visitor.runner.id) is visitor.runner
            if same and (visitor.role is Role.CONTESTANT or self._is_still(visitor)):
                return
        self._visitors.pop(visitor.sid, None)
        raise NotAdmitted("failed")

    def _admitted(self, session: Mapping[str, Any], runner: Runner) -> tuple[Role, Actor]:
        """In which role the session comes in here, and as which actor; raises NotAdmitted."""
        found = self._hub.rights.actors(session, runner.id)
        entitled = found.keys() & self.admits
        if not entitled:
            raise NotAdmitted(self._turning_away(session, runner))
        role = foremost(entitled)
        return role, found[role]

    def _turning_away(self, session: Mapping[str, Any], runner: Runner) -> str:
        """The code that tells who is not let in why."""
        return self.turned_away

    def _welcome(self, visitor: Visitor) -> None:
        """Greet, or send away who cannot be shown the contest just now: it comes back by itself."""
        try:
            self._greet(visitor)
        except Rejected as refusal:
            log.info("A client could not be greeted: %s", refusal.code, extra=_of(visitor))
            self._send_away(visitor)

    def _greet(self, visitor: Visitor) -> None:
        if self._visitors.get(visitor.sid) is visitor:
            self._show(visitor)

    @abstractmethod
    def _show(self, visitor: Visitor) -> None:
        """Send all that this visitor may see now."""

    def _left(self, visitor: Visitor) -> None:
        """Nothing is kept of a console or a projector."""

    @message("clock", EVERYBODY, EmptyMessage, {"now": int}, "a sample of the server's clock")
    def _clock(
        self, visitor: Visitor, said: EmptyMessage, received: int, reply: Reply
    ) -> dict[str, Any]:
        visitor.trips.asked(received)
        return {"ok": True, "now": received}

    @message("resync", EVERYBODY, EmptyMessage, {"v": int}, "then all that comes on connection")
    def _resync(
        self, visitor: Visitor, said: EmptyMessage, received: int, reply: Reply
    ) -> dict[str, Any]:
        self._hub.start_task(self._welcome, visitor)
        return {"ok": True, "v": visitor.runner.contest.version}
