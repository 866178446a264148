"""The hand on the console: acts over the socket, and waits until the server shows it."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from uuid import uuid4

import msgspec

from quiz.bots.crowd import open_http
from quiz.bots.visitor import HttpVisitor
from quiz.bots.wire import Wire
from quiz.cli.demo import DemoServer
from quiz.cli.demo_contest import Staged
from quiz.core.nouns.console_shapes import HostView
from quiz.core.nouns.shapes import Counts, Step

PATIENCE_S = 40
TRIES, AGAIN_S = 5, 0.3


class Host:
    """One console without a page."""

    def __init__(self) -> None:
        self.wire: Wire | None = None
        self._view: HostView | None = None
        self._counts: Counts | None = None
        self._news = asyncio.Event()

    @property
    def view(self) -> HostView:
        """What the console shows."""
        assert self._view is not None
        return self._view

    def take(self, event: str, body: bytes) -> None:
        """Follow one event of the server."""
        if event == "view":
            view = msgspec.json.decode(body, type=HostView)
            self._view = view if self._view is None or view.v >= self._view.v else self._view
        elif event == "counts":
            self._counts = msgspec.json.decode(body, type=Counts)
        self._news.set()

    async def until(self, happened: Callable[[], bool]) -> None:
        """Wait until what the server sent makes this true.

        Raises:
            TimeoutError: it did not in 40 s.
        """
        async with asyncio.timeout(PATIENCE_S):
            while not happened():
                self._news.clear()
                await self._news.wait()

    async def answered(self, count: int) -> None:
        """Wait until so many have answered, or until nobody can any more."""
        await self.until(
            lambda: (
                self.view.step != Step.CLOSE
                or (self._counts is not None and self._counts.answered >= count)
            )
        )

    async def helped(self, count: int) -> None:
        """Wait until so many of the audience have helped."""
        await self.until(lambda: self._counts is not None and self._counts.answered >= count)

    async def online(self, count: int) -> None:
        """Wait until so many phones are connected."""
        await self.until(lambda: self._counts is not None and self._counts.online >= count)

    async def act(self, name: str, **fields: object) -> None:
        """Do it, once more when the clock moved the contest meanwhile or it was too soon.

        Raises:
            RuntimeError: the server refused.
        """
        assert self.wire is not None
        for _ in range(TRIES):
            acted = self.view.acted
            act = {"id": uuid4().hex, "act": name, "based_on": acted, **fields}
            reply = await self.wire.call("act", act)
            if reply["ok"]:
                await self.until(lambda reply=reply: self.view.v >= reply["v"])  # type: ignore[misc]
                return
            if reply["code"] == "too_soon":
                await asyncio.sleep(AGAIN_S)
                continue
            if reply["code"] != "stale":
                break
            await self.until(lambda acted=acted: self.view.acted != acted)  # type: ignore[misc]
        raise RuntimeError(f"{name} at step {self.view.step}: {reply['code']}")

    async def go_to(self, step: str) -> None:
        """Press the primary button until it does this next."""
        while self.view.step != step:
            await self.act("advance")


@asynccontextmanager
async def signed_in(server: DemoServer, token: str) -> AsyncIterator[HttpVisitor]:
    """A host's session, by a one-time token."""
    async with open_http() as http:
        visitor = HttpVisitor(http, server.url)
        await visitor.get(f"/host/enter/{token}")
        yield visitor


@asynccontextmanager
async def hosting(visitor: HttpVisitor, staged: Staged) -> AsyncIterator[Host]:
    """A console of this contest, left with the block."""
    host = Host()
    host.wire = Wire(visitor, "/host", host.take)
    await host.wire.open({"contest": staged.contest})
    try:
        await host.until(lambda: host._view is not None)
        yield host
    finally:
        await host.wire.close()
