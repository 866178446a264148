"""Before, between and after the rounds: what the host does there, and how a round begins."""

from dataclasses import replace
from typing import Any

from quiz.core.engine.grouping import WATCHING, seated
from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.competitors import plays_in_teams, sides_of
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan, Round
from quiz.core.nouns.rules import RoundRules
from quiz.core.nouns.shapes import Step
from quiz.core.nouns.state import Contest, Stage, Tally
from quiz.core.numbered import Numbered
from quiz.core.standing.floor import seat
from quiz.core.standing.prizes import next_shown


def timed(plan: Plan, round_: Round) -> Round:
    """The round with the contest's seconds where it has none of its own."""
    return replace(round_, settings={"seconds": plan.seconds, **round_.settings})


def started(contest: Contest, index: int, rules: RoundRules[Any]) -> Contest:
    """The contest as a round of it begins: everybody, or every team, is on its floor.

    But for the disqualified, who watch.
    """
    round_ = timed(contest.plan, contest.plan.rounds[index])
    if plays_in_teams(round_):
        sides = sides_of(contest)
        floor = _without_disqualified(contest, seated(contest, sides))
        play = replace(rules.start(round_, floor), sides=sides)
    else:
        floor = Numbered[Tally]()
        for contestant in contest.contestants.values():
            floor = seat(floor, contestant)
        play = rules.start(round_, _without_disqualified(contest, floor))
    play = replace(play, barred=contest.disqualified)
    return replace(contest, stage=Stage.PLAYING, plays=(*contest.plays, play))


def _without_disqualified(contest: Contest, floor: Numbered[Tally]) -> Numbered[Tally]:
    watching = {number: WATCHING for number in contest.disqualified if number in floor}
    return floor.merged(watching)


def step_between(contest: Contest) -> Step:
    """The host's next step while no round is played."""
    if contest.stage is Stage.FINISHED:
        return Step.SHOW_PRIZE if next_shown(contest) else Step.NONE
    more = len(contest.plays) < len(contest.plan.rounds)
    return Step.START_ROUND if more else Step.FINISH


def decided_between(contest: Contest, command: c.Command) -> Event:
    """What a command makes happen while no round is played: only the next step; raises Rejected."""
    if not isinstance(command, c.Advance):
        raise Rejected("not_now")
    match step_between(contest):
        case Step.START_ROUND:
            index = len(contest.plays)
            of_teams = plays_in_teams(contest.plan.rounds[index])
            if not (sides_of(contest).of if of_teams else contest.contestants):
                raise Rejected("nobody_joined")
            return e.RoundStarted(index)
        case Step.FINISH:
            return e.ContestFinished()
        case Step.SHOW_PRIZE:
            return e.PrizeShown(next_shown(contest))
    raise Rejected("not_now")
