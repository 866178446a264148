"""A contest out of its journal."""

from collections.abc import Iterable, Iterator

from quiz.core.chronicle import Noted
from quiz.core.events import Event
from quiz.core.state import Contest
from quiz.resting import rested
from quiz.service.machine import without_collector
from quiz.service.ports import Rules
from quiz.store.rows import Entry


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
