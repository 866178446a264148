"""The floor: who is on it, and what the host's acts change on it."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from quiz.core.copying import changed
from quiz.core.nouns.model import Contestant
from quiz.core.nouns.state import Adjusted, Asked, LogEntry, Play, Returned, Sent, Tally
from quiz.core.numbered import Numbered
from quiz.core.remembering import remembered


def seat(floor: Numbered[Tally], contestant: Contestant) -> Numbered[Tally]:
    """The floor with this contestant's square, lit unless a spectator's."""
    tally = Tally(playing=not contestant.spectator, spectator=contestant.spectator)
    return floor.set(contestant.number, tally)


@remembered
def playing(floor: Numbered[Tally]) -> frozenset[int]:
    """Numbers on the floor."""
    return frozenset(number for number, tally in floor.items() if tally.playing)


def competes(tally: Tally) -> bool:
    """Whether this contestant is in the standings: all but spectators never let in."""
    return tally.playing or not tally.spectator or tally.left_at >= 0


def off(floor: Numbered[Tally]) -> frozenset[int]:
    """Numbers that left the floor; spectators never were on it."""
    return frozenset(n for n, tally in floor.items() if competes(tally) and not tally.playing)


def watching(floor: Numbered[Tally]) -> frozenset[int]:
    """Numbers that may answer audience questions: all who are not on the floor."""
    return frozenset(number for number, tally in floor.items() if not tally.playing)


def leave(floor: Numbered[Tally], numbers: Iterable[int], entry: int) -> Numbered[Tally]:
    """The floor after these left because of the log's entry at this place."""
    gone: dict[int, Tally] = {}
    for number in numbers:
        tally = floor.get(number)
        if tally is not None and tally.playing:
            gone[number] = changed(tally, playing=False, left_at=entry)
    return floor.merged(gone)


def cleared(floor: Numbered[Tally]) -> Numbered[Tally]:
    """The floor as the round began."""
    return Numbered(
        {
            number: Tally(playing=not tally.spectator, spectator=tally.spectator)
            for number, tally in floor.items()
        }
    )


P = TypeVar("P", bound=Play)


def applied(play: P, entry: LogEntry) -> P:
    """The play after an entry that is the host's act, added to its log."""
    floor, leavers = play.floor, 0
    if isinstance(entry, Returned):
        for number in entry.numbers:
            tally = floor.get(number) or Tally()
            floor = floor.set(number, replace(tally, playing=True, left_at=-1))
    elif isinstance(entry, Sent):
        floor, leavers = leave(floor, (entry.number,), len(play.log)), 1
    elif not isinstance(entry, Asked):
        floor = _adjusted(floor, entry)
    return logged(play, entry, floor, leavers)


def logged(play: P, entry: LogEntry, floor: Numbered[Tally], leavers: int = 0) -> P:
    """The play with one more entry in its log and the floor after it."""
    log, left = (*play.log, entry), (*play.leavers, leavers)
    return replace(play, floor=floor, log=log, leavers=left)


def _adjusted(floor: Numbered[Tally], entry: Adjusted) -> Numbered[Tally]:
    tally = floor.get(entry.number) or Tally()
    return floor.set(entry.number, replace(tally, points=tally.points + entry.points))


def last_main(play: Play) -> int:
    """The ordinal of the last main question in the log, 0 before the first."""
    ordinals = (e.ordinal for e in reversed(play.log) if isinstance(e, Asked) and e.pool == "main")
    return next(ordinals, 0)
