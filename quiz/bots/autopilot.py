"""A host that plays the run of show by itself, until a person takes the console."""

import asyncio
import random
from collections.abc import Callable, Mapping
from enum import StrEnum
from uuid import uuid4

import msgspec

from quiz.bots.formats import plays_of
from quiz.bots.wire import Wire
from quiz.core.nouns.console_shapes import HostView
from quiz.core.nouns.shapes import Counts, Step
from quiz.core.nouns.state import Life, Stage

PAUSES_S: Mapping[str, float] = {
    Step.START_ROUND: 3,
    Step.DRAW: 3,
    Step.DRAW_RESERVE: 3,
    Step.SHOW: 1.5,
    Step.START_CLOCK: 3,
    Step.RESUME: 2,
    Step.REVEAL: 1.5,
    Step.SETTLE: 4,
    Step.FINISH_ROUND: 6,
    Step.FINISH: 4,
    Step.SHOW_PRIZE: 5,
}
"""How long people look at the hall before each step that every format has (s)."""
OTHER_STEP_S = 4
"""The same where nobody has said."""
AFTER_LAST_ANSWER_S = 1.0
TOO_SOON_S = 0.3
"""Until the next try, where a step came too soon after a change."""


class Ending(StrEnum):
    """Why the autopilot stopped."""

    FINISHED = "finished"
    TAKEN = "taken"


class Autopilot:
    """Follows the console's events; `fly` presses the primary button when it is time."""

    def __init__(self, *, speed: float = 1.0, luck: random.Random | None = None) -> None:
        self.view: HostView | None = None
        self.counts: Counts | None = None
        self._speed = speed
        self._luck = luck or random.Random()
        self._acted: int | None = None
        self._taken = False
        self._pressing = False
        self._changed = asyncio.Event()

    def take(self, event: str, body: bytes) -> None:
        """Follow one event of the server."""
        if event == "view":
            view = msgspec.json.decode(body, type=HostView)
            if self.view is None or view.v >= self.view.v:
                before, self.view = self.view, view
                self._notice(before, view)
        elif event == "counts":
            self.counts = msgspec.json.decode(body, type=Counts)
        self._changed.set()

    def _notice(self, before: HostView | None, view: HostView) -> None:
        """See whether the contest moved without us: only what goes by itself may do that."""
        if self._acted is None:
            self._acted = view.acted
        if self._pressing or view.acted == self._acted:
            return
        self._taken |= before is None or not is_by_itself(before, view)
        self._acted = view.acted

    async def fly(self, wire: Wire) -> Ending:
        """Play until the last prize is shown, or until somebody else acts as host.

        Raises:
            ConnectionError, TimeoutError: the server is gone.
        """
        await self._until(lambda: self.view is not None)
        while not self._taken:
            view = self.view
            assert view is not None
            if view.step == Step.NONE and view.hall.stage is Stage.FINISHED:
                return Ending.FINISHED
            await self._watch(view)
            if not self._moved(view):
                assert self.view is not None
                await self._press(wire, self.view)
        return Ending.TAKEN

    async def _watch(self, view: HostView) -> None:
        """Let the hall look or answer; at once when something else happens."""
        if view.step == Step.NONE:
            await self._until(lambda: self._moved(view))
            return
        if view.step != Step.CLOSE:
            await self._until(lambda: self._moved(view), pause_s(view) / self._speed)
            return
        await self._until(lambda: self._moved(view) or self._all_answered(view))
        await self._until(lambda: self._moved(view), AFTER_LAST_ANSWER_S / self._speed)

    def _moved(self, view: HostView) -> bool:
        return self._taken or self.view is None or self.view.acted != view.acted

    def _all_answered(self, view: HostView) -> bool:
        counts = self.counts
        return counts is not None and counts.v >= view.v and 0 < counts.eligible <= counts.answered

    async def _press(self, wire: Wire, view: HostView) -> None:
        """Do the next step, unless the contest has moved on meanwhile."""
        own = plays_of(view.hall.round).act(view, self._luck)
        act = {"id": uuid4().hex, "based_on": view.acted, **(own or {"act": "advance"})}
        self._pressing = True
        try:
            reply = await wire.call("act", act)
        finally:
            self._pressing = False
        if reply["ok"]:
            self._acted = reply["v"]
            await self._until(lambda: self.view is not None and self.view.v >= reply["v"])
        elif reply["code"] == "too_soon":
            await self._until(lambda: self._moved(view), TOO_SOON_S)
        elif reply["code"] != "stale":
            raise ConnectionError(f"the server refused to go on: {reply['code']}")
        if self.view is not None and self.view.acted != self._acted:
            self._taken |= not is_by_itself(view, self.view)
            self._acted = self.view.acted

    async def _until(self, happened: Callable[[], bool], patience_s: float | None = None) -> None:
        """Wait until something has happened, or for so long."""
        try:
            async with asyncio.timeout(patience_s):
                while not happened():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            return


def pause_s(view: HostView) -> float:
    """How long people look at the hall before the next step (s)."""
    return {**PAUSES_S, **plays_of(view.hall.round).pauses_s}.get(view.step, OTHER_STEP_S)


def is_by_itself(before: HostView, view: HostView) -> bool:
    """Whether all that happened is that a clock ran out, or what the format's rounds do alone."""
    clock = before.hall.clock
    if view.undoes == "QuestionClosed" and view.hall.life is Life.LOCKED:
        ran_out = clock is not None and view.hall.now >= clock.deadline
        return ran_out and before.hall.life is Life.CLOCK
    return plays_of(view.hall.round).by_itself(before, view)
