"""A round of teams as people come, change teams and go: which teams are on its floor."""

from dataclasses import replace

from quiz.core.engine.removing import deserted, left_by
from quiz.core.nouns.competitors import joined_by, sides_of
from quiz.core.nouns.model import Contestant
from quiz.core.nouns.rules import Involved
from quiz.core.nouns.state import Contest, Play, Sides, Stage, Tally
from quiz.core.numbered import Numbered
from quiz.core.question.team_answers import heard_again

WATCHING = Tally(playing=False, spectator=True)


def seated(contest: Contest, sides: Sides) -> Numbered[Tally]:
    """The floor as a round begins: the teams that have members; who is in none watches."""
    return _with_new(Numbered(), contest.contestants, sides)


def grouped(contest: Contest, involved: Involved) -> Contest:
    """The contest with the round being played as its people are in teams now.

    A team that has its first member comes onto the floor. One that lost its last goes, unless
    it has taken part (it is `involved`).
    """
    play = contest.play
    if play is None or play.sides is None or contest.stage is not Stage.PLAYING:
        return contest
    sides = sides_of(contest)
    play = _without_gone(replace(play, sides=sides), sides, involved)
    play = replace(play, floor=_with_new(play.floor, contest.contestants, sides))
    if play.current is not None:
        play = replace(play, current=heard_again(play, sides, play.current))
    return replace(contest, plays=(*contest.plays[:-1], play))


def with_newcomer(contest: Contest, newcomer: Contestant) -> Contest:
    """The contest that this person has joined last, `grouped` without asking all who are there."""
    play = contest.play
    if play is None or play.sides is None or contest.stage is not Stage.PLAYING:
        return contest
    sides = joined_by(contest, play.sides, newcomer)
    side = sides.of.get(newcomer.number)
    floor = play.floor
    if side is None:
        floor = floor.set(newcomer.number, WATCHING)
    elif side not in floor:
        floor = floor.set(side, Tally())
    current = play.current
    if current is not None and sides.captains != play.sides.captains:
        current = heard_again(play, sides, current)
    play = replace(play, sides=sides, floor=floor, current=current)
    return replace(contest, plays=(*contest.plays[:-1], play))


def _with_new(
    floor: Numbered[Tally], contestants: Numbered[Contestant], sides: Sides
) -> Numbered[Tally]:
    new = {side: Tally() for side in sides.captains if side not in floor}
    watching = (n for n in contestants if n not in sides.of and n not in floor)
    return floor.merged({**dict.fromkeys(watching, WATCHING), **new})


def _without_gone(play: Play, sides: Sides, involved: Involved) -> Play:
    """The play without teams that nobody is in, and persons who are in one now."""
    inside = frozenset(n for n in play.floor if n in sides.of)
    return left_by(play, inside | deserted(play, involved))
