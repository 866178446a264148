"""Clock synchronization: the server's clock, as a robot reads it."""

import asyncio
import time

from quiz.bots.wire import Wire

SAMPLES = 5
"""As often as a page asks."""


class PhoneClock:
    """This process's steady clock, moved by the offset measured against the server."""

    def __init__(self) -> None:
        self._offset_ms = time.time() * 1000 - time.monotonic() * 1000
        self.round_trip_ms = float("inf")
        self._measuring = asyncio.Lock()
        self.measured = asyncio.Event()

    def now_ms(self) -> float:
        """The server's time now (ms since 1970), as well as it is known."""
        return time.monotonic() * 1000 + self._offset_ms

    async def measure_once(self, wire: Wire) -> None:
        """Measure unless another robot has; while one does, the others wait.

        Raises:
            ConnectionError, TimeoutError: the server did not answer.
        """
        async with self._measuring:
            if not self.measured.is_set():
                await self.measure(wire)
                self.measured.set()

    async def measure(self, wire: Wire) -> None:
        """Ask the server for its clock; the sample with the shortest round trip counts.

        What was known before is forgotten, as after sleep or a reconnect.

        Raises:
            ConnectionError, TimeoutError: the server did not answer.
        """
        self.round_trip_ms = float("inf")
        for _ in range(SAMPLES):
            asked = time.monotonic() * 1000
            answer = await wire.call("clock", {})
            came = time.monotonic() * 1000
            if came - asked < self.round_trip_ms:
                self.round_trip_ms = came - asked
                self._offset_ms = answer["now"] - (asked + came) / 2
