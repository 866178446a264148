"""Phones: who has a seat comes in; what they send becomes commands, and what they are sent."""

import dataclasses
from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated, Any, get_type_hints

import msgspec

from quiz.core.nouns.commands import Command, Crowd, SubmitAnswer
from quiz.core.nouns.shapes import MyAnswer, PhoneView, SeatView
from quiz.core.views.seats import was_reopened
from quiz.declared_roles import CONTESTANTS
from quiz.formats import FORMATS
from quiz.live.messages import RECEIPT, Id, Message, Push, idempotency_key, reading, snake
from quiz.live.namespace import Namespace, outcome
from quiz.live.visitors import Visitor
from quiz.service.contests.running.runner import Runner
from quiz.transport.messages.listener import Reply

PLAY = "/play"
SEAT_MOVED = "seat_moved"
WELCOME = Push(
    PLAY,
    "welcome",
    {"view": PhoneView, "seat": SeatView, "answer": MyAnswer | None},
    "on every connection and after `resync`",
)
VIEW = Push(PLAY, "view", PhoneView, "after every act that changes it")
SEAT = Push(PLAY, "seat", SeatView, "when it changed")
COME_BACK = Push(
    PLAY,
    "come_back",
    {"back_within_ms": int},
    "when the server is about to stop: phones come back spread over so many ms",
)
TAKEN_OVER = Push(
    PLAY, "taken_over", {}, "when another device took the seat: this connection is closed"
)

_OF_THE_SERVER = ("number", "by", "credit_ms")
"""Fields of a contestant's command that the server fills in: nobody says who they are."""


def _shape(name: str, command: type[Crowd]) -> type[msgspec.Struct]:
    """What a phone sends to have this command carried out.

    Every field must be there but an `optional` one; `lowest` in a field's metadata is the least it
    may be.
    """
    hints = get_type_hints(command)
    fields: list[Any] = [("id", Id)]
    for one in dataclasses.fields(command):  # type: ignore[arg-type]
        kind = hints[one.name]
        if "lowest" in one.metadata:
            kind = Annotated[kind, msgspec.Meta(ge=one.metadata["lowest"])]
        if one.name not in _OF_THE_SERVER:
            is_optional = "optional" in one.metadata
            fields.append((one.name, kind, one.default) if is_optional else (one.name, kind))
    title = f"{name.title().replace('_', '')}Message"
    shape = msgspec.defstruct(title, fields, module=__name__, forbid_unknown_fields=True)
    shape.__doc__ = f"`{name}` from a phone; `id` stays the same when it is sent again."
    return shape


def is_credited(command: type[Crowd]) -> bool:
    """Whether the way to the phone counts for it."""
    return any(one.name == "credit_ms" for one in dataclasses.fields(command))  # type: ignore[arg-type]


def _carry_out(
    command: Callable[..., Command],
    credited: bool,
    namespace: Namespace,
    visitor: Visitor,
    said: msgspec.Struct,
    received: int,
    reply: Reply,
) -> None:
    """Have a phone's command carried out: whose it is and its credit the server knows.

    The writer replies. A phone's idempotency keys are its own: it can neither use up nor read
    another's receipt.
    """
    fields = msgspec.structs.asdict(said)
    own_id = fields.pop("id")
    if credited:
        fields["credit_ms"] = visitor.trips.one_way_ms
    visitor.runner.hand_in(
        command(number=visitor.number, **fields),
        idempotency_key(visitor.number, own_id, said),
        received,
        visitor.actor,
        lambda given: reply(outcome(given)),
    )


def _message(name: str, command: type[Crowd]) -> Message:
    shape, carry_out = _shape(name, command), partial(_carry_out, command, is_credited(command))
    return Message(name, CONTESTANTS, shape, RECEIPT, "after the commit", carry_out, reading(shape))


_OF_FORMATS = [command for each in FORMATS.values() for command in each.commands]
CROWD: dict[str, type[Crowd]] = {
    "answer": SubmitAnswer,
    **{snake(kind.__name__): kind for kind in _OF_FORMATS if issubclass(kind, Crowd)},
}
"""The commands that phones may send, by the message's name."""


def _is_seated(visitor: Visitor) -> bool:
    """Whether the seat is still this phone's: it may have been opened on another meanwhile.

    Who was taken out is no matter of this.
    """
    contest = visitor.runner.contest
    return not was_reopened(contest, visitor.number, visitor.secret)


class PhoneNamespace(Namespace):
    """Phones: a seat in the session lets in, and has one phone at a time."""

    name = PLAY
    admits = CONTESTANTS
    turned_away = "no_seat"
    pushes = (WELCOME, VIEW, SEAT, COME_BACK, TAKEN_OVER)
    own_messages = tuple(_message(name, command) for name, command in CROWD.items())

    def _turning_away(self, session: Mapping[str, Any], runner: Runner) -> str:
        """Whose seat was opened on another device is told that."""
        moved = self._hub.rights.seat_before(session, runner.id)
        return SEAT_MOVED if moved else self.turned_away

    def _show(self, visitor: Visitor) -> None:
        publisher = self._hub.publisher(visitor.runner)
        if not _is_seated(visitor):
            # It comes back by itself, and is told then where its seat went.
            self._send_away(visitor)
            return
        before = publisher.phones.enter(visitor)
        if before is not None and before is not visitor:
            self._turn_out(before)
        publisher.touch()
        publisher.welcome(visitor)

    def _turn_out(self, visitor: Visitor) -> None:
        self._hub.emit(TAKEN_OVER, {}, to=visitor.sid)
        self._send_away(visitor)

    def _left(self, visitor: Visitor) -> None:
        publisher = self._hub.publisher(visitor.runner)
        publisher.phones.leave(visitor)
        publisher.touch()
