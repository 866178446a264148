"""One robot phone: it joins, follows the views, answers, and comes back when it drops off."""

import asyncio
import random
import time
import uuid

import aiohttp

from quiz.bots.clock import Clock
from quiz.bots.door import join
from quiz.bots.mind import Mind, Move
from quiz.bots.screen import Screen
from quiz.bots.visitor import Visitor
from quiz.bots.watch import Watch
from quiz.bots.wire import Wire
from quiz.core.errors import Rejected
from quiz.core.state import Life
from quiz.core.views import PhoneView, QuestionView

Unreachable = (ConnectionError, TimeoutError, aiohttp.ClientError)
JOIN_ATTEMPTS = 8
LONGEST_WAIT_S = 3.0
BUSY = ("http_429", "http_503", "slow_down")


class Robot:
    """A phone in the hands of a mind; `place` counts the robots from 0."""

    def __init__(self, name: str, place: int, mind: Mind, visitor: Visitor, watch: Watch) -> None:
        self.name = name
        self.contest = ""
        self.wire: Wire | None = None
        self.screen = Screen()
        self._place = place
        self._mind = mind
        self._visitor = visitor
        self._watch = watch
        self._clock = Clock()
        self._luck = random.Random(place)
        self._hand: asyncio.Task[None] | None = None
        self._away_s = 0.0
        self._changed = asyncio.Event()
        self._welcomed = asyncio.Event()

    async def join(self, pin: str) -> bool:
        """Take a seat, patient with a busy server; False when it was refused (and counted)."""
        code = "unreachable"
        for attempt in range(JOIN_ATTEMPTS):
            try:
                self.contest = await join(self._visitor, pin, self.name, self._place)
            except Rejected as refusal:
                code = refusal.code
                if code not in BUSY:
                    break
            except Unreachable:
                code = "unreachable"
            else:
                self._watch.tally.joined += 1
                return True
            await asyncio.sleep(self._pause_s(attempt))
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
            await asyncio.sleep(away_s or self._pause_s(failures))

    async def _stay(self, wire: Wire) -> None:
        """Be counted as online until the connection ends."""
        self._watch.online += 1
        try:
            await self._watch.clock.measure_once(wire)
            await self._clock.measure(wire)
            await wire.ended()
        finally:
            self._watch.online -= 1
            self._welcomed.clear()

    @property
    def is_back(self) -> bool:
        """Whether the phone is connected and has been shown where the contest stands."""
        return self._welcomed.is_set()

    def lose_the_line(self) -> None:
        """Lose the connection without a word, as when the Wi-Fi goes."""
        self._welcomed.clear()
        if self.wire is not None:
            self.wire.abandon()

    async def leave(self) -> None:
        """Put the phone away."""
        if self._hand is not None:
            self._hand.cancel()
        if self.wire is not None:
            await self.wire.close()

    def _pause_s(self, failures: int) -> float:
        """How long to wait before trying again, spread so that robots do not come at once."""
        return self._luck.uniform(0.2, 1.0) * min(LONGEST_WAIT_S, 0.5 * 2.0**failures)

    def _take(self, event: str, body: bytes) -> None:
        """Follow one event of the server, and take the question up when it is time."""
        pushed = self.screen.take(event, body)
        self._changed.set()
        if event == "welcome":
            self._welcomed.set()
        view = self.screen.view
        self._watch.see(view, self.screen.question)
        if view is not None and (pushed or event == "seat"):
            took = self._watch.clock.now_ms() - view.now
            tally = self._watch.tally.question(self.screen.question)
            if pushed:
                tally.pushes.append(took)
            elif self.screen.has_verdict:
                tally.verdicts.append(took)
        if claimed := self.screen.claim():
            if self._hand is not None:
                self._hand.cancel()
            self._hand = asyncio.create_task(self._carry_out(*claimed))

    async def _carry_out(self, view: PhoneView, question: QuestionView) -> None:
        """Do what the mind decides: drop off if it wants to, wait for its moment, answer."""
        asked, move = self.screen.question, self._mind.move(view, question)
        if move.away_ms and self.wire is not None:
            self._away_s = move.away_ms / 1000
            await self.wire.close()
        await self._wait(view, move)
        if move.answer is not None and self.screen.question == asked:
            await self._answer(asked, question, move)

    async def _wait(self, view: PhoneView, move: Move) -> None:
        """Wait for the moment of the move, and for a clock that stands to run again."""
        opens_at = view.clock.opens_at if view.clock else view.now
        wait_ms = opens_at + move.after_ms - self._clock.now_ms()
        await asyncio.sleep(max(0.0, wait_ms) / 1000)
        while self.screen.view is not None and self.screen.view.life is Life.PAUSED:
            self._changed.clear()
            await self._changed.wait()

    async def _answer(self, asked: str, question: QuestionView, move: Move) -> None:
        """Send one answer, again with the same id after a break, until the server has replied."""
        tally = self._watch.tally.question(asked)
        tally.answered += 1
        answer_id = uuid.uuid4().hex
        fields = {
            "id": answer_id,
            "pool": question.pool,
            "ordinal": question.ordinal,
            "answer": move.answer,
        }
        self._watch.told(answer_id, None)
        began = 0.0
        while self.screen.question == asked:
            await self._welcomed.wait()
            began = began or time.monotonic()
            try:
                assert self.wire is not None
                reply = await self.wire.call("answer", fields)
            except Unreachable:
                await asyncio.sleep(self._pause_s(0))
                continue
            self._watch.told(answer_id, reply)
            if reply["ok"]:
                tally.acknowledged += 1
                tally.acks.append((time.monotonic() - began) * 1000)
            else:
                tally.refused[reply["code"]] += 1
            return
        tally.refused["not_acknowledged"] += 1
