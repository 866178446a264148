"""A contest out of its journal."""

import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from quiz.core.chronicle import Noted
from quiz.core.events import Event
from quiz.core.state import Contest
from quiz.service.machine import without_collector
from quiz.service.ports import Rules
from quiz.store.rows import Entry

STRETCH_S = 0.001
T = TypeVar("T")


def rested(things: Iterable[T]) -> Iterator[T]:
    """The same things; whoever else has work gets a turn after each millisecond of ours."""
    until = time.monotonic() + STRETCH_S
    for thing in things:
        yield thing
        if time.monotonic() >= until:
            time.sleep(0)
            until = time.monotonic() + STRETCH_S


def replayed(events: Iterable[Event], rules: Rules) -> Contest | None:
    """The contest after these events, which begin with its first; None when there are none.

    A running contest goes on beside it.
    """
    contest: Contest | None = None
    with without_collector():
        for event in rested(events):
            contest = rules.evolve(contest, event)
    return contest


def noted(entries: Iterable[Entry]) -> Iterator[Noted]:
    """Rows of a journal for the core; a running contest goes on beside their reader."""
    for entry in rested(entries):
        yield Noted(entry.at, entry.event)
