"""Event sourcing: a contest out of its journal."""

from collections.abc import Iterable, Iterator

from quiz.core.evidence.chronicle import RecordedEvent
from quiz.core.nouns.event import Event
from quiz.core.nouns.state import Contest
from quiz.resting import rested
from quiz.service.contests.rows import JournalEntry
from quiz.service.machine import without_collector
from quiz.service.ports import Rules


def replayed(events: Iterable[tuple[Event, int]], rules: Rules) -> Contest | None:
    """The contest after these events and their parts, from its first on; None without any.

    A running contest goes on beside it.
    """
    contest: Contest | None = None
    with without_collector():
        for event, part in rested(events):
            contest = rules.evolve(contest, event, part)
    return contest


def noted(entries: Iterable[JournalEntry]) -> Iterator[RecordedEvent]:
    """Rows of a journal for the core; a running contest goes on beside their reader."""
    for entry in rested(entries):
        yield RecordedEvent(entry.at, entry.event, entry.actor, entry.part)
