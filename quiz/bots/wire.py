"""One Socket.IO namespace over one websocket, as lean as a thousand phones need it.

Text packets of Engine.IO 4 and Socket.IO 5 only: the contract has no binary ones.
"""

import asyncio
import itertools
import re
from collections.abc import Callable
from socket import SHUT_RDWR
from typing import Any

import aiohttp
import msgspec

from quiz.bots.visitor import HttpVisitor
from quiz.core.errors import Rejected

OPENING_S = 20.0
OPEN, PING, PONG = "0", "2", "3"
CONNECT, DISCONNECT, EVENT, ACK, REFUSAL = "0", "1", "2", "3", "4"
_PACKET = re.compile(r"4([0-4])(?:/[^,\[{]*,)?(\d*)(.*)", re.DOTALL)

Ack = dict[str, Any]
OnEvent = Callable[[str, bytes], None]
"""Gets the name of an event and its first argument as JSON."""


class Wire:
    """A connection that has been asked for; `open` it, `call`, and wait until it has `ended`."""

    def __init__(self, visitor: HttpVisitor, namespace: str, on_event: OnEvent) -> None:
        self._visitor = visitor
        self._namespace = namespace
        self._on_event = on_event
        self._ids = itertools.count()
        self._acks: dict[int, asyncio.Future[Ack]] = {}
        self._connected: asyncio.Future[None] | None = None
        self._socket: aiohttp.ClientWebSocketResponse | None = None
        self._reader: asyncio.Task[None] | None = None
        self._patience_s = OPENING_S

    async def open(self, auth: dict[str, str]) -> None:
        """Connect; events may arrive before this returns.

        Raises:
            Rejected: the server refused the connection, with its code.
            ConnectionError, aiohttp.ClientError, TimeoutError: the server cannot be reached.
        """
        address = f"ws{self._visitor.url.removeprefix('http')}/socket.io/"
        self._connected = asyncio.get_running_loop().create_future()
        try:
            async with asyncio.timeout(OPENING_S):
                self._socket = await self._visitor.http.ws_connect(
                    f"{address}?EIO=4&transport=websocket", headers=self._visitor.headers
                )
                self._reader = asyncio.create_task(self._read(self._socket, auth))
                await self._connected
        except BaseException:
            await self.close()
            raise

    async def call(self, event: str, data: object, patience_s: float = 10.0) -> Ack:
        """Send an event and return what the server acknowledged.

        Raises:
            ConnectionError: the connection broke first, or is not open.
            TimeoutError: no acknowledgement within `patience_s`.
        """
        if self._socket is None or self._socket.closed:
            raise ConnectionError("not open")
        number = next(self._ids)
        self._acks[number] = asyncio.get_running_loop().create_future()
        body = msgspec.json.encode([event, data]).decode()
        try:
            await self._socket.send_str(f"4{EVENT}{self._namespace},{number}{body}")
            async with asyncio.timeout(patience_s):
                return await self._acks[number]
        finally:
            self._acks.pop(number).cancel()

    async def ended(self) -> None:
        """Wait until the connection is gone, whoever ended it."""
        if self._reader is not None:
            await asyncio.wait([self._reader])

    def abandon(self) -> None:
        """Break the connection at once, without a good-bye."""
        if self._socket is not None:
            self._socket.get_extra_info("socket").shutdown(SHUT_RDWR)

    async def close(self) -> None:
        """End the connection, as a phone that leaves the page does."""
        if self._socket is not None:
            await self._socket.close()
        if self._reader is not None:
            self._reader.cancel()
            await asyncio.wait([self._reader])

    async def _read(self, socket: aiohttp.ClientWebSocketResponse, auth: dict[str, str]) -> None:
        """Take packets until the socket closes or has been silent for too long."""
        try:
            while True:
                packet = await socket.receive(timeout=self._patience_s)
                if packet.type is not aiohttp.WSMsgType.TEXT:
                    break
                await self._take(socket, packet.data, auth)
        except (ConnectionError, TimeoutError, aiohttp.ClientError):
            pass
        finally:
            self._forget_all()
            await socket.close()

    async def _take(
        self, socket: aiohttp.ClientWebSocketResponse, packet: str, auth: dict[str, str]
    ) -> None:
        """Carry out one packet of Engine.IO."""
        if packet == PING:
            await socket.send_str(PONG)
        elif packet.startswith(OPEN):
            pace = msgspec.json.decode(packet[1:])
            self._patience_s = (pace["pingInterval"] + pace["pingTimeout"]) / 1000
            greeting = msgspec.json.encode(auth).decode()
            await socket.send_str(f"4{CONNECT}{self._namespace},{greeting}")
        elif found := _PACKET.fullmatch(packet):
            await self._take_message(socket, *found.groups())

    async def _take_message(
        self, socket: aiohttp.ClientWebSocketResponse, kind: str, number: str, body: str
    ) -> None:
        """Carry out one packet of Socket.IO."""
        assert self._connected is not None
        if kind == CONNECT and not self._connected.done():
            self._connected.set_result(None)
        elif kind == REFUSAL and not self._connected.done():
            self._connected.set_exception(Rejected(msgspec.json.decode(body)["message"]))
        elif kind == DISCONNECT:
            await socket.close()
        elif kind == EVENT:
            parts = msgspec.json.decode(body, type=list[msgspec.Raw])
            name = msgspec.json.decode(parts[0], type=str)
            self._on_event(name, bytes(parts[1]) if len(parts) > 1 else b"null")
        elif kind == ACK and (waiting := self._acks.get(int(number))) and not waiting.done():
            waiting.set_result(msgspec.json.decode(body, type=tuple[Ack, ...])[0])

    def _forget_all(self) -> None:
        """Tell everybody who waits that the connection is gone."""
        for waiting in [*self._acks.values(), self._connected]:
            if waiting is not None and not waiting.done():
                waiting.set_exception(ConnectionError("the connection is gone"))
                waiting.exception()  # seen: nobody may be left to ask
