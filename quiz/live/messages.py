"""What clients may send: declared shapes, read strictly, made into commands of the core."""

import dataclasses
import re
from typing import Annotated, TypeVar

import msgspec

from quiz.core import commands
from quiz.core.errors import Rejected
from quiz.core.model import Answer, Pool

Id = Annotated[str, msgspec.Meta(min_length=8, max_length=64)]


class AnswerMessage(msgspec.Struct, forbid_unknown_fields=True):
    """`answer` from a phone; `id` stays the same when it is sent again."""

    id: Id
    pool: Pool
    ordinal: int
    answer: Answer


class BuzzMessage(msgspec.Struct, forbid_unknown_fields=True):
    """`buzz` from a phone; `id` stays the same when it is sent again.

    `opens_at` is `BuzzerView.opens_at` as the phone knew it.
    """

    id: Id
    pool: Pool
    ordinal: int
    opens_at: Annotated[int, msgspec.Meta(ge=1)]


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


ACTS: dict[str, type[commands.Act]] = {
    snake(act.__name__): act
    for act in sorted(commands.Act.__subclasses__(), key=lambda a: a.__name__)
}


M = TypeVar("M")


def read(shape: type[M], data: object) -> M:
    """The data in its declared shape; raises Rejected("bad_payload")."""
    try:
        return msgspec.convert(data, type=shape)
    except msgspec.ValidationError as error:
        raise Rejected("bad_payload", str(error)) from error


def read_act(data: object) -> tuple[str, commands.Act]:
    """The id and the command of an `act`; raises Rejected: bad_payload, unknown_event."""
    message = read(ActMessage, data)
    shape = ACTS.get(message.act)
    if shape is None:
        raise Rejected("unknown_event", message.act)
    assert isinstance(data, dict)
    fields = {field.name for field in dataclasses.fields(shape)}
    if not data.keys() <= fields | {"id", "act"}:
        raise Rejected("bad_payload", "unknown field")
    return message.id, read(shape, {name: data[name] for name in fields if name in data})
