"""A host who reconnects and retries an act, with its id as idempotency key, until answered."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

import msgspec

from quiz.bots.phone.robot import Unreachable
from quiz.bots.visitor import HttpVisitor
from quiz.bots.wire import Wire
from quiz.drill.ledger import Ledger

BACK_S = 0.2
PATIENCE_S = 90.0
DONE = ("already_accepted", "no_such_judgement")
"""What is to be put right is so already."""


class Stuck(Exception):
    """What was waited for did not happen."""


class Console:
    """One console. `view`, `counts` and `log` are what the server told last.

    `visits` counts the connections that brought a view.
    """

    def __init__(self, visitor: HttpVisitor, contest: str) -> None:
        self.view: Any = None
        self.counts: Any = None
        self.log: list[Any] = []
        self.visits = 0
        self.acts = Ledger()
        self._visitor = visitor
        self._contest = contest
        self._wire: Wire | None = None
        self._coming = False
        self._changed = asyncio.Event()

    async def stay(self) -> None:
        """Be connected until cancelled."""
        while True:
            wire = Wire(self._visitor, "/host", self._take)
            try:
                await wire.open({"contest": self._contest})
                self._wire = wire
                await wire.ended()
            except Unreachable:
                pass
            finally:
                self._wire = None
                await wire.close()
            await asyncio.sleep(BACK_S)

    def _take(self, event: str, body: bytes) -> None:
        if event == "view":
            view = msgspec.json.decode(body)
            if self.view is None or view["v"] >= self.view["v"]:
                self.view = view
            self.visits += self._coming
            self._coming = False
        elif event == "log":
            told = msgspec.json.decode(body)
            self.log = [*self.log[: told["kept"]], *told["rows"]]
        elif event == "counts":
            self.counts = msgspec.json.decode(body)
        elif event == "place":
            self._coming = True
        self._changed.set()

    async def until(self, happened: Callable[[], bool]) -> None:
        """Wait until what the server sent makes this true; raises Stuck."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                while not happened():
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            step = self.view and self.view["step"]
            raise Stuck(f"step {step}, {self.counts}") from None

    async def press(self) -> None:
        """Do the next step, and wait until the console shows it."""
        await self.act({"act": "advance"})

    async def act(self, fields: Mapping[str, object]) -> None:
        """Do this, and wait until the console shows it; raises Stuck where it is refused."""
        act_id = uuid4().hex
        act: dict[str, Any] = {"id": act_id, "based_on": self.view["acted"], **fields}
        self.acts.note(act_id, None)
        reply = await self._answered(act)
        self.acts.note(act_id, reply)
        if reply["ok"]:
            await self.until(lambda: bool(self.view["v"] >= reply["v"]))
        elif reply["code"] == "stale":
            await self.until(lambda: bool(self.view["acted"] > act["based_on"]))
        elif reply["code"] == "too_soon":
            await asyncio.sleep(BACK_S)
        elif reply["code"] not in DONE:
            raise Stuck(f"the server refused to go on: {reply['code']}")

    async def _answered(self, act: dict[str, object]) -> dict[str, Any]:
        while True:
            try:
                if self._wire is not None:
                    return await self._wire.call("act", act)
            except Unreachable:
                pass
            await asyncio.sleep(BACK_S)
