"""A rate limit of joins with back-pressure: those beyond the budget are told when to come again.

A hall of 5,000 that scans within a minute needs 83 a second: the burst and a minute of the
budget are just that, so nobody waits. A program alone, which could put in as many as the server
carries (150 to 180 a second), comes to 5,000 in a minute too but then takes three for each
10,000 more: time to lock the room and take them out.
"""

from quiz.budget import Budget, Budgets, Rush

BURST, PER_SECOND = 2_000, 50
LONGEST_MS = 30_000
SOONEST_MS = 1_000


class Joins:
    """The joins of all contests; `per_second` 0 is no budget. Times are in ms.

    While phones come back in a `rush`, those who join wait until the others are in.
    """

    def __init__(
        self, per_second: int = PER_SECOND, burst: int = BURST, rush: Rush | None = None
    ) -> None:
        self._per_second = per_second
        self._rush = rush
        self._budgets = Budgets(burst, per_second)
        self._queues: dict[str, int] = {}

    def wait_ms(self, contest_id: str, now: int) -> int:
        """0: come in now. Else in how long to come again: each later than the one before.

        Who waits comes at a time of their own, so that thousands who wait ask no more often
        than there is room for; the longest wait bounds what a flood can do to the others.
        """
        budget: Budget = self._budgets.of(contest_id, now)
        rush = self._rush is not None and self._rush.is_on()
        if not self._per_second or (not rush and budget.spend(now)):
            return 0
        after = max(now + SOONEST_MS, self._queues.get(contest_id, 0) + 1000 // self._per_second)
        self._queues[contest_id] = min(after, now + LONGEST_MS)
        return self._queues[contest_id] - now
