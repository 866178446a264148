"""A bad network between phones and server: answers and buzzes suffer on it.

They are dropped, doubled, delayed and overtaken.

A dropped message takes its line with it, as on a real network, where a line that lives loses
nothing. What the server sends passes untouched.
"""

import asyncio
import json
import random
from collections import Counter
from typing import Any

import aiohttp
from aiohttp import web

SUFFERING = ('["answer",', '["buzz",')
LATEST_S = 0.4
KEPT = ("Host", "Cookie", "Origin", "Referer", "Content-Type")


class Shim:
    """Listens on a port of its own.

    `sent` has every answer and buzz by its id, `happened` counts.
    """

    def __init__(self, server_url: str, luck: random.Random) -> None:
        self.url = ""
        self.sent: dict[str, dict[str, Any]] = {}
        self.happened: Counter[str] = Counter()
        self._server_url = server_url
        self._luck = luck
        self._late: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Begin to listen."""
        self._http = aiohttp.ClientSession(
            connector=aiohttp.TCPConnector(limit=0),
            cookie_jar=aiohttp.DummyCookieJar(),
            auto_decompress=False,
        )
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._pass)
        self._runner = web.AppRunner(app, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    async def close(self) -> None:
        """Listen no more."""
        await self._runner.cleanup()
        await self._http.close()

    async def _pass(self, request: web.Request) -> web.StreamResponse:
        headers = {name: request.headers[name] for name in KEPT if name in request.headers}
        address = self._server_url + request.path_qs
        if request.headers.get("Upgrade", "").lower() == "websocket":
            return await self._connect(request, address, headers)
        body = await request.read()
        async with self._http.request(
            request.method, address, data=body, headers=headers, allow_redirects=False
        ) as answer:
            kept = [
                (name, text)
                for name, text in answer.headers.items()
                if name in ("Location", "Set-Cookie", "Content-Type", "Content-Encoding")
            ]
            made = web.Response(status=answer.status, body=await answer.read())
            made.headers.clear()
            made.headers.extend(kept)
            return made

    async def _connect(
        self, request: web.Request, address: str, headers: dict[str, str]
    ) -> web.WebSocketResponse:
        phone = web.WebSocketResponse(compress=False)
        await phone.prepare(request)
        async with self._http.ws_connect(address, headers=headers) as server:
            down = asyncio.create_task(self._down(server, phone))
            async for packet in phone:
                await self._up(packet.data, phone, server)
            down.cancel()
        return phone

    async def _down(
        self, server: aiohttp.ClientWebSocketResponse, phone: web.WebSocketResponse
    ) -> None:
        async for packet in server:
            await phone.send_str(packet.data)
        await phone.close()

    async def _up(
        self, text: str, phone: web.WebSocketResponse, server: aiohttp.ClientWebSocketResponse
    ) -> None:
        """One packet of a phone."""
        if not any(event in text for event in SUFFERING):
            await server.send_str(text)
            return
        message = json.loads(text[text.index("[") :])[1]
        self.sent[message["id"]] = message
        fate = self._luck.choice(("whole", "dropped", "doubled", "delayed", "unheard"))
        self.happened[fate] += 1
        if fate == "dropped":
            await phone.close()
            return
        copies = 2 if fate == "doubled" else 1
        for _ in range(copies):
            if fate in ("doubled", "delayed"):
                self._later(server, text)
            else:
                await server.send_str(text)
        if fate == "unheard":
            # The server has it; the phone never learns so on this line.
            await phone.close()

    def _later(self, server: aiohttp.ClientWebSocketResponse, text: str) -> None:
        async def send() -> None:
            await asyncio.sleep(self._luck.uniform(0, LATEST_S))
            if not server.closed:
                await server.send_str(text)

        task = asyncio.create_task(send())
        self._late.add(task)
        task.add_done_callback(self._late.discard)
