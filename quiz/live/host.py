"""Consoles, and prompters beside them, which only listen: what they send, and what they are sent.

A host's account lets in, or a grant.
"""

import dataclasses
from typing import Any

import msgspec

from quiz.core.engine.corrections import asked_at
from quiz.core.errors import Rejected
from quiz.core.nouns import commands
from quiz.core.nouns.commands import Command, SubmitAnswer
from quiz.core.nouns.console_shapes import (
    AskedView,
    FloodView,
    HostView,
    LogView,
    NotesView,
    PresenceView,
    PreviewView,
    PrompterView,
    RosterView,
    TroubleView,
)
from quiz.core.nouns.model import Answer, Pool
from quiz.core.nouns.shapes import Counts
from quiz.core.views.asked import asked_view
from quiz.core.views.previewing import preview
from quiz.declared_roles import HOSTING, READING
from quiz.formats import ENGINE, FORMATS
from quiz.live.hub import PLACE_FIELDS, SEAT_PATH
from quiz.live.messages import RECEIPT, Id, Push, idempotency_key, message, read_message, snake
from quiz.live.namespace import Namespace, receipt
from quiz.live.visitors import Visitor
from quiz.transport.messages.listener import Reply

HOST = "/host"
STILL_MS = 600
"""A step pressed sooner after a change was meant for what was on the screen before it."""
VIEW = Push(
    HOST,
    "view",
    HostView | PrompterView,
    "on connection and after every act; the latter to prompters",
)
COUNTS = Push(HOST, "counts", Counts, "at most four times a second")
ROSTER = Push(
    HOST,
    "roster",
    RosterView,
    "whole on every connection, then at most once a second what changed; not to prompters",
)
LOG = Push(
    HOST,
    "log",
    LogView,
    "whole on every connection, then before the view what changed; not to prompters",
)
PRESENCE = Push(
    HOST,
    "presence",
    PresenceView,
    "whole on every connection, then at most once a second who went and came; not to prompters",
)
FLOOD = Push(
    HOST,
    "flood",
    FloodView,
    "on every connection, then at most once a second when it changed; not to prompters",
)
NOTES = Push(
    HOST, "notes", NotesView, "all on connection, then those that are new; not to prompters"
)
TROUBLE = Push(HOST, "trouble", TroubleView, "on connection and when it changed; not to prompters")
PLACE = Push(HOST, "place", PLACE_FIELDS, "on connection, and when the way in is another")


class ActMessage(msgspec.Struct):
    """`act` from a console: which `act`, the `based_on` it names, and the act's own fields."""

    id: Id
    act: str


class EnterAnswerMessage(msgspec.Struct, forbid_unknown_fields=True):
    """`enter_answer`: a marshal enters a raised board for a phone that died."""

    id: Id
    number: int
    pool: Pool
    ordinal: int
    answer: Answer
    asked: int = 0


class LookUpMessage(msgspec.Struct, forbid_unknown_fields=True):
    """`look_up`: the question at a place of a round's log, both counted from 0."""

    id: Id
    round: int
    entry: int


class RemoveUnseenMessage(msgspec.Struct, forbid_unknown_fields=True):
    """`remove_unseen`: `remove_joined` for those alone who never had a phone connected."""

    id: Id
    based_on: int
    first: int


class SeatMessage(msgspec.Struct, forbid_unknown_fields=True):
    """`reopen_seat`, `seat_code` and `close_seat`: the code that opens this contestant's seat."""

    id: Id
    number: int


_BASES = (commands.Act, commands.Note)
_OF_CORE = [kind for kind in vars(commands).values() if isinstance(kind, type)]
_OF_FORMATS = [command for each in FORMATS.values() for command in each.commands]
ACTS: dict[str, type[commands.Act | commands.Note]] = {
    snake(kind.__name__): kind
    for kind in sorted((*_OF_CORE, *_OF_FORMATS), key=lambda kind: kind.__name__)
    if issubclass(kind, _BASES) and kind not in _BASES
}


def read_act(data: object) -> tuple[str, Command]:
    """The id and the command of an `act`; raises Rejected: bad_payload, unknown_event."""
    said = read_message(ActMessage, data)
    shape = ACTS.get(said.act)
    if shape is None:
        raise Rejected("unknown_event", said.act)
    assert isinstance(data, dict)
    fields = {field.name for field in dataclasses.fields(shape)}
    if not data.keys() <= fields | {"id", "act"}:
        raise Rejected("bad_payload", "unknown field")
    return said.id, read_message(shape, {name: data[name] for name in fields if name in data})


def read_preview(data: object) -> commands.Act:
    """The act of a `preview`; raises Rejected: bad_payload, unknown_event."""
    _, command = read_act(data)
    if not isinstance(command, commands.Act):
        raise Rejected("unknown_event")
    return command


class HostNamespace(Namespace):
    """Consoles act; prompters only look."""

    name = HOST
    admits = READING
    pushes = (VIEW, COUNTS, ROSTER, LOG, PRESENCE, FLOOD, NOTES, TROUBLE, PLACE)

    @message(
        "act",
        HOSTING,
        ActMessage,
        RECEIPT,
        "after the commit; the act's own fields stand beside those of the message",
        read_act,
    )
    def _act(
        self, visitor: Visitor, said: tuple[str, Command], received: int, reply: Reply
    ) -> dict[str, Any]:
        command_id, command = said
        is_step = isinstance(command, commands.Act) and command.is_step
        return _done(visitor, command, command_id, received, STILL_MS if is_step else 0)

    @message(
        "preview",
        HOSTING,
        ActMessage,
        {"preview": PreviewView},
        "with what the `act` of the same fields would change; nothing is done",
        read_preview,
    )
    def _preview(
        self, visitor: Visitor, said: commands.Act, received: int, reply: Reply
    ) -> dict[str, Any]:
        return {"ok": True, "preview": preview(ENGINE, visitor.runner.contest, said, received)}

    @message(
        "look_up",
        HOSTING,
        LookUpMessage,
        {"asked": AskedView},
        "with the key of a question asked before and what was answered",
    )
    def _look_up(
        self, visitor: Visitor, said: LookUpMessage, received: int, reply: Reply
    ) -> dict[str, Any]:
        asked = asked_at(visitor.runner.contest, said.round, said.entry)
        return {"ok": True, "asked": asked_view(asked)}

    @message("enter_answer", HOSTING, EnterAnswerMessage, RECEIPT, "after the commit")
    def _enter_answer(
        self, visitor: Visitor, said: EnterAnswerMessage, received: int, reply: Reply
    ) -> dict[str, Any]:
        command = SubmitAnswer(
            said.number, said.pool, said.ordinal, said.answer, by="marshal", asked=said.asked
        )
        return _done(visitor, command, said.id, received)

    @message("remove_unseen", HOSTING, RemoveUnseenMessage, RECEIPT, "after the commit")
    def _remove_unseen(
        self, visitor: Visitor, said: RemoveUnseenMessage, received: int, reply: Reply
    ) -> dict[str, Any]:
        unseen = self._hub.publisher(visitor.runner).attendance.unseen(said.first)
        if not unseen:
            raise Rejected("no_such_contestant")
        command = commands.RemoveJoined(said.based_on, said.first, unseen)
        return _done(visitor, command, said.id, received)

    @message(
        "reopen_seat",
        HOSTING,
        SeatMessage,
        {"link": str, "qr": str, "digits": str, "expires_at": int},
        "with a new code that opens this seat on another device, once",
    )
    def _reopen_seat(
        self, visitor: Visitor, said: SeatMessage, received: int, reply: Reply
    ) -> dict[str, Any]:
        if said.number not in visitor.runner.contest.contestants:
            raise Rejected("no_such_contestant")
        made = self._hub.reopening.make(visitor.runner.id, said.number, visitor.actor)
        return {
            "ok": True,
            "link": self._hub.seat_link(made.token),
            "qr": f"{SEAT_PATH}{made.token}.svg",
            "digits": made.digits,
            "expires_at": made.expires_at,
        }

    @message("close_seat", HOSTING, SeatMessage, {}, "once its code opens nothing any more")
    def _close_seat(
        self, visitor: Visitor, said: SeatMessage, received: int, reply: Reply
    ) -> dict[str, Any]:
        self._hub.reopening.take_back(visitor.runner.id, said.number)
        return {"ok": True}

    @message(
        "seat_code",
        HOSTING,
        SeatMessage,
        {"state": str},
        "with what became of the newest code of this seat: `waiting`, `opened` or `over`",
    )
    def _seat_code(
        self, visitor: Visitor, said: SeatMessage, received: int, reply: Reply
    ) -> dict[str, Any]:
        return {"ok": True, "state": self._hub.reopening.became(visitor.runner.id, said.number)}

    def _show(self, visitor: Visitor) -> None:
        self._hub.emit(PLACE, self._hub.place(visitor.runner.id), to=visitor.sid)
        self._hub.publisher(visitor.runner).show_console(visitor)


def _done(
    visitor: Visitor, command: Command, id: str, received: int, still_ms: int = 0
) -> dict[str, Any]:
    """Carry out a console's command; an account's idempotency keys are its own too."""
    # What a console saw when it pressed is no part of what it asks for.
    asked = command
    if isinstance(command, commands.Act | commands.Note):
        asked = dataclasses.replace(command, based_on=0)
    own = idempotency_key(visitor.actor, id, asked)
    return receipt(visitor.runner.submit(command, own, received, visitor.actor, still_ms))
