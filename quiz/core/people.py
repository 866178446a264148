"""Contestants as they are shown to others."""

from collections.abc import Iterable

from quiz.core.state import Contest
from quiz.core.views import Person


def person(contest: Contest, number: int | None) -> Person | None:
    """A contestant as shown to others."""
    contestant = contest.contestants.get(number) if number else None
    return Person(contestant.number, contestant.name, contestant.team) if contestant else None


def people(contest: Contest, numbers: Iterable[int]) -> tuple[Person, ...]:
    """Those of these numbers who are in the contest."""
    found = (person(contest, number) for number in numbers)
    return tuple(someone for someone in found if someone is not None)
