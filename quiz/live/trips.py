"""How long a message takes to a phone and back, measured by the server alone.

A page asks for the server's clock a few times in a row, each time as soon as it has the answer
to the time before; so from one answer to the next question is one round trip. Nothing that a
client says enters into it; one that waits before it asks again only looks far away.
"""

LONGEST_MS = 2_000
"""A longer gap is no round trip: the client began to measure anew (after sleep, say)."""
KEPT = 4
"""Round trips of one measurement: its five questions have so many gaps."""


class Trips:
    """The round trips of one socket; a new socket knows none."""

    __slots__ = ("_answered", "_latest")

    def __init__(self) -> None:
        self._answered: int | None = None
        self._latest: list[int] = []

    def asked(self, at: int) -> None:
        """The clock was asked for at `at` (ms), and is answered at once."""
        gap = LONGEST_MS + 1 if self._answered is None else at - self._answered
        self._answered = at
        if 0 <= gap <= LONGEST_MS:
            self._latest = [*self._latest, gap][-KEPT:]
        else:
            self._latest.clear()

    @property
    def one_way_ms(self) -> int:
        """Half the shortest round trip of the latest; 0 before the first."""
        return min(self._latest, default=0) // 2
