"""Undo: taking the last act back, without losing who joined and what was answered since."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from quiz.core.engine.grouping import grouped
from quiz.core.nouns.rules import RoundRules
from quiz.core.nouns.state import Asked, Contest, Life, Play, Stage
from quiz.core.standing.floor import seat

RulesOf = Callable[[Play], RoundRules[Any]]


def last_step(contest: Contest) -> Contest:
    """The contest as its last command left it that was more than a switch of the screens.

    `before` is None where there was none.
    """
    while contest.before is not None and all(kind.traits.is_screen for kind in contest.last_acts):
        contest = contest.before
    return contest


def undone(contest: Contest, at: int, rules_of: RulesOf, *, steps: bool = False) -> Contest:
    """The contest as before its last command, or its last step, taken back at `at` (ms).

    Newcomers, seats on another device and notes stay; answers to the question still open stay, and
    what else people did in a round that was not begun anew; a clock that ran comes back paused
    with the time it still had, since nobody can be given seconds that have passed. Those during
    which it stood have not. What the screens were switched to since a step stays.
    """
    last = last_step(contest) if steps else contest
    before = last.before
    assert before is not None
    newcomers = [
        contestant for number, contestant in contest.contestants.items() if number > before.joined
    ]
    contestants = before.contestants
    for contestant in newcomers:
        contestants = contestants.set(contestant.number, contestant)
    plays = before.plays
    if plays and before.stage is Stage.PLAYING:
        until = _ran_until(contest, last, at)
        now = contest.plays[len(plays) - 1]
        play = _kept(plays[-1], now, until, rules_of(plays[-1]))
        for contestant in newcomers if play.sides is None else ():
            play = replace(play, floor=seat(play.floor, contestant))
        plays = (*plays[:-1], play)
    after = replace(
        before,
        contestants=contestants,
        joined=contest.joined,
        reopened=contest.reopened,
        plays=plays,
        notes=contest.notes,
    )
    if steps:
        held = None if contest.held is None else before.held or plays
        after = replace(after, muted=contest.muted, locked=contest.locked, held=held)
    return grouped(after, lambda play: rules_of(play).involved(play))


def _ran_until(contest: Contest, last: Contest, at: int) -> int:
    """Until when a clock ran that is taken back to at `at` (ms), to before `last`."""
    was = last.before.plays[-1].current if last.before else None
    now = contest.plays[-1].current
    stopped_clock = any(kind.traits.stops_clock for kind in last.last_acts)
    if stopped_clock and was and now and was.life is Life.CLOCK:
        return was.deadline - now.left_ms
    return at


def _kept(before: Play, now: Play, at: int, rules: RoundRules[Any]) -> Play:
    """The play of before with what it, or its open question, keeps of now."""
    asked = before.current
    if asked is None:
        kept: Play = rules.kept(before, now)
        return kept
    same = now.current if now.current is not None and _same(asked, now.current) else None
    return replace(before, current=rules.taken_back(asked, same, at))


def _same(one: Asked, other: Asked) -> bool:
    return (one.pool, one.ordinal) == (other.pool, other.ordinal)
