"""What a clock loses while the server stands still, and how a host gives it back."""

from dataclasses import replace

from quiz.core.errors import Rejected
from quiz.core.nouns import events as e
from quiz.core.nouns.state import Asked, Contest, Life, Lost, Stage

LEAST_MS = 1000
"""Less than that is not worth an offer."""
_OFFERED = (Life.CLOCK, Life.PAUSED, Life.LOCKED)


def clock_until(contest: Contest) -> int | None:
    """Until when a clock runs that people see (ms), None while none does."""
    asked = contest.play.current if contest.play and contest.stage is Stage.PLAYING else None
    return asked.deadline if asked and asked.life in (Life.CLOCK, Life.HELD) else None


def lost(asked: Asked, since: int, until: int) -> Lost:
    """What the clock has lost in all, once the server stood still from `since` to `until` (ms)."""
    ran = max(0, min(until, asked.deadline) - max(since, asked.opens_at))
    before = asked.lost or Lost(0, 0, 0)
    left_ms = max(0, asked.deadline - max(until, asked.opens_at))
    return Lost(before.stopped_ms + until - since, before.lost_ms + ran, left_ms)


def stopped_during(asked: Asked, since: int, until: int) -> e.ServerStopped:
    """The event of a stop that cost the clock something; raises Rejected("not_now")."""
    had = asked.lost.lost_ms if asked.lost else 0
    if lost(asked, since, until).lost_ms - had < LEAST_MS:
        raise Rejected("not_now")
    return e.ServerStopped(since, until)


def can_give_back(asked: Asked) -> bool:
    """Whether there is time to be given back to everybody; not after the reveal."""
    return asked.lost is not None and asked.life in _OFFERED


def given_back(asked: Asked, at: int, ms: int) -> Asked:
    """The question whose clock runs so much longer from `at` on; what it lost has not run."""
    if asked.life is Life.PAUSED:
        run_ms = max(0, asked.run_ms - ms)
        return replace(asked, left_ms=asked.left_ms + ms, run_ms=run_ms, lost=None)
    run_ms = asked.run_ms + max(0, min(at, asked.deadline) - asked.opens_at)
    left_ms = max(0, asked.deadline - at) if asked.life is Life.CLOCK else 0
    return replace(
        asked,
        life=Life.CLOCK,
        opens_at=at,
        deadline=at + left_ms + ms,
        run_ms=max(0, run_ms - ms),
        left_ms=0,
        lost=None,
    )
