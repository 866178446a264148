"""Which words scripts ask for: the first argument of every call of `t`, read as far as it says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

CALL = re.compile(r"(?<![\w.$])t\(")
DEFINED = re.compile(r"function\s+$")
TEXT = re.compile(r'"([^"]*)"')
HOLE = re.compile(r"\$\{[^{}]*\}")
LOGICAL = re.compile(r"\?[?.]")
PAIRS = {"(": ")", "[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Asked:
    """What one call names: whole keys, families of keys ("pool.{}"), or other expressions."""

    keys: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()


def quoted(text: str, start: int) -> int:
    """Where a string or template that begins at `start` is over."""
    mark, at = text[start], start + 1
    while text[at] != mark:
        if mark == "`" and text.startswith("${", at):
            at = closed(text, at + 1)
        else:
            at += 2 if text[at] == "\\" else 1
    return at + 1


def closed(text: str, start: int) -> int:
    """Where the bracket that opens at `start` is closed, and one further."""
    end, at = PAIRS[text[start]], start + 1
    while text[at] != end:
        at = step(text, at)
    return at + 1


def step(text: str, at: int) -> int:
    """The next place that is within no string and no bracket."""
    if text[at] in "\"'`":
        return quoted(text, at)
    return closed(text, at) if text[at] in PAIRS else at + 1


def parts(text: str, marks: str) -> Iterator[tuple[str, str]]:
    """An expression cut at these signs where they stand open, each part with the sign after it."""
    begin = at = 0
    while at < len(text):
        if text[at] in marks and not LOGICAL.match(text, at) and text[at - 1 : at + 1] != "??":
            yield text[begin:at].strip(), text[at]
            begin = at + 1
        at = step(text, at)
    yield text[begin:].strip(), ""


def arguments(script: str) -> Iterator[str]:
    """The first argument of every call of `t`."""
    for call in CALL.finditer(script):
        if not DEFINED.search(script[: call.start()]):
            inside = script[call.end() : closed(script, call.end() - 1) - 1]
            yield next(parts(inside, ","))[0]


def read(argument: str) -> Asked:
    """What an argument may come to: itself, or the ends of its choices."""
    keys, families, unclear = [], [], []
    for end, mark in parts(argument, "?:"):
        if mark == "?":
            continue
        if TEXT.fullmatch(end):
            keys.append(end[1:-1])
        elif end.startswith("`") and quoted(end, 0) == len(end):
            families.append(HOLE.sub("{}", end[1:-1]))
        else:
            unclear.append(end)
    return Asked(tuple(keys), tuple(families), tuple(unclear))


def asked(script: str) -> Asked:
    """What all calls of a script name."""
    found = [read(argument) for argument in arguments(script)]
    return Asked(
        tuple(key for each in found for key in each.keys),
        tuple(family for each in found for family in each.families),
        tuple(end for each in found for end in each.unclear),
    )
