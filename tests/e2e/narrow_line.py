"""A line that a whole hall shares: what the server sends waits in one queue for so many bits/s.

Each connection has at most `WINDOW` bytes in the queue, as TCP would; the more of them send, the
longer a small message waits behind them. What phones send goes at once.
"""

import asyncio
import socket
from contextlib import suppress

PACKET = 1_460
WINDOW = 32 * PACKET


class NarrowLine:
    """Listens on a port of its own, before the server at `server_url`."""

    def __init__(self, server_url: str, bits_per_second: int) -> None:
        self.url = ""
        host, _, port = server_url.removeprefix("http://").partition(":")
        self._server = (host, int(port))
        self._byte_s = 8 / bits_per_second
        self._queue: asyncio.Queue[tuple[bytes, asyncio.StreamWriter, asyncio.Semaphore]]
        self._tasks: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Begin to listen."""
        self._queue = asyncio.Queue()
        self._listening = await asyncio.start_server(self._take, "127.0.0.1", 0, limit=PACKET)
        host, port = self._listening.sockets[0].getsockname()[:2]
        self.url = f"http://{host}:{port}"
        self._task(asyncio.create_task(self._carry()))

    async def close(self) -> None:
        """Listen no more; what is on its way is lost."""
        self._listening.close()
        for task in list(self._tasks):
            task.cancel()

    def _task(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _take(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        here = socket.socket()
        # Else the machine would take a whole picture before the line has carried any of it.
        here.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
        here.setblocking(False)
        await asyncio.get_running_loop().sock_connect(here, self._server)
        from_server, to_server = await asyncio.open_connection(sock=here, limit=PACKET)
        self._task(asyncio.create_task(self._up(reader, to_server)))
        self._task(asyncio.create_task(self._down(from_server, writer)))

    async def _up(self, reader: asyncio.StreamReader, to_server: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while data := await reader.read(65_536):
                to_server.write(data)
                await to_server.drain()
        to_server.close()

    async def _down(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        window = asyncio.Semaphore(WINDOW // PACKET)
        with suppress(ConnectionError):
            while data := await reader.read(PACKET):
                await window.acquire()
                self._queue.put_nowait((data, writer, window))
        for _ in range(WINDOW // PACKET):
            await window.acquire()
        writer.close()

    async def _carry(self) -> None:
        loop = asyncio.get_running_loop()
        free = loop.time()
        while True:
            data, writer, window = await self._queue.get()
            free = max(free, loop.time() - 0.01) + len(data) * self._byte_s
            await asyncio.sleep(free - loop.time())
            window.release()
            if not writer.is_closing():
                writer.write(data)
