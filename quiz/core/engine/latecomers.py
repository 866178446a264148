"""Latecomers let in: they compete from then on, in the rounds to come too."""

from dataclasses import replace

from quiz.core.engine.grouping import grouped
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.competitors import is_team, team_number
from quiz.core.nouns.rules import Involved
from quiz.core.nouns.state import Contest, Stage


def admitted(contest: Contest, command: c.Rescue) -> e.ContestantsRescued | None:
    """Latecomers let into their teams, where teams compete and no person has a place on the floor.

    None where it is for the round being played to say.
    """
    if contest.stage is not Stage.PLAYING or contest.play is None or contest.play.sides is None:
        return None
    late = [contest.contestants.get(number) for number in command.numbers]
    if not late or not all(
        one and one.spectator and team_number(contest.plan, one.team) for one in late
    ):
        return None
    return e.ContestantsRescued(tuple(sorted(set(command.numbers))), by_rule=False, lasts=True)


def competing(contest: Contest, numbers: tuple[int, ...], involved: Involved) -> Contest:
    """The contest with these no spectators any more, in their teams where teams compete."""
    late = {
        number: replace(contestant, spectator=False)
        for number in numbers
        if (contestant := contest.contestants.get(number)) and contestant.spectator
    }
    if not late:
        return contest
    return grouped(replace(contest, contestants=contest.contestants.merged(late)), involved)


def on_floor(contest: Contest, event: e.ContestantsRescued) -> e.ContestantsRescued | None:
    """The part of the event that is about the floor of the round being played, if any is."""
    play = contest.play
    if play is None or contest.stage is not Stage.PLAYING:
        return None
    if play.sides is None:
        return event
    teams = tuple(number for number in event.numbers if is_team(number))
    return replace(event, numbers=teams) if teams else None
