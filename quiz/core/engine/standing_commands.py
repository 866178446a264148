"""Whether what a command did still stands: only then a repeat of it is given its receipt."""

from collections.abc import Callable, Iterator
from typing import Any

from quiz.core.nouns import commands as c
from quiz.core.nouns.rules import RoundRules
from quiz.core.nouns.state import Asked, Contest, Play


def stands(
    contest: Contest,
    command: c.Command,
    made: int,
    acted: int,
    rules_of: Callable[[Play], RoundRules[Any]],
) -> bool:
    """Whether what a command did was not undone since.

    The contest had version `made` after it; `acted` is that after its last act, 0 without one.
    """
    if acted:
        return acted in standing_acts(contest)
    pool, ordinal = getattr(command, "pool", None), getattr(command, "ordinal", 0)
    if pool is None or not isinstance(command, c.Crowd):
        return True
    named = getattr(command, "asked", 0)
    return any(
        isinstance(each, Asked)
        and each.id < made
        and each.is_meant(pool, ordinal, named)
        and rules_of(play).has(play, each, command)
        for play in contest.plays
        for each in (*play.log, play.current)
    )


def standing_acts(contest: Contest) -> Iterator[int]:
    """The versions that acts made which stand, the last one first; of a command's acts its last."""
    reached: Contest | None = contest
    while reached is not None:
        yield reached.act
        reached = reached.before
