"""Phones that lose their line and come back as a page does, as light as those of `phones.py`.

Each waits as long as chance says within the time that the server told it, connects anew, is
shown where the contest stands, looks at the clock again, and sends once more, under the same id,
the answer that was not acknowledged.
"""

import asyncio

import msgspec
from phones import CONNECTED, WELCOME, Phone, Seats, question_of

from quiz.bots.phone.clock import SAMPLES
from quiz.bots.phone.returning import pause_s
from quiz.bots.phone.screen import Welcome
from quiz.core.nouns.state import Life

PATIENCE_S = 10.0
"""How long a page waits for a connection."""
LOOKS = tuple(b"%d[" % number for number in range(SAMPLES))
"""How the server's replies to looks at its clock begin."""


class Hall(Seats):
    """Phones that come back."""

    def __init__(self, url: str, pin: str, answer_within_s: float) -> None:
        super().__init__(url, pin, answer_within_s)
        self._all: list[Returning] = []

    def seat(self, place: int, contest: str, request: bytes) -> "Returning":
        """One more."""
        self._all.append(Returning(self, place, contest, request))
        return self._all[-1]

    def lose_the_line(self) -> None:
        """All at once."""
        for phone in self._all:
            phone.lose_the_line()

    def back(self) -> int:
        """How many show the question that is open."""
        return sum(phone.is_back for phone in self._all)


class Returning(Phone):
    """One phone; it is back once it shows the question that is open."""

    _failures, _welcomed = 0, False
    _transport: asyncio.Transport | None = None
    _unanswered: bytes | None = None

    @property
    def is_back(self) -> bool:
        """Whether it is connected and shows it."""
        return self._welcomed and self._view is not None and self._view.life is Life.CLOCK

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for a websocket."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self._unread, self._upgraded = b"", False
        super().connection_made(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """Come back, unless it is over."""
        self._transport, self._welcomed = None, False
        self.ready.cancel()
        if not self._seats.finished.is_set():
            self._pause()

    def lose_the_line(self) -> None:
        """Lose the connection without a word, as when the Wi-Fi goes."""
        self._welcomed = False
        if self._transport is not None:
            self._transport.abort()

    def _pause(self) -> None:
        within_ms = self._view.back_within_ms if self._view else 0
        pause = pause_s(self._failures, within_ms / 1000, self._luck)
        self._failures += 1
        loop = asyncio.get_running_loop()
        loop.call_later(pause, lambda: loop.create_task(self._connect()))

    async def _connect(self) -> None:
        host, _, port = self._seats.host.partition(":")
        self.ready = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(PATIENCE_S):
                await asyncio.get_running_loop().create_connection(lambda: self, host, int(port))
                await self.ready
        except (OSError, TimeoutError):
            if self._transport is None:
                self._pause()
            else:
                self._transport.abort()

    def _take(self, packet: bytes) -> None:
        if packet.startswith(CONNECTED):
            self._failures = 0
        super()._take(packet)
        if packet.startswith(WELCOME):
            view = msgspec.json.decode(packet[len(WELCOME) : -1], type=Welcome).view
            self._see(view, question_of(view))
            self._welcomed = True
            if self._unanswered is not None:
                self._write(self._unanswered)

    def _receive(self, receipt: bytes) -> None:
        if not receipt.startswith(LOOKS):
            self._unanswered = None
        super()._receive(receipt)

    def _send(self, answer: bytes) -> None:
        self._unanswered = answer
        if self._welcomed:
            self._write(answer)
