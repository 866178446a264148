"""Cooperative multitasking: long work yields, so whoever else has work gets a turn."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

STRETCH_S = 0.001
T = TypeVar("T")


def rested(things: Iterable[T]) -> Iterator[T]:
    """The same things; everybody else has a turn after each millisecond of ours."""
    until = time.monotonic() + STRETCH_S
    for thing in things:
        yield thing
        if time.monotonic() >= until:
            time.sleep(0)
            until = time.monotonic() + STRETCH_S
