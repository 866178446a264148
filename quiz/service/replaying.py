"""A contest out of its journal."""

from collections.abc import Iterable

from quiz.core.events import Event
from quiz.core.state import Contest
from quiz.service.machine import without_collector
from quiz.service.ports import Rules


def replayed(events: Iterable[Event], rules: Rules) -> Contest | None:
    """The contest after these events, which begin with its first; None when there are none."""
    contest: Contest | None = None
    with without_collector():
        for event in events:
            contest = rules.evolve(contest, event)
    return contest
