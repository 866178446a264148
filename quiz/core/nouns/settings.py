"""What a setting of a round is, declared once at its field: type, bounds, choices, default, group.

The reader, the form of a new contest and the plan it makes follow from the declaration. A group
names what the form asks together; a setting without one is not asked for and keeps its default.
"""

from collections.abc import Container, Iterable, Mapping
from dataclasses import MISSING, dataclass, field, fields
from typing import Any, TypeVar

T = TypeVar("T")
_KEY = "setting"
MOST = 100_000
"""The largest number a plan may hold.

What may be chosen for a new contest is bounded by the form; a plan made when other bounds held
is read as it is.
"""


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number; who makes a new contest may choose from `lowest` to `highest`.

    `when` names another setting and those values of it with which this one counts.
    """

    group: str
    lowest: int
    highest: int
    when: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of these values."""

    group: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off."""

    group: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Criteria of ranking, the strongest first; `offered` are the orders to choose from."""

    group: str
    offered: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Items:
    """Several things of one kind, at most so many; each field of `of` is declared likewise."""

    group: str
    of: type
    most: int


Declared = Whole | Choice | Switch | Chain | Items


def whole(
    default: int, lowest: int, highest: int, *, group: str = "", when: Iterable[str] = ()
) -> int:
    """A field that is a whole number."""
    return _field(default, Whole(group, lowest, highest, tuple(when)))


def choice(default: str, *others: str, group: str = "") -> str:
    """A field that is one of these."""
    return _field(default, Choice(group, (default, *others)))


def switch(default: bool, *, group: str = "") -> bool:
    """A field that is on or off."""
    return _field(default, Switch(group))


def chain(default: str, *others: str, group: str = "") -> tuple[str, ...]:
    """A field that is an order of criteria, each written as `points,time,draw`."""
    offered = tuple(tuple(each.split(",")) for each in (default, *others))
    return _field(offered[0], Chain(group, offered))


def items(default: tuple[T, ...], of: type[T], *, most: int, group: str = "") -> tuple[T, ...]:
    """A field that holds several things of one kind."""
    return _field(default, Items(group, of, most))


def _field(default: T, declared: Declared) -> T:
    return field(default=default, metadata={_KEY: declared})


def declared(kind: type) -> Mapping[str, Declared]:
    """The settings of a class, by name."""
    return {each.name: each.metadata[_KEY] for each in fields(kind)}


def defaults(kind: type) -> Mapping[str, Any]:
    """The value of every setting that is not set otherwise."""
    return {each.name: each.default for each in fields(kind) if each.default is not MISSING}


def fits(setting: Declared, value: Any, criteria: Container[object] = ()) -> bool:
    """Whether a plan may hold this value; a chain is of `criteria`, what is in items is theirs."""
    match setting:
        case Choice():
            return value in setting.values
        case Switch():
            return isinstance(value, bool)
        case Chain():
            several = isinstance(value, list | tuple) and bool(value)
            return several and all(name in criteria for name in value)
        case Items():
            return isinstance(value, list | tuple)
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST
