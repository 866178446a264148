"""A drill's run of show: the host presses on to the last prize, and each step is a moment."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import msgspec

from quiz.bots.formats import of_format, plays_of
from quiz.core.nouns.console_shapes import HostView
from quiz.core.nouns.shapes import Step
from quiz.core.nouns.state import Life
from quiz.drill import putting_right
from quiz.drill.console import Console
from quiz.drill.moments import Moment

StrikeIfDue = Callable[[Moment], Awaitable[None]]
"""Kills the server if that is due at this moment, and waits until everybody is back."""


class Show:
    """One console's run of show, with the kills that are due."""

    def __init__(
        self,
        console: Console,
        strike: StrikeIfDue,
        is_due: Callable[[Moment], bool],
        luck: random.Random,
    ) -> None:
        self._console = console
        self._strike = strike
        self._is_due = is_due
        self._luck = luck

    async def run(self) -> None:
        """Press the primary button until there is nothing left to do; raises Stuck."""
        while not self._over():
            match self._view["step"]:
                case "none":
                    await self._strike(Moment.SETTLING)
                    await self._console.until(lambda: bool(self._view["step"] != "none"))
                case "draw":
                    await self._draw()
                case "start_clock":
                    await self._console.press()
                    if self._answers_are_taken():
                        await self._strike(Moment.ANSWERING)
                        if self._is_due(Moment.ASKING_AGAIN):
                            await self._take_back()
                case "close":
                    await self._answers()
                case "reveal":
                    await self._press_and_strike(Moment.REVEAL)
                case "show_prize":
                    await self._press_and_strike(Moment.CEREMONY)
                case step if step not in tuple(Step):
                    await self._own_step()
                case _:
                    await self._console.press()

    @property
    def _view(self) -> Any:
        return self._console.view

    def _over(self) -> bool:
        return bool(self._view["step"] == "none" and self._view["hall"]["stage"] == "finished")

    async def _draw(self) -> None:
        """Go on to the next question, unless something of before is put right or taken back."""
        await self._strike(Moment.MIGRATION)
        right = putting_right.choose(self._console.log, self._luck)
        if right is not None and self._is_due(Moment.CORRECTING):
            await self._do_and_strike(right, Moment.CORRECTING)
        elif right is not None and self._is_due(Moment.UNDOING):
            await self._do_and_strike({"act": "undo", "steps": True}, Moment.UNDOING)
        else:
            await self._console.press()

    async def _take_back(self) -> None:
        """Take a question back while it is answered, to before it was drawn: it is asked anew."""
        back = {"act": "undo", "steps": True}
        await self._console.until(self._somebody_answered)
        await self._do_and_strike(back, Moment.ASKING_AGAIN)
        while self._view["hall"]["life"] is not None:
            await self._console.act(back)

    def _somebody_answered(self) -> bool:
        """Whether an answer came, or none can any more."""
        counts = self._console.counts
        return self._view["hall"]["life"] != "clock" or bool(counts and counts["answered"])

    async def _own_step(self) -> None:
        """A step of the format's own: a verdict on what is said, people who are being chosen."""
        seen = msgspec.convert(self._view, HostView)
        plays = plays_of(seen.hall.round)
        chosen = plays.choosing(seen)
        if chosen is not None and self._is_due(Moment.CHOOSING):
            await self._do_and_strike(chosen, Moment.CHOOSING)
            return
        if seen.hall.life is Life.HELD:
            await self._strike(Moment.SPOKEN)
            verdict = plays.act(seen, self._luck) or {"act": "advance"}
            await self._do_and_strike(verdict, Moment.OWN_STEP)
            return
        await self._press_and_strike(Moment.OWN_STEP)

    def _answers_are_taken(self) -> bool:
        """Whether the round's format lets phones answer now."""
        hall = self._view["hall"]
        name = hall["round"]["format"]
        return of_format(name).answering(Life(hall["life"]), hall["parts"].get(name))

    async def _answers(self) -> None:
        """Everybody answers, or one in turn; a turn ends by itself."""
        if self._view["hall"]["life"] == "held":
            await self._strike(Moment.IN_TURN)
            await self._console.until(lambda: bool(self._view["hall"]["life"] != "held"))
            return
        await self._console.until(self._answered_or_locked)
        if self._view["step"] == "close" and self._view["hall"]["life"] == "clock":
            await self._press_and_strike(Moment.LOCKED)

    def _answered_or_locked(self) -> bool:
        view, counts = self._view, self._console.counts
        fresh = counts is not None and counts["v"] >= view["v"]
        return view["step"] != "close" or (fresh and 0 < counts["eligible"] <= counts["answered"])

    async def _press_and_strike(self, moment: Moment) -> None:
        await self._do_and_strike({"act": "advance"}, moment)

    async def _do_and_strike(self, act: Mapping[str, object], moment: Moment) -> None:
        """Do it; when a kill is due, while the server carries it out."""
        doing = asyncio.create_task(self._console.act(act))
        try:
            await self._strike(moment)
            await doing
        finally:
            doing.cancel()
