"""Reading a round's settings, plain data, into a format's own dataclass."""

from collections.abc import Mapping
from typing import Any, TypeVar

from quiz.core.errors import Rejected
from quiz.core.nouns.settings import Chain, Declared, Items, declared, fits
from quiz.core.nouns.state import AskingSettings

S = TypeVar("S", bound=AskingSettings)
_MEASURED_NOTHING = ("survived", "reserve")
"""Criteria that a plan might once name in any format; most of them have nothing to measure."""


def read_settings(kind: type[S], values: Mapping[str, object]) -> S:
    """`values` as a `kind`; missing ones take the default.

    Raises Rejected("bad_settings") naming the field.
    """
    known = declared(kind)
    criteria = (*kind.criteria, "draw", *_MEASURED_NOTHING)
    for name, value in values.items():
        if name not in known or not fits(known[name], value, criteria):
            raise Rejected("bad_settings", name)
    return kind(**{name: _made(known[name], value, kind) for name, value in values.items()})


def _made(setting: Declared, value: Any, kind: type[AskingSettings]) -> Any:
    match setting:
        case Chain():
            return tuple(name for name in value if name in kind.criteria or name == "draw")
        case Items():
            return _items(setting.of, value)
    return value


def _items(of: type, value: Any) -> tuple[Any, ...]:
    try:
        return tuple(of(**item) if isinstance(item, Mapping) else item for item in value)
    except TypeError as error:
        raise Rejected("bad_settings", str(error)) from error
