"""What clients may send: declared shapes, read strictly, made into commands of the core."""

import dataclasses
import re
from typing import Annotated, Any, TypeVar, get_type_hints

import msgspec

from quiz.core.errors import Rejected
from quiz.core.nouns import commands
from quiz.core.nouns.commands import Crowd
from quiz.core.nouns.model import Answer, Pool
from quiz.formats import FORMATS

Id = Annotated[str, msgspec.Meta(min_length=8, max_length=64)]


class EnterAnswerMessage(msgspec.Struct, forbid_unknown_fields=True):
    """`enter_answer`: a marshal enters a raised board for a phone that died."""

    id: Id
    number: int
    pool: Pool
    ordinal: int
    answer: Answer


class ActMessage(msgspec.Struct):
    """`act` from a console: which `act`, the `based_on` it names, and the act's own fields."""

    id: Id
    act: str


class EmptyMessage(msgspec.Struct, forbid_unknown_fields=True):
    """A message that says it all by its name."""


def snake(name: str) -> str:
    """`CloseNow` as `close_now`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


_OF_THE_SERVER = ("number", "by", "credit_ms")
"""Fields of a contestant's command that the server fills in: nobody says who they are."""
_BASES = (commands.Act, commands.Note)
_OF_CORE = [kind for kind in vars(commands).values() if isinstance(kind, type)]
_OF_FORMATS = [command for each in FORMATS.values() for command in each.commands]


def _crowd_message(name: str, command: type[Crowd]) -> type[msgspec.Struct]:
    """What a phone sends to have this command carried out.

    Every field must be there; `lowest` in a field's metadata is the least it may be.
    """
    hints = get_type_hints(command)
    fields: list[tuple[str, Any]] = [("id", Id)]
    for one in dataclasses.fields(command):  # type: ignore[arg-type]
        kind = hints[one.name]
        if "lowest" in one.metadata:
            kind = Annotated[kind, msgspec.Meta(ge=one.metadata["lowest"])]
        if one.name not in _OF_THE_SERVER:
            fields.append((one.name, kind))
    title = f"{name.title().replace('_', '')}Message"
    shape = msgspec.defstruct(title, fields, module=__name__, forbid_unknown_fields=True)
    shape.__doc__ = f"`{name}` from a phone; `id` stays the same when it is sent again."
    return shape


def is_credited(command: type[Crowd]) -> bool:
    """Whether the way to the phone counts for it."""
    return any(one.name == "credit_ms" for one in dataclasses.fields(command))  # type: ignore[arg-type]


CROWD: dict[str, tuple[type[Crowd], type[msgspec.Struct]]] = {
    name: (command, _crowd_message(name, command))
    for name, command in [
        ("answer", commands.SubmitAnswer),
        *((snake(kind.__name__), kind) for kind in _OF_FORMATS if issubclass(kind, Crowd)),
    ]
}
"""What phones may send: by the message's name the command and the shape in which it comes."""
ACTS: dict[str, type[commands.Act | commands.Note]] = {
    snake(kind.__name__): kind
    for kind in sorted((*_OF_CORE, *_OF_FORMATS), key=lambda kind: kind.__name__)
    if issubclass(kind, _BASES) and kind not in _BASES
}


M = TypeVar("M")


def read_message(shape: type[M], data: object) -> M:
    """The data in its declared shape; raises Rejected("bad_payload")."""
    try:
        return msgspec.convert(data, type=shape)
    except msgspec.ValidationError as error:
        raise Rejected("bad_payload", str(error)) from error


def read_act(data: object) -> tuple[str, commands.Act | commands.Note]:
    """The id and the command of an `act`; raises Rejected: bad_payload, unknown_event."""
    message = read_message(ActMessage, data)
    shape = ACTS.get(message.act)
    if shape is None:
        raise Rejected("unknown_event", message.act)
    assert isinstance(data, dict)
    fields = {field.name for field in dataclasses.fields(shape)}
    if not data.keys() <= fields | {"id", "act"}:
        raise Rejected("bad_payload", "unknown field")
    return message.id, read_message(shape, {name: data[name] for name in fields if name in data})
