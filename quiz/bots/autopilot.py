"""A host that plays the run of show by itself, until a person takes the console."""

import asyncio
import random
from collections.abc import Callable, Mapping
from enum import StrEnum
from uuid import uuid4

import msgspec

from quiz.bots.wire import Wire
from quiz.core.console_views import HostView
from quiz.core.state import Life, Stage
from quiz.core.views import Counts, Step

PAUSES_S: Mapping[str, float] = {
    Step.START_ROUND: 3,
    Step.DRAW: 3,
    Step.DRAW_RESERVE: 3,
    Step.SHOW: 1.5,
    Step.START_CLOCK: 3,
    Step.RESUME: 2,
    "judge": 3,
    Step.REVEAL: 1.5,
    Step.SETTLE: 4,
    "open_rescue": 4,
    "rescue": 5,
    "ring_bell": 4,
    Step.FINISH_ROUND: 6,
    Step.FINISH: 4,
    Step.SHOW_PRIZE: 5,
}
"""How long people look at the hall before each step (s)."""
AFTER_LAST_ANSWER_S = 1.0
RIGHT_ALOUD = 0.5
"""How often what somebody says is judged right: nobody says anything."""


class Ending(StrEnum):
    """Why the autopilot stopped."""

    FINISHED = "finished"
    TAKEN = "taken"


class Autopilot:
    """Follows the console's events; `fly` presses the primary button when it is time."""

    def __init__(
        self, *, speed: float = 1.0, rescues: int = 1, luck: random.Random | None = None
    ) -> None:
        self.view: HostView | None = None
        self.counts: Counts | None = None
        self._speed = speed
        self._rescues = rescues
        self._luck = luck or random.Random()
        self._judged: set[tuple[int, int]] = set()
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
        """See whether the contest moved without us: only a clock or a buzz may do that."""
        if self._acted is None:
            self._acted = view.acted
        if self._pressing or view.acted == self._acted:
            return
        self._taken |= before is None or not by_itself(before, view)
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
        """Let the hall look, answer or buzz; at once when something else happens."""
        if view.step == Step.NONE:
            await self._until(lambda: self._moved(view))
            return
        if view.step != Step.CLOSE:
            await self._until(lambda: self._moved(view), PAUSES_S[view.step] / self._speed)
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
        turn = self._turn_to_judge(view)
        act = {"id": uuid4().hex, "based_on": view.acted, **self._act(view, turn)}
        self._pressing = True
        try:
            reply = await wire.call("act", act)
        finally:
            self._pressing = False
        if reply["ok"]:
            self._acted = reply["v"]
            self._judged.add(turn)
            await self._until(lambda: self.view is not None and self.view.v >= reply["v"])
        elif reply["code"] != "stale":
            raise ConnectionError(f"the server refused to go on: {reply['code']}")
        if self.view is not None and self.view.acted != self._acted:
            self._taken |= not by_itself(view, self.view)
            self._acted = self.view.acted

    def _act(self, view: HostView, turn: tuple[int, int]) -> dict[str, object]:
        """Which act the next step is."""
        rescue = view.parts.get("golden_bell")
        used = rescue["used"] if rescue else 0
        if view.step == "open_rescue" and used >= self._rescues:
            return {"act": "decline_rescue"}
        if view.step != "judge":
            return {"act": "advance"}
        right = self._luck.random() < RIGHT_ALOUD
        return {"act": "judge_turn", "number": turn[1], "right": right}

    def _turn_to_judge(self, view: HostView) -> tuple[int, int]:
        """Since when and who of those that have the turn is to be judged next; 0 for nobody."""
        buzzer = view.hall.parts.get("buzzer")
        if view.step != "judge" or buzzer is None:
            return (0, 0)
        turns = ((buzzer["since"], person["number"]) for person in buzzer["answering"])
        return next((turn for turn in turns if turn not in self._judged), (0, 0))

    async def _until(self, happened: Callable[[], bool], patience_s: float | None = None) -> None:
        """Wait until something has happened, or for so long."""
        try:
            async with asyncio.timeout(patience_s):
                while not happened():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            return


def by_itself(before: HostView, view: HostView) -> bool:
    """Whether all that happened is that a clock ran out, or that somebody buzzed or answered."""
    was, clock = before.hall.life, before.hall.clock
    match view.undoes, view.hall.life:
        case "QuestionClosed", Life.LOCKED:
            ran_out = clock is not None and view.hall.now >= clock.deadline
            return ran_out and was is Life.CLOCK
        case ("BuzzOpened", Life.HELD) | ("TurnEnded", Life.LOCKED | Life.PAUSED):
            return True
        case "TurnGiven", Life.HELD:
            return (before.hall.parts.get("buzzer") or {}).get("phase") == "buzzed"
    return False
