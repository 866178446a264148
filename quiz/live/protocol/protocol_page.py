"""`docs/protocol.md`, written from the declared messages; a test fails when it is stale."""

import dataclasses
import re
import types
import typing
from collections.abc import Mapping
from enum import Enum

from quiz.formats import FORMATS
from quiz.live.host import ACTS
from quiz.live.namespace import Namespace
from quiz.live.namespaces import NAMESPACES, events
from quiz.live.protocol import declared_shapes
from quiz.service.people.roles import Role, Roles

REFUSALS = {
    "already_accepted": "the answer is accepted already",
    "bad_answer": "not an answer to this kind of question",
    "bad_name": "a name has 1 to 40 visible characters",
    "bad_payload": "the message has another shape than the one declared here",
    "bad_reason": "a correction needs a reason",
    "bad_settings": "the act's numbers or words are not among those possible",
    "bad_team": "no such team",
    "contest_full": "as many are in as the plan, or the server, has room for",
    "failed": "a mistake of the server; it is in its log",
    "no_change": "the answer (or what else was sent or judged) is recorded and may not be changed",
    "no_such_contest": "no such contest",
    "no_such_contestant": "no such contestant",
    "no_such_judgement": "nothing was judged aloud there, or it counts so already",
    "no_such_question": "no such question, or its pool is used up",
    "nobody_joined": "a round needs contestants",
    "not_allowed": "the session does not entitle to this",
    "not_now": "not at this point of the contest",
    "not_on_floor": "the contestant may not answer this question",
    "nothing_to_undo": "nothing to undo",
    "room_locked": "the room is closed to newcomers",
    "slow_down": "too many messages from this socket",
    "stale": "the contest has moved on since the version in `based_on`",
    "storage_failed": "the answer could not be stored; send it again",
    "team_in_use": "somebody is in a team that the plan would be without",
    "too_early": "the clock has not started",
    "too_late": "the deadline has passed",
    "too_soon": "a step within 0.6 s of a change was meant for what was there before it",
    "unknown_event": "no such event or act",
    **{code: text for each in FORMATS.values() for code, text in each.refusals.items()},
}
"""Every code a socket may answer with."""

CONNECTION = {
    "no_seat": "the session holds no seat in this contest",
    "seat_moved": "the seat that the session held was opened on another device",
    "not_allowed": REFUSALS["not_allowed"],
    "no_such_contest": REFUSALS["no_such_contest"],
    "storage_failed": "the contest could not be read",
    "unreadable": "this version of the program cannot replay the contest's journal",
    "failed": REFUSALS["failed"],
}
"""Messages of `connect_error`."""

_HEAD = """# Protocol

Written by `python3 run.py protocol` from the messages declared in the code; do not edit.

Socket.IO over websockets only, path `/socket.io`. A client connects to one namespace with
`auth: {contest: "<id>"}`; who it is comes from the session cookie alone. All times are
milliseconds since 1970 by the server's clock. Every view carries the version `v`; a client
passes over a view older than the one it has. A message is acknowledged with `{ok: true, …}`
or `{ok: false, code}`; `id` is made by the client and stays the same when a message is sent
again, which gets the first receipt. `based_on` is `HostView.acted`.
"""

_ROLES = """Each page and each message declares its roles where it is defined; one that declares
none keeps the server from starting. What is not in these tables is refused. A session may be
several roles at once: an account is a host, a judge or a marshal; a grant, taken up by a
one-time link, makes a co-host, a prompter or a projector of one contest; a seat makes a
contestant of its contest; the projector's link opens one contest's hall page; everybody is
`nobody`. Pages are named by their endpoints; `metrics` is open to programs on the server's own
machine too.
"""


def document(pages: Mapping[str, Roles]) -> str:
    """The whole page; `pages` says by endpoint who may open what."""
    parts = [_HEAD, *(_talk(namespace) for namespace in NAMESPACES)]
    parts += ["## Acts\n", _acts()]
    parts += ["## Codes\n", "Of a refused message:\n", _list(dict(sorted(REFUSALS.items())))]
    parts += ["Of a refused connection:\n", _list(CONNECTION)]
    parts += ["## Roles\n", _ROLES, _rights("event", _events()), _rights("page", pages)]
    parts += ["## What clients send\n", *(_shape(one) for one in declared_shapes.of_clients())]
    parts += ["## What the server sends\n", *(_shape(one) for one in declared_shapes.of_server())]
    parts += ["## Words\n", *(_words(one) for one in declared_shapes.words())]
    return "\n".join(parts)


def _talk(namespace: type[Namespace]) -> str:
    pushed = {each.event: f"`{_object(each.shape)}`, {each.words}" for each in namespace.pushes}
    heard = {
        each.event: f"`{each.shape.__name__}` → `{{ok, {', '.join(each.replied)}}}`, {each.words}"
        for each in namespace.hears.values()
    }
    parts = [f"## `{namespace.name}`\n", "Sent by the server:\n", _list(pushed)]
    return "\n".join([*parts, "Sent by the client:\n", _list(heard)])


def _object(shape: object) -> str:
    if not isinstance(shape, Mapping):
        return _type(shape)
    return "{" + ", ".join(f"{name}: {_type(kind)}" for name, kind in shape.items()) + "}"


def _events() -> dict[str, Roles]:
    return {
        f"{namespace} {event}": roles
        for namespace, heard in events().items()
        for event, roles in heard.items()
    }


def _rights(what: str, rows: Mapping[str, Roles]) -> str:
    lines = [f"| {what} | {' | '.join(Role)} |", "|---" * (len(Role) + 1) + "|"]
    for name, roles in rows.items():
        marks = " | ".join("yes" if role in roles else "" for role in Role)
        lines.append(f"| `{name}` | {marks} |")
    return "\n".join(lines) + "\n"


def _list(rows: dict[str, str]) -> str:
    return "".join(f"- `{name}`: {text}\n" for name, text in rows.items())


def _acts() -> str:
    lines = ["| act | fields | what it does |", "|---|---|---|"]
    for name, act in ACTS.items():
        fields = ", ".join(f"`{one.name}`" for one in dataclasses.fields(act)[1:])
        lines.append(f"| `{name}` | {fields} | {_summary(act)} |")
    return "\n".join(lines) + "\n"


def _summary(shape: type) -> str:
    return " ".join((shape.__doc__ or "").strip().split("\n\n")[0].split())


def _shape(shape: type) -> str:
    text = re.sub(r"\s*\n\s*", " ", (shape.__doc__ or "").strip())
    hints = typing.get_type_hints(shape)
    rows = [f"| `{name}` | `{_type(hint)}` |" for name, hint in hints.items()]
    table = "\n".join(["| field | type |", "|---|---|", *rows]).replace(" | null", " \\| null")
    return f"### {shape.__name__}\n\n{text}\n\n{table}\n"


def _type(hint: object) -> str:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint is type(None):
        return "null"
    if origin in (typing.Union, types.UnionType):
        return " or ".join(_type(one) for one in arguments)
    if origin is tuple and arguments[-1] is Ellipsis:
        return f"[{_type(arguments[0])}, …]"
    if origin is tuple:
        return f"[{', '.join(_type(one) for one in arguments)}]"
    names = {"str": "text", "int": "integer", "bool": "true or false"}
    name = getattr(hint, "__name__", str(hint))
    return names.get(name, name)


def _words(words: type[Enum]) -> str:
    values = ", ".join(f"`{word.value}`" for word in words)
    return f"- **{words.__name__}**: {values}"
