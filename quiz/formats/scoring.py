"""Points for a right answer and points lost by a wrong one, where formats agree."""

from quiz.core.copying import changed
from quiz.core.nouns.state import Tally


def rewarded(tally: Tally, points: int, took_ms: int) -> Tally:
    """One more right answer, its points and its time (ms)."""
    return changed(
        tally,
        correct=tally.correct + 1,
        points=tally.points + points,
        time_ms=tally.time_ms + took_ms,
    )


def penalized(tally: Tally, penalty: int, *, floor_zero: bool) -> Tally:
    """`penalty` points less; with `floor_zero` not below zero (or where it was below)."""
    points = tally.points - penalty
    return changed(tally, points=max(points, min(tally.points, 0)) if floor_zero else points)
