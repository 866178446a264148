"""A line on which every message takes so long, each way; none is lost, none overtakes another."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from contextlib import suppress

import aiohttp
from aiohttp import web

from tests.e2e.shim import Shim


class SlowLine(Shim):
    """Like the bad network, but what it does to messages is only to delay them, by `way_ms`."""

    def __init__(self, server_url: str, way_ms: int) -> None:
        super().__init__(server_url, random.Random(0))
        self.way_ms = way_ms

    async def close(self) -> None:
        """Listen no more; what is still on its way is lost."""
        for task in list(self._late):
            task.cancel()
        await super().close()

    async def _down(
        self, server: aiohttp.ClientWebSocketResponse, phone: web.WebSocketResponse
    ) -> None:
        async for packet in server:
            self._carry(phone.send_str, packet.data)
        await phone.close()

    async def _up(
        self, text: str, phone: web.WebSocketResponse, server: aiohttp.ClientWebSocketResponse
    ) -> None:
        self._carry(server.send_str, text)

    def _carry(self, send: Callable[[str], Awaitable[None]], text: str) -> None:
        """Send it when the way is done; timers of equal length end in the order they began."""

        async def arrive() -> None:
            await asyncio.sleep(self.way_ms / 1000)
            with suppress(ConnectionError, aiohttp.ClientError):
                await send(text)

        task = asyncio.create_task(arrive())
        self._late.add(task)
        task.add_done_callback(self._late.discard)
