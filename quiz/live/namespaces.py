"""The three namespaces: a handler builds a command and returns its receipt."""

from collections.abc import Callable
from functools import partial
from typing import Any

import msgspec

from quiz.core.nouns.commands import Command, SubmitAnswer
from quiz.live import messages
from quiz.live.declaring import Message, message
from quiz.live.namespace import Namespace, outcome, receipt
from quiz.live.visitors import Visitor
from quiz.service.people.roles import CONTESTANTS, HOSTING, READING, SCREENS, Roles
from quiz.transport.listener import Reply


class PhoneNamespace(Namespace):
    """Phones: a seat in the session lets in."""

    name = "/play"
    admits = CONTESTANTS
    turned_away = "no_seat"

    def _greet(self, visitor: Visitor) -> None:
        if self._visitors.get(visitor.sid) is not visitor:
            return
        publisher = self._hub.publisher(visitor.hall)
        before = publisher.phones.enter(visitor)
        if before is not None and before is not visitor:
            self._turn_out(before)
        publisher.touch()
        publisher.welcome(visitor)

    def _turn_out(self, visitor: Visitor) -> None:
        self._hub.emit("taken_over", {}, to=visitor.sid, namespace=self.name)
        self._send_away(visitor)

    def _left(self, visitor: Visitor) -> None:
        publisher = self._hub.publisher(visitor.hall)
        publisher.phones.leave(visitor)
        publisher.touch()


def _hear(
    command: Callable[..., Command],
    credited: bool,
    shape: type[msgspec.Struct],
    namespace: PhoneNamespace,
    visitor: Visitor,
    data: object,
    received: int,
    reply: Reply,
) -> None:
    """Have a phone's command carried out: whose it is and its credit the server knows."""
    said = msgspec.structs.asdict(messages.read_message(shape, data))
    own_id = said.pop("id")
    if credited:
        said["credit_ms"] = visitor.trips.one_way_ms
    _hand_in(visitor, command(number=visitor.number, **said), own_id, received, reply)


PhoneNamespace.hears |= {
    name: Message(name, CONTESTANTS, partial(_hear, command, messages.is_credited(command), shape))
    for name, (command, shape) in messages.CROWD.items()
}


def _hand_in(visitor: Visitor, command: Command, id: str, received: int, reply: Reply) -> None:
    """Have a phone's command carried out; the writer replies.

    A phone's ids are its own: it can neither use up nor read another's receipt.
    """
    own = f"{visitor.number}:{id}"
    visitor.hall.hand_in(command, own, received, visitor.actor, lambda given: reply(outcome(given)))


class HostNamespace(Namespace):
    """Consoles, and prompters, which only listen: a host's account or a grant lets in."""

    name = "/host"
    admits = READING

    @message("act", HOSTING)
    def _act(self, visitor: Visitor, data: object, received: int, reply: Reply) -> dict[str, Any]:
        command_id, command = messages.read_act(data)
        return _done(visitor, command, command_id, received)

    @message("enter_answer", HOSTING)
    def _enter_answer(
        self, visitor: Visitor, data: object, received: int, reply: Reply
    ) -> dict[str, Any]:
        message = messages.read_message(messages.EnterAnswerMessage, data)
        command = SubmitAnswer(
            message.number, message.pool, message.ordinal, message.answer, by="marshal"
        )
        return _done(visitor, command, message.id, received)


def _done(visitor: Visitor, command: Command, id: str, received: int) -> dict[str, Any]:
    """Carry out a console's command; an account's ids are its own, as a phone's are."""
    own = f"{visitor.actor}:{id}"
    return receipt(visitor.hall.submit(command, own, received, visitor.actor))


class ProjectorNamespace(Namespace):
    """Projectors: a host's session, or one that came by a link."""

    name = "/projector"
    admits = SCREENS


NAMESPACES: tuple[type[Namespace], ...] = (PhoneNamespace, HostNamespace, ProjectorNamespace)


def events() -> dict[str, dict[str, Roles]]:
    """Who may connect and who may send what, by namespace and event."""
    return {
        namespace.name: {
            "connect": namespace.admits,
            **{event: each.roles & namespace.admits for event, each in namespace.hears.items()},
        }
        for namespace in NAMESPACES
    }
