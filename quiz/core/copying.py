"""Copy on write: changed copies of frozen dataclasses on the hot path of an answer."""

from typing import TypeVar

T = TypeVar("T")


def changed(thing: T, **fields: object) -> T:
    """Like `dataclasses.replace` but several times as fast, for classes without slots.

    Names are not checked and `__post_init__` is not run: only for thousands of equal steps.
    """
    made = object.__new__(type(thing))
    object.__setattr__(made, "__dict__", thing.__dict__ | fields)
    return made
