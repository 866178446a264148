"""Questions that were used before, and which of them a new contest leaves out."""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, datetime

from quiz.service.afterwards.usage import Use

Uses = Mapping[str, Sequence[Use]]
"""The uses of each question by its id, the newest first."""


def full_months(then: int, now: int) -> int:
    """How many calendar months lie between two times (ms), on this machine's calendar."""
    before, after = (datetime.fromtimestamp(at / 1000, UTC).astimezone() for at in (then, now))
    months = (after.year - before.year) * 12 + after.month - before.month
    return max(0, months - (after.day < before.day))


def months_since(uses: Sequence[Use], now: int) -> int | None:
    """Full months since a question was last used, 0 while it waits to be; None: never used."""
    if any(use.waiting for use in uses):
        return 0
    return min((full_months(use.at, now) for use in uses if use.asked), default=None)


def avoided(rule: str, months: int, ids: Collection[str], uses: Uses, now: int) -> tuple[str, ...]:
    """Those of the ids to leave out: `any` none, `recent` the last months' uses, `ever` all."""
    if rule == "any":
        return ()
    limit = months if rule == "recent" else None
    found = ((id, months_since(uses.get(id, ()), now)) for id in ids)  # noqa: A001
    return tuple(
        sorted(id for id, age in found if age is not None and (limit is None or age < limit))  # noqa: A001
    )
