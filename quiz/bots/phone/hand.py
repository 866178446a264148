"""What a robot's hand does: it waits for its moment, runs the errand, gives the answer."""

import asyncio
import time
import uuid
from collections import Counter
from collections.abc import Coroutine
from typing import Protocol

from quiz.bots.formats.declaring import Errand
from quiz.bots.phone.clock import PhoneClock
from quiz.bots.phone.mind import Mind, Move
from quiz.bots.phone.screen import Screen
from quiz.bots.watch import Watch
from quiz.bots.wire import Ack
from quiz.core.nouns.shapes import PhoneView, QuestionView
from quiz.core.nouns.state import Life


class RobotPhone(Protocol):
    """The phone in the hand."""

    screen: Screen
    clock: PhoneClock

    async def come_back(self) -> None:
        """Wait until it is connected and has been shown where the contest stands."""
        ...

    async def deliver(self, event: str, fields: dict[str, object]) -> Ack | None:
        """Send it; None when the connection broke first."""
        ...

    async def drop_off(self, away_s: float) -> None:
        """Lose the connection and be back so much later."""
        ...


class Hand:
    """Carries out what the mind decides; `look` is called whenever the screen may have changed."""

    def __init__(self, mind: Mind, phone: RobotPhone, watch: Watch) -> None:
        self._mind = mind
        self._phone = phone
        self._watch = watch
        self._changed = asyncio.Event()
        self._doing: dict[str, asyncio.Task[None]] = {}

    def look(self) -> None:
        """Take up what there is to do now: to answer, to run an errand."""
        self._changed.set()
        screen = self._phone.screen
        if claimed := screen.claim():
            self._begin("answer", self._answer(*claimed))
        for errand, question in screen.claim_errands():
            self._begin(errand.event, self._run(errand, question))

    def rest(self) -> None:
        """Do nothing more."""
        for task in self._doing.values():
            task.cancel()

    def _begin(self, what: str, work: Coroutine[None, None, None]) -> None:
        if what in self._doing:
            self._doing[what].cancel()
        self._doing[what] = asyncio.create_task(work)

    async def _answer(self, view: PhoneView, question: QuestionView) -> None:
        """Drop off if the mind wants to, wait for the moment, answer."""
        screen = self._phone.screen
        asked, move = screen.question, self._mind.move(view, question)
        if move.away_ms:
            await self._phone.drop_off(move.away_ms / 1000)
        await self._wait(view, move)
        if move.answer is None or screen.question != asked:
            return
        tally = self._watch.tally.question(asked)
        tally.answered += 1
        took = await self._send("answer", asked, _named(question, move), tally.refused)
        if took is not None:
            tally.acknowledged += 1
            tally.acks.append(took)

    async def _wait(self, view: PhoneView, move: Move) -> None:
        """Wait for the moment of the move, and for a clock that stands to run again."""
        await self._until((view.clock.opens_at if view.clock else view.now) + move.after_ms)
        screen = self._phone.screen
        while screen.view is not None and screen.view.life is Life.PAUSED:
            self._changed.clear()
            await self._changed.wait()

    async def _run(self, errand: Errand, question: QuestionView) -> None:
        """Come forward at the moment, unless the chance is gone by then."""
        screen = self._phone.screen
        asked, since, after_ms = (
            screen.question,
            screen.since(errand),
            self._mind.volunteer(question),
        )
        if after_ms is None:
            return
        await self._until(since + after_ms)
        if screen.since(errand) != since:
            return
        tally = self._watch.tally.question(asked).others[errand.event]
        tally.sent += 1
        fields = {**_named(question), **errand.fields(since)}
        took = await self._send(errand.event, asked, fields, tally.refused)
        tally.acknowledged += took is not None

    async def _until(self, moment_ms: float) -> None:
        """Wait until the server's clock says so much."""
        await asyncio.sleep(max(0.0, moment_ms - self._phone.clock.now_ms()) / 1000)

    async def _send(
        self, event: str, asked: str, fields: dict[str, object], refused: Counter[str]
    ) -> float | None:
        """Send, again with the same id after a break, until the server replies or time is over.

        The time to the acknowledgement (ms); None when it was refused, and counted.
        """
        sent = str(fields["id"])
        self._watch.told(sent, None)
        began = 0.0
        while self._phone.screen.question == asked:
            await self._phone.come_back()
            began = began or time.monotonic()
            reply = await self._phone.deliver(event, fields)
            if reply is None:
                continue
            self._watch.told(sent, reply)
            if reply["ok"]:
                return (time.monotonic() - began) * 1000
            refused[reply["code"]] += 1
            return None
        refused["not_acknowledged"] += 1
        return None


def _named(question: QuestionView, move: Move | None = None) -> dict[str, object]:
    """A message about this question, with an id of its own."""
    fields: dict[str, object] = {"id": uuid.uuid4().hex}
    fields |= {"pool": question.pool, "ordinal": question.ordinal}
    return fields if move is None else fields | {"asked": question.asked, "answer": move.answer}
