"""The seal of a contest's questions: a fingerprint that shows later that nothing was changed.

The sealed file is the plan as canonical JSON: UTF-8, keys sorted, two spaces, a line break at the
end. What is empty, zero or false is left out, so that fields a later version adds do not break
the seals of earlier contests; for the same reason a team with nothing but a name is its name. The
plan's seed is in it: being random, it keeps anybody from trying keys against the seal before the
file is published.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from hashlib import sha256
from typing import Any

from quiz.core.nouns.model import UNSEALED, Plan, Team

GROUP = 4


def sealed_file(plan: Plan) -> bytes:
    """The file that is sealed: every question with its key, the settings, how it was drawn."""
    text = json.dumps(_plain(plan), ensure_ascii=False, sort_keys=True, indent=2)
    return f"{text}\n".encode()


def seal(plan: Plan) -> str:
    """The SHA-256 of the sealed file, 64 hexadecimal digits."""
    return sha256(sealed_file(plan)).hexdigest()


def groups(digits: str) -> list[str]:
    """The digits in fours, as people read them to each other."""
    return [digits[place : place + GROUP] for place in range(0, len(digits), GROUP)]


def _plain(value: Any) -> Any:
    """The value as JSON knows it, without what says nothing."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Team) and isinstance(value.written, str):
        return value.written
    if is_dataclass(value):
        named = {
            field.name: _plain(getattr(value, field.name))
            for field in fields(value)
            if getattr(value, field.name) != field.metadata.get(UNSEALED)
        }
        return {name: held for name, held in named.items() if held}
    if isinstance(value, Mapping):
        return {str(name): _plain(held) for name, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(held) for held in value]
    return value
