"""Reading a round's settings, plain data, into a format's own dataclass."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, TypeVar

from quiz.core.errors import Rejected
from quiz.core.ranking import CRITERIA

S = TypeVar("S")


def read(
    kind: type[S],
    values: Mapping[str, object],
    words: Mapping[str, tuple[str, ...]],
    parts: Mapping[str, type],
) -> S:
    """`values` as a `kind`; missing ones take the default.

    `words` lists the values allowed for a field, `parts` the class of a list's items. Raises
    Rejected("bad_settings") naming the field.
    """
    defaults = {f.name: f.default for f in fields(kind) if f.default is not MISSING}  # type: ignore[arg-type]
    for name, value in values.items():
        if name not in defaults or not _fits(name, value, defaults[name], words):
            raise Rejected("bad_settings", name)
    made = {name: _made(value, parts.get(name)) for name, value in values.items()}
    return kind(**made)


def _fits(name: str, value: object, default: object, words: Mapping[str, tuple[str, ...]]) -> bool:
    if name in words:
        return value in words[name]
    if name == "chain":
        return isinstance(value, list | tuple) and bool(value) and set(value) <= set(CRITERIA)
    if isinstance(default, tuple):
        return isinstance(value, list | tuple)
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(value, bool) and isinstance(default, bool)
    return isinstance(value, int) and 0 <= value <= 100_000


def _made(value: Any, part: type | None) -> Any:
    if not isinstance(value, list | tuple):
        return value
    try:
        return tuple(part(**item) if part and isinstance(item, Mapping) else item for item in value)
    except TypeError as error:
        raise Rejected("bad_settings", str(error)) from error
