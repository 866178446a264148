"""Progress: how far a long reading has come, for whoever watches it."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeVar

T = TypeVar("T")
Watcher = Callable[[float], None]
"""Told the share that is done, from 0 to 1."""
STEP = 50
"""So many things lie between two words to the watcher."""
_watcher: ContextVar[Watcher | None] = ContextVar("watcher", default=None)


@contextmanager
def watching(watcher: Watcher) -> Iterator[None]:
    """Have `watcher` told of every reading meanwhile."""
    token = _watcher.set(watcher)
    try:
        yield
    finally:
        _watcher.reset(token)


def counted(things: Iterable[T], count: int, start: float, end: float) -> Iterator[T]:
    """The things one by one; having gone through all `count` is to be `end` of the whole.

    `count` may be wrong: no more than `end` is ever told.
    """
    told = _watcher.get()
    for place, thing in enumerate(things):
        if told and place % STEP == 0:
            told(start + (end - start) * min(1, place / max(1, count)))
        yield thing
    if told:
        told(end)
