"""Memoization by identity: what follows from things that stay the same objects from act to act.

A cache keyed by the very objects, never by what they equal: comparing thousands of contestants
would cost as much as working the result out again.
"""

from collections import deque
from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, ParamSpec, TypeVar, cast
from weakref import ref

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")
KEPT = 4
"""Size of one function's cache: more than one contest may run at once."""
_all: "list[deque[tuple[Same, Any]]]" = []
"""The cache of each function."""
WORDS_KEPT = 4096
_of_words: list[Callable[[], None]] = []
"""What empties the cache of each function of words."""


class Same:
    """Things that equal others only as the very same objects."""

    __slots__ = ("_things",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, *things: object) -> None:
        self._things = things

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Same) or len(self._things) != len(other._things):
            return False
        return all(one is its for one, its in zip(self._things, other._things, strict=True))


def remembered(make: Callable[P, R]) -> Callable[P, R]:
    """The function memoized: its latest results are worked out once.

    Only for pure functions of positional arguments that never change.
    """
    kept: deque[tuple[Same, R]] = deque(maxlen=KEPT)
    _all.append(kept)

    @wraps(make)
    def known(*args: P.args, **kwargs: P.kwargs) -> R:
        asked = Same(*args)
        for before, made in tuple(kept):
            if before == asked:
                return made
        made = make(*args, **kwargs)
        kept.append((asked, made))
        return made

    return known


def remembered_words(make: Callable[P, R]) -> Callable[P, R]:
    """The function memoized by value: for short texts, which hundreds write alike."""
    known = lru_cache(maxsize=WORDS_KEPT)(make)
    _of_words.append(known.cache_clear)
    return cast("Callable[P, R]", known)


def lasting(make: Callable[[T], R]) -> Callable[[T], R]:
    """The function of one thing memoized by a weak reference: once while that very thing lives.

    Only for pure functions of things that never change.
    """
    kept: dict[int, tuple[ref[T], R]] = {}

    @wraps(make)
    def known(thing: T) -> R:
        place = id(thing)
        found = kept.get(place)
        if found is None or found[0]() is not thing:
            found = ref(thing, lambda _: kept.pop(place, None)), make(thing)
            kept[place] = found
        return found[1]

    return known


def forget() -> None:
    """Empty all caches: what is gone from a contest stays in no result."""
    for kept in _all:
        kept.clear()
    for clear in _of_words:
        clear()
