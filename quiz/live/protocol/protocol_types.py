"""`static/js/shared/protocol.d.ts`: the declared shapes and messages as the scripts' types."""

import dataclasses
import re
import types
import typing
from collections.abc import Mapping
from enum import Enum

from quiz.live.host import ACTS
from quiz.live.namespaces import NAMESPACES
from quiz.live.protocol import declared_shapes

_HEAD = """// Written by `python3 run.py protocol` from the shapes declared in the code; no edits.
// docs/protocol.md tells what they mean and when they are sent.
"""
_NAMES = {"str": "string", "int": "number", "bool": "boolean"}


def document() -> str:
    """The whole file."""
    parts = [_HEAD, *(_union(one) for one in declared_shapes.words())]
    shapes = [*declared_shapes.of_clients(), *declared_shapes.of_server()]
    return "\n".join(
        [*parts, *(_interface(one) for one in shapes), _pushes(), _messages(), _acts()]
    )


def _union(words: type[Enum]) -> str:
    values = " | ".join(f'"{word.value}"' for word in words)
    return f"export type {words.__name__} = {values};\n"


def _interface(shape: type) -> str:
    fields = [f"  {name}: {_type(hint)};" for name, hint in typing.get_type_hints(shape).items()]
    text = re.sub(r"\s*\n\s*", " ", (shape.__doc__ or "").strip())
    body = "\n".join(["{", *fields, "}"]) if fields else "{}"
    return f"/** {text} */\nexport interface {shape.__name__} {body}\n"


def _pushes() -> str:
    rows = {
        namespace.name: {each.event: each.shape for each in namespace.pushes}
        for namespace in NAMESPACES
    }
    return _by_namespace("What the server sends, by namespace and event.", "Pushes", rows)


def _messages() -> str:
    rows = {
        namespace.name: {
            event: {"sent": each.shape, "replied": each.replied}
            for event, each in namespace.hears.items()
        }
        for namespace in NAMESPACES
    }
    text = "What clients send, by namespace and event, and what is replied beside `ok`."
    return _by_namespace(text, "Messages", rows)


def _by_namespace(text: str, name: str, rows: Mapping[str, object]) -> str:
    lines = [f'  "{namespace}": {_object(events)};' for namespace, events in rows.items()]
    return "\n".join([f"/** {text} */", f"export interface {name} {{", *lines, "}\n"])


def _object(shape: object) -> str:
    if not isinstance(shape, Mapping):
        return _type(shape)
    fields = "; ".join(f"{name}: {_object(kind)}" for name, kind in shape.items())
    return f"{{ {fields} }}" if fields else "{}"


def _acts() -> str:
    lines = [f"  {name}: {_fields(act)};" for name, act in ACTS.items()]
    text = "/** The acts of a host, and the fields of each. */"
    return "\n".join([text, "export interface Acts {", *lines, "}\n"])


def _fields(act: type) -> str:
    """Of an act, without the version that it is based on; those with a default may be left out."""
    hints = typing.get_type_hints(act)
    fields = [
        f"{one.name}{'' if _is_needed(one) else '?'}: {_type(hints[one.name])}"
        for one in dataclasses.fields(act)
        if one.name != "based_on"
    ]
    return f"{{ {'; '.join(fields)} }}" if fields else "{}"


def _is_needed(field: dataclasses.Field[object]) -> bool:
    missing = dataclasses.MISSING
    return field.default is missing and field.default_factory is missing


def _type(hint: object) -> str:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint is type(None):
        return "null"
    if origin in (typing.Union, types.UnionType):
        return " | ".join(_type(one) for one in arguments)
    if origin is tuple and arguments[-1] is Ellipsis:
        return f"{_several(_type(arguments[0]))}[]"
    if origin is tuple:
        return f"[{', '.join(_type(one) for one in arguments)}]"
    if origin is not None and issubclass(origin, Mapping):
        return "Record<string, unknown>"
    name = getattr(hint, "__name__", str(hint))
    return _NAMES.get(name, name)


def _several(one: str) -> str:
    return f"({one})" if "|" in one else one
