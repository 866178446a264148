"""Leaving somebody out of standings and prizes, and taking that back."""

from dataclasses import replace

from quiz.core.engine.corrections import clean_reason
from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.competitors import team_of
from quiz.core.nouns.event import Event
from quiz.core.nouns.state import Contest


def disqualified(contest: Contest, command: c.Disqualify) -> tuple[Event, ...]:
    """What happens: who is on the floor leaves it, too.

    Raises:
        Rejected: no_such_contestant, bad_reason without one, not_now where it is so already.
    """
    number = command.number
    known = number in contest.contestants or team_of(contest.plan.teams, number)
    if not known:
        raise Rejected("no_such_contestant")
    if (number in contest.disqualified) is command.disqualified:
        raise Rejected("not_now")
    reason = clean_reason(command.reason)
    if not reason:
        raise Rejected("bad_reason")
    event = e.ContestantDisqualified(number, reason, command.disqualified)
    leaves = command.disqualified and is_on_floor(contest, number)
    return (event, e.ContestantEliminated(number, reason)) if leaves else (event,)


def is_on_floor(contest: Contest, number: int) -> bool:
    """Whether this is on the floor of the round being played, or of the last one played."""
    tally = contest.play.floor.get(number) if contest.play else None
    return tally is not None and tally.playing


def without_place(contest: Contest, event: e.ContestantDisqualified) -> Contest:
    """The contest after it: no rule and no hand brings them back onto the floor."""
    change = contest.disqualified.union if event.disqualified else contest.disqualified.difference
    barred = change((event.number,))
    plays = tuple(replace(play, barred=barred) for play in contest.plays[-1:])
    return replace(contest, disqualified=barred, plays=(*contest.plays[:-1], *plays))
