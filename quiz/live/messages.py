"""Messages, each declared once: its shape, who may send it, what is replied, and words about it.

Handlers, permissions and docs/protocol.md are all derived from these declarations.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import blake2b
from typing import Annotated, Any, TypeVar

import msgspec

from quiz.core.errors import Rejected
from quiz.declared_roles import declared
from quiz.service.people.roles import Roles

Handle = TypeVar("Handle", bound=Callable[..., dict[str, Any] | None])
Read = TypeVar("Read")
Id = Annotated[str, msgspec.Meta(min_length=8, max_length=64)]
"""The idempotency key of a message: the client makes it, and keeps it when it sends again."""
Fields = Mapping[str, object]
"""An object's fields with their types."""
RECEIPT: Fields = {"v": int, "at": int}
_MARK = "declared_message"


def idempotency_key(owner: object, id: str, said: object) -> str:
    """The key of what `owner` sends under an `id`: the same id with something else is another."""
    text = type(said).__name__.encode() + msgspec.json.encode(said)
    return f"{owner}:{blake2b(text, digest_size=6).hexdigest()}:{id}"


class EmptyMessage(msgspec.Struct, forbid_unknown_fields=True):
    """A message that says it all by its name."""


@dataclass(frozen=True, slots=True)
class Message:
    """An event that a namespace hears.

    `handle` takes the namespace, the visitor, what `read` makes of the data (in its `shape`),
    when it came, and the way to reply; the reply has `ok` and the fields `replied`.
    """

    event: str
    roles: Roles
    shape: type[msgspec.Struct]
    replied: Fields
    words: str
    handle: Callable[..., dict[str, Any] | None]
    read: Callable[[object], Any]


@dataclass(frozen=True, slots=True)
class Push:
    """An event that a namespace's clients are sent; `words` say when, and to whom if not to all.

    `shape` is a view's type, or an object's fields.
    """

    namespace: str
    event: str
    shape: object
    words: str


def message(
    event: str,
    roles: Roles,
    shape: type[msgspec.Struct],
    replied: Fields,
    words: str,
    read: Callable[[object], Any] | None = None,
) -> Callable[[Handle], Handle]:
    """Have the method below carry this event out for these roles, of those let in.

    Raises:
        Undeclared: no role may send it.
    """
    allowed, reads = declared(event, roles), read or reading(shape)

    def declare(handle: Handle) -> Handle:
        setattr(handle, _MARK, Message(event, allowed, shape, replied, words, handle, reads))
        return handle

    return declare


def messages_of(namespace: type) -> dict[str, Message]:
    """What the methods of a namespace declare, inherited ones included, by event."""
    methods = [getattr(namespace, name, None) for name in dir(namespace)]
    found = [getattr(method, _MARK) for method in methods if hasattr(method, _MARK)]
    return {each.event: each for each in sorted(found, key=lambda each: each.event)}


def read_message(shape: type[Read], data: object) -> Read:
    """The data in its declared shape; raises Rejected("bad_payload")."""
    try:
        return msgspec.convert(data, type=shape)
    except msgspec.ValidationError as error:
        raise Rejected("bad_payload", str(error)) from error


def reading(shape: type[Read]) -> Callable[[object], Read]:
    """Reads data in this shape, as `read_message` does."""
    return partial(read_message, shape)


def snake(name: str) -> str:
    """`CloseNow` as `close_now`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
