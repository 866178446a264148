"""Messages declared where they are handled: the event's name, and the roles it is heard from."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from quiz.entrances import declared
from quiz.service.people.roles import Roles

Handle = TypeVar("Handle", bound=Callable[..., dict[str, Any] | None])
_MARK = "declared_message"


@dataclass(frozen=True, slots=True)
class Message:
    """An event that a namespace hears; `handle` takes the namespace, then what a Handler takes."""

    event: str
    roles: Roles
    handle: Callable[..., dict[str, Any] | None]


def message(event: str, roles: Roles) -> Callable[[Handle], Handle]:
    """Have the method below carry this event out for these roles, of those let in.

    Raises:
        Undeclared: no role may send it.
    """
    allowed = declared(event, roles)

    def declare(handle: Handle) -> Handle:
        setattr(handle, _MARK, Message(event, allowed, handle))
        return handle

    return declare


def messages_of(namespace: type) -> dict[str, Message]:
    """What the methods of a namespace declare, inherited ones included, by event."""
    methods = [getattr(namespace, name) for name in dir(namespace)]
    found = [getattr(method, _MARK) for method in methods if hasattr(method, _MARK)]
    return {each.event: each for each in sorted(found, key=lambda each: each.event)}
