"""Taking out all who joined since: a prank or a flood of newcomers, undone in one press.

Nobody goes who left a trace in the rounds: answers, turns and the host's acts are facts. So
nothing of the others changes, and it can be done while a clock runs.
"""

from dataclasses import replace

from quiz.core.errors import Rejected
from quiz.core.nouns.commands import RemoveJoined
from quiz.core.nouns.competitors import is_team
from quiz.core.nouns.rules import Involved, Seen
from quiz.core.nouns.state import Asked, Contest, Play, Stage


def joined_since(
    contest: Contest, command: RemoveJoined, seen: Seen, involved: Involved
) -> tuple[int, ...]:
    """Those from number `first` on who may be taken out: nobody `involved` in a round.

    Raises:
        Rejected: not_now once the contest is over or while the host is choosing among people,
            no_such_contestant when nobody would go.
    """
    if contest.stage is Stage.FINISHED or seen.is_deciding:
        raise Rejected("not_now")
    stay = {seen.winner}.union(*(involved(play) for play in contest.plays))
    only = set(command.only) or contest.contestants
    numbers = tuple(
        n for n in contest.contestants if n >= command.first and n in only and n not in stay
    )
    if not numbers:
        raise Rejected("no_such_contestant")
    return numbers


def without(contest: Contest, numbers: tuple[int, ...], involved: Involved) -> Contest:
    """The contest as if these had never come."""
    gone = frozenset(numbers)

    def each(plays: tuple[Play, ...]) -> tuple[Play, ...]:
        return tuple(_without(play, gone, involved) for play in plays)

    return replace(
        contest,
        contestants=contest.contestants.excluding(gone),
        plays=each(contest.plays),
        held=None if contest.held is None else each(contest.held),
    )


def _without(play: Play, gone: frozenset[int], involved: Involved) -> Play:
    if play.sides is None:
        return left_by(play, gone)
    play = replace(play, sides=replace(play.sides, of=play.sides.of.excluding(gone)))
    return left_by(play, gone | deserted(play, involved))


def deserted(play: Play, involved: Involved) -> frozenset[int]:
    """Teams on a round's floor that nobody is in and that took no part."""
    inside = frozenset(play.sides.of.values()) if play.sides else frozenset()
    empty = frozenset(n for n in play.floor if is_team(n)) - inside
    return empty - involved(play) if empty else empty


def left_by(play: Play, gone: frozenset[int]) -> Play:
    """The round as if these had never been in it."""
    if not gone:
        return play
    return replace(
        play,
        floor=play.floor.excluding(gone),
        current=play.current and _asked_without(play.current, gone),
    )


def _asked_without(asked: Asked, gone: frozenset[int]) -> Asked:
    if gone.isdisjoint(asked.eligible):
        return asked
    return replace(asked, eligible=asked.eligible - gone)
