"""Who competes: persons and teams in one space of numbers.

A team's number follows from its place in the plan and lies far above every contestant's, so that
floors, answers, logs and rankings hold either. Persons answer and press, each under a number of
their own; in a round of teams that counts for the team they are in.
"""

from collections.abc import Mapping

from quiz.core.nouns.model import TEAMS, Contestant, Plan, Round, Team
from quiz.core.nouns.state import Asked, Contest, Given, Play, Sides
from quiz.core.numbered import Numbered

TEAMS_FROM = 1_000_001
"""The number of a plan's first team; no contest has as many people."""


def is_team(number: int) -> bool:
    """Whether this is the number of a team."""
    return number >= TEAMS_FROM


def team_numbers(plan: Plan) -> Mapping[str, int]:
    """The numbers of a plan's teams by their names."""
    numbers: dict[str, int] = {}
    for number, team in enumerate(plan.teams, start=TEAMS_FROM):
        numbers.setdefault(team.name, number)
    return numbers


def team_number(plan: Plan, name: str) -> int:
    """The number of the team of this name, 0 where there is none."""
    return team_numbers(plan).get(name, 0)


def team_of(teams: tuple[Team, ...], number: int) -> Team | None:
    """The team of this number."""
    place = number - TEAMS_FROM
    return teams[place] if 0 <= place < len(teams) else None


def name_of(contest: Contest, number: int) -> str:
    """What a competitor is called, empty for nobody."""
    contestant = contest.contestants.get(number)
    team = team_of(contest.plan.teams, number)
    return contestant.name if contestant else team.name if team else ""


def label(contest: Contest, number: int) -> str:
    """A competitor in a line of the log: a person's number, a team's name."""
    return name_of(contest, number) if is_team(number) else str(number)


def members(contest: Contest, number: int) -> tuple[int, ...]:
    """The persons who compete under a number: a team's members, or the one whose it is."""
    if is_team(number):
        of = _sides_by_person(contest)
        return tuple(person for person, side in of.items() if side == number)
    return (number,) if number in contest.contestants else ()


def plays_in_teams(round_: Round) -> bool:
    """Whether teams compete in a round, not persons."""
    return round_.competitors == TEAMS


def sides_of(contest: Contest) -> Sides:
    """Who plays for which team, and who is each team's captain.

    That is whom the host named last, else whom the plan names, else the member who joined first.
    """
    of = _sides_by_person(contest)
    captains: dict[int, int] = {}
    for person, side in of.items():
        captains.setdefault(side, person)
    for side, first in captains.items():
        captains[side] = _captain(contest, side, of, first)
    return Sides(Numbered(of), Numbered(captains))


def joined_by(contest: Contest, sides: Sides, newcomer: Contestant) -> Sides:
    """The sides with one more person, who joined last."""
    side = 0 if newcomer.spectator else team_number(contest.plan, newcomer.team)
    if not side:
        return sides
    of = sides.of.set(newcomer.number, side)
    captain = _captain(contest, side, of, sides.captains.get(side) or newcomer.number)
    return Sides(of, sides.captains.set(side, captain))


def _captain(
    contest: Contest, side: int, of: Mapping[int, int] | Numbered[int], otherwise: int
) -> int:
    team = team_of(contest.plan.teams, side)
    for named in (contest.captains.get(side), team and team.captain):
        if named and of.get(named) == side:
            return named
    return otherwise


def _sides_by_person(contest: Contest) -> dict[int, int]:
    numbers = team_numbers(contest.plan)
    return {
        number: numbers[person.team]
        for number, person in contest.contestants.items()
        if not person.spectator and person.team in numbers
    }


def stands_as(play: Play, person: int) -> int:
    """The number under which a person is on a round's floor; 0 for a number of no person."""
    if play.sides is None:
        return person
    return 0 if is_team(person) else play.sides.of.get(person) or person


def own_answer(play: Play, asked: Asked, person: int) -> Given | None:
    """What a person answered, whether or not it counts for the team."""
    side = play.sides.of.get(person) if play.sides else None
    if side is None:
        return asked.answers.get(person)
    said = asked.said.get(side)
    own = said.get(person) if said else None
    return own.given if own else None
