"""A phone's connection: what it is sent goes out at once, by whoever sends it.

Engine.IO gives every connection a queue and two green threads of its own, one to write and one
to wait for the next heartbeat. Here the sender writes, and one sweep pings all: a push to
thousands needs no switch between threads, and a phone half the memory. Back-pressure is met per
connection: what a phone does not take at once waits, in order, for a thread that then writes it.
"""

import logging
import time
from typing import Any

from engineio.exceptions import SocketIsClosedError
from engineio.packet import CLOSE, MESSAGE, OPEN, PING, Packet
from engineio.socket import Socket

from quiz.transport.limits import GOOD_BYE_S
from quiz.transport.websocket.frames import text_frame
from quiz.transport.websocket.turns import Turns
from quiz.transport.websocket.websockets import WholeSocket

GOOD_BYE = b"\x88\x02\x03\xe8"
"""A websocket's closing frame: 1000, normal."""
_PING = Packet(PING)
_MESSAGE = str(MESSAGE)
_LEAVING = Turns()
"""When thousands lose the Wi-Fi at once, others have a turn after a few of them."""

log = logging.getLogger(__name__)


class Connection(Socket):  # type: ignore[misc]
    """One connection. `waiting` are the frames that the phone has not taken yet.

    `holder` is the seat that its cookie names, empty without one; or that it comes first.
    It is pinged every `heartbeat_s` and has `answer_s` to answer.
    """

    waiting: list[bytes]
    stream: WholeSocket | None
    last_ping: float | None
    holder: str
    heartbeat_s: float
    answer_s: float
    closing: bool
    closed: bool

    def send(self, pkt: Packet) -> None:
        """Write a packet, or leave it waiting while the phone takes no more."""
        # The same packet goes to every phone of a room: it is framed for the first.
        frame = pkt.__dict__.get("frame") or pkt.__dict__.setdefault(
            "frame", text_frame(pkt.encode())
        )
        self._write(frame)

    def say(self, message: str) -> None:
        """Write a packet of Socket.IO, as `send` does, for this phone alone."""
        self._write(text_frame(_MESSAGE + message))

    def _write(self, frame: bytes) -> None:
        if self.closed:
            raise SocketIsClosedError
        if self.waiting or self.stream is None:
            self.waiting.append(frame)
        elif rest := self.stream.offer(frame):
            self.waiting.append(rest)
            self.server.start_background_task(self._write_waiting)

    def _write_waiting(self) -> None:
        try:
            while self.waiting and self.stream is not None:
                self.stream.send(self.waiting[0])
                self.waiting[:1] = []
        except OSError:
            self.waiting.clear()

    def schedule_ping(self) -> None:
        """The heartbeat was answered: have the sweep ping again when it is time."""
        self.last_ping = None
        self.ping_at = time.monotonic() + self.heartbeat_s

    def keep_alive(self, stood_s: float = 0) -> None:
        """Ping when it is time; close when the last ping was not answered in time.

        The server stood still for `stood_s` since it looked last: what the phone said meanwhile
        lies unread, and that time is none of its own.
        """
        if self.closed or self.closing:
            return
        if self.last_ping is not None:
            self.last_ping += stood_s
        if self.last_ping is None and time.monotonic() >= self.ping_at:
            self.last_ping = time.monotonic()
            self.send(_PING)
        else:
            self.check_ping_timeout()

    def check_ping_timeout(self) -> bool:
        """Whether the last ping may still be answered; closes when it was not in time.

        By the time that passes: a clock set forward hangs nobody up. Only the sweep asks, which
        knows for how long the server stood still.

        Raises:
            SocketIsClosedError: the connection has ended.
        """
        if self.closed:
            raise SocketIsClosedError
        pinged = self.last_ping
        if pinged is None or time.monotonic() - pinged <= self.answer_s:
            return True
        self.close(wait=False, abort=False, reason=self.server.reason.PING_TIMEOUT)
        return False

    def close(self, wait: bool = True, abort: bool = False, reason: str | None = None) -> None:
        """End the connection: at once with `abort`, else after what waits and a good-bye."""
        if self.closed or self.closing:
            return
        self.closing = True
        why = reason or self.server.reason.SERVER_DISCONNECT
        self.server._trigger_event("disconnect", self.sid, why, run_async=False)
        if not abort:
            self.send(Packet(CLOSE))
        self.closed = True
        if abort:
            self._hang_up()
        else:
            self.server.start_background_task(self._finish)

    def _finish(self) -> None:
        give_up = time.monotonic() + GOOD_BYE_S
        while self.waiting and time.monotonic() < give_up:
            self.server.sleep(0.05)
        if not self.waiting and self.stream is not None:
            self.stream.offer(GOOD_BYE)
        self._hang_up()

    def _hang_up(self) -> None:
        self.waiting.clear()
        if self.stream is not None:
            self.stream.hang_up()

    def _websocket_handler(self, ws: Any) -> list[bytes]:
        """Read until either side ends it."""
        self.connected = self.upgraded = True
        self.stream = ws.stream
        # Who is silent is found by the pings.
        self.stream.settimeout(None)
        self._write_waiting()
        try:
            while (message := ws.wait()) is not None:
                self._take(message)
        except Exception as problem:  # noqa: BLE001
            # What was sent is not logged: it may hold anything.
            log.info("A connection ended: %s", type(problem).__name__)
        _LEAVING.wait(self.server.start_background_task)
        self.close(wait=False, abort=True, reason=self.server.reason.TRANSPORT_CLOSE)
        return []

    def _take(self, message: str) -> None:
        if message.startswith(_MESSAGE):
            # As `receive` has it, which first tries whether all of it is JSON.
            self.server._trigger_event("message", self.sid, message[1:], run_async=False)
        else:
            self.receive(Packet(encoded_packet=message))


def adopt(raw: Socket, heartbeat: tuple[float, float]) -> None:
    """Make a connection that Engine.IO has just opened one of ours, with a heartbeat of its own."""
    raw.__class__ = Connection
    raw.stream, raw.waiting, raw.holder = None, [], ""
    raw.heartbeat_s, raw.answer_s = heartbeat
    raw.schedule_ping()
    for packet in raw.__dict__.pop("queue").queue:
        if packet.packet_type == OPEN:
            every_ms, answer_ms = (round(seconds * 1000) for seconds in heartbeat)
            packet.data |= {"pingInterval": every_ms, "pingTimeout": answer_ms}
        raw.send(packet)
