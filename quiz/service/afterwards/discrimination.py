"""Whether those who know more get a question right more often: its discrimination.

Those who answered are put in order by how many *other* questions they had right. The share right
among the upper third less the share right among the lower third is the discrimination: 1 is a
question that only the better third knew, 0 one that tells nothing, below 0 one to look at again.
A third is the number of people divided by three, rounded down. Where a border falls among equals,
each of them counts for the same part of a person, so that no order among equals plays a part.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import groupby
from operator import itemgetter

FEWEST = 9
"""With fewer people who answered, a third is one or two of them: no number is given."""

Row = tuple[int, bool]
"""One who answered: how many other questions right, and whether this one."""


def discrimination(rows: Sequence[Row]) -> Fraction | None:
    """The discrimination, exact, from -1 to 1; None with fewer than `FEWEST` rows."""
    if len(rows) < FEWEST:
        return None
    third = len(rows) // 3
    upwards = sorted(rows, key=itemgetter(0))
    return (_right(upwards[::-1], third) - _right(upwards, third)) / third


def _right(rows: Sequence[Row], places: int) -> Fraction:
    """How many of the first so many were right, equals at the border taken in part."""
    found = Fraction(0)
    for _, group in groupby(rows, key=itemgetter(0)):
        equals = [right for _, right in group]
        taken = min(places, len(equals))
        found += Fraction(taken * sum(equals), len(equals))
        places -= taken
        if not places:
            break
    return found
