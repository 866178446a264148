"""Competitors, persons and teams, as they are shown to others."""

from collections.abc import Iterable

from quiz.core.nouns.competitors import team_of
from quiz.core.nouns.model import Contestant, Team
from quiz.core.nouns.shapes import Person
from quiz.core.nouns.state import Contest
from quiz.core.numbered import Numbered


def person(contest: Contest, number: int | None) -> Person | None:
    """A competitor as shown to others."""
    return shown(contest.contestants, contest.plan.teams, number) if number else None


def shown(contestants: Numbered[Contestant], teams: tuple[Team, ...], number: int) -> Person | None:
    """A contestant, or a team, which is in no team."""
    contestant = contestants.get(number)
    if contestant is not None:
        return Person(number, contestant.name, contestant.team)
    team = team_of(teams, number)
    return Person(number, team.name, "") if team else None


def people(contest: Contest, numbers: Iterable[int]) -> tuple[Person, ...]:
    """Those of these numbers that are in the contest."""
    found = (person(contest, number) for number in numbers)
    return tuple(someone for someone in found if someone is not None)
