"""One robot phone: it joins, follows the views, and comes back when it drops off."""

import asyncio
import random

import aiohttp

from quiz.bots.phone.clock import PhoneClock
from quiz.bots.phone.door import join
from quiz.bots.phone.hand import Hand
from quiz.bots.phone.mind import Mind
from quiz.bots.phone.returning import pause_s
from quiz.bots.phone.screen import Screen
from quiz.bots.visitor import HttpVisitor
from quiz.bots.watch import Watch
from quiz.bots.wire import Ack, Wire
from quiz.core.errors import Rejected

Unreachable = (ConnectionError, TimeoutError, aiohttp.ClientError)
JOIN_ATTEMPTS = 8
BUSY = ("http_429", "http_503", "slow_down")


class Robot:
    """A phone in the hands of a mind; `place` counts the robots from 0."""

    def __init__(
        self, name: str, place: int, mind: Mind, visitor: HttpVisitor, watch: Watch
    ) -> None:
        self.name = name
        self.contest = ""
        self.wire: Wire | None = None
        self.screen = Screen()
        self.clock = PhoneClock()
        self._place = place
        self._visitor = visitor
        self._watch = watch
        self._luck = random.Random(place)
        self._hand = Hand(mind, self, watch)
        self._away_s = 0.0
        self._welcomed = asyncio.Event()

    async def join(self, pin: str) -> bool:
        """Take a seat, patient with a busy server; False when it was refused (and counted)."""
        code, attempt = "unreachable", 0
        while attempt < JOIN_ATTEMPTS:
            try:
                self.contest = await join(self._visitor, pin, self.name, self._place)
            except Rejected as refusal:
                code = refusal.code
                if code == "come_again":
                    await asyncio.sleep(int(refusal.detail) / 1000)
                    continue
                if code not in BUSY:
                    break
            except Unreachable:
                code = "unreachable"
            else:
                self._watch.tally.joined += 1
                return True
            await asyncio.sleep(self._pause_s(attempt))
            attempt += 1
        self._watch.tally.refused[code] += 1
        return False

    async def play(self) -> None:
        """Stay connected, coming back after every break, until the server refuses the seat."""
        failures = visits = 0
        while True:
            self.wire = Wire(self._visitor, "/play", self._take)
            try:
                await self.wire.open({"contest": self.contest})
                self._watch.tally.reconnects += visits > 0
                failures, visits = 0, visits + 1
                await self._stay(self.wire)
                if self.screen.taken_over:
                    raise Rejected("taken_over")
            except Rejected as refusal:
                self._watch.tally.refused[refusal.code] += 1
                return
            except Unreachable:
                failures += 1
            away_s, self._away_s = self._away_s, 0.0
            within_ms = self.screen.view.back_within_ms if self.screen.view else 0
            await asyncio.sleep(away_s or self._pause_s(failures, within_ms))

    async def _stay(self, wire: Wire) -> None:
        """Be counted as online until the connection ends."""
        self._watch.online += 1
        try:
            await self._watch.clock.measure_once(wire)
            await self.clock.measure(wire)
            await wire.ended()
        finally:
            self._watch.online -= 1
            self._welcomed.clear()

    @property
    def is_back(self) -> bool:
        """Whether the phone is connected and has been shown where the contest stands."""
        return self._welcomed.is_set()

    async def come_back(self) -> None:
        """Wait until `is_back`."""
        await self._welcomed.wait()

    async def deliver(self, event: str, fields: dict[str, object]) -> Ack | None:
        """Send a message and return the reply; after a break rest a little, and return None."""
        assert self.wire is not None
        try:
            return await self.wire.call(event, fields)
        except Unreachable:
            await asyncio.sleep(self._pause_s(0))
            return None

    async def drop_off(self, away_s: float) -> None:
        """Put the phone to sleep, to be back so much later."""
        if self.wire is not None:
            self._away_s = away_s
            await self.wire.close()

    def lose_the_line(self) -> None:
        """Lose the connection without a word, as when the Wi-Fi goes."""
        self._welcomed.clear()
        if self.wire is not None:
            self.wire.abandon()

    async def leave(self) -> None:
        """Put the phone away."""
        self._hand.rest()
        if self.wire is not None:
            await self.wire.close()

    def _pause_s(self, failures: int, within_ms: int = 0) -> float:
        """How long to wait before trying again, spread so that robots do not come at once."""
        return pause_s(failures, within_ms / 1000, self._luck)

    def _take(self, event: str, body: bytes) -> None:
        """Follow one event of the server, and take the question up when it is time."""
        pushed = self.screen.take(event, body)
        if event == "welcome":
            self._welcomed.set()
        view = self.screen.view
        self._watch.see(view, self.screen.question)
        if view is not None and (pushed or (event == "seat" and self.screen.has_verdict)):
            tally = self._watch.tally.question(self.screen.question)
            took = self._watch.clock.now_ms() - view.now
            (tally.pushes if pushed else tally.verdicts).append(took)
        self._hand.look()
