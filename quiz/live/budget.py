"""A budget of messages for each socket: never for each address, since a hall shares one."""

PER_SECOND = 20
BURST = 60


class Budget:
    """A bucket of messages that fills with time."""

    __slots__ = ("_at", "_left")

    def __init__(self, now: int) -> None:
        self._left = float(BURST)
        self._at = now

    def spend(self, now: int) -> bool:
        """Take one message at `now` (ms); False when there is none left."""
        self._left = min(BURST, self._left + max(0, now - self._at) * PER_SECOND / 1000)
        self._at = now
        if self._left < 1:
            return False
        self._left -= 1
        return True
