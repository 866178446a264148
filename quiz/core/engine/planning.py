"""Another plan for a contest that has not begun."""

from dataclasses import replace

from quiz.core.errors import Rejected
from quiz.core.nouns.competitors import team_number
from quiz.core.nouns.model import Plan
from quiz.core.nouns.state import Contest, Stage
from quiz.core.numbered import Numbered


def may_have(contest: Contest, plan: Plan) -> None:
    """Raise Rejected unless the contest can have this plan.

    `not_now` once a round was begun; `team_in_use`, with the team, where somebody is in a team
    that the plan is without.
    """
    if contest.stage is not Stage.LOBBY or contest.plays:
        raise Rejected("not_now")
    names = {team.name for team in plan.teams}
    for contestant in contest.contestants.values():
        if contestant.team and contestant.team not in names:
            raise Rejected("team_in_use", contestant.team)


def replanned(contest: Contest, plan: Plan) -> Contest:
    """The contest with another plan; what was decided about a team stays with its name."""
    sides = {team_number(contest.plan, team.name): team.name for team in contest.plan.teams}
    now = {side: team_number(plan, name) for side, name in sides.items()}
    captains = Numbered[int]()
    for side, number in contest.captains.items():
        if now.get(side):
            captains = captains.set(now[side], number)
    out = frozenset(now.get(each, each) for each in contest.disqualified) - {0}
    return replace(contest, plan=plan, captains=captains, disqualified=out)
