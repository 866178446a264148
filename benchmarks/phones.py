"""Phones so light that the server is what is measured.

Each comes in as a real one does (page, form, cookie, socket, five looks at the server's clock)
and answers every question at a moment of its own. What all phones are sent alike is read once;
of the rest only the bytes are looked at that tell what happened. Phones and server share one
machine, so they share its clock.
"""

import asyncio
import functools
import random
import re
import time
from collections.abc import Iterator

import msgspec
from doorway import join

from quiz.bots.phone.clock import SAMPLES
from quiz.bots.phone.mind import QUICKEST_MS
from quiz.bots.phone.screen import name_of
from quiz.bots.tally import RobotTally
from quiz.core.nouns.shapes import PhoneView
from quiz.core.nouns.state import Life, Stage

AT_THE_DOOR = 32
_CODE = re.compile(rb'"code":"([^"]+)"')
_EVENT, RECEIPT, CONNECTED = b'42/play,["', b"43/play,", b"40/play"
_VIEW, _SEAT, WELCOME = (_EVENT + name + b'",' for name in (b"view", b"seat", b"welcome"))


def masked(text: str) -> bytes:
    """A short text as a client's websocket frame, masked with zeros."""
    data = text.encode()
    assert len(data) < 126
    return bytes((0x81, 0x80 | len(data))) + bytes(4) + data


PONG = masked("3")
CLOCKS = [masked(f'42/play,{number}["clock",{{}}]') for number in range(SAMPLES)]


@functools.lru_cache(maxsize=16)
def read_view(event: bytes) -> tuple[PhoneView, str]:
    """A view and the name of the question it shows; read for the first phone it comes to."""
    view = msgspec.json.decode(event[len(_VIEW) : -1], type=PhoneView)
    return view, question_of(view)


def question_of(view: PhoneView) -> str:
    """The name of the question that it shows, or empty."""
    shown = view.question is not None and view.life is not Life.DRAWN
    return name_of(view, view.question) if shown and view.question else ""


class Seats:
    """All phones of one server and what they saw.

    `opened` is set when the first clock runs, `finished` when the contest is over; `broken` is
    how many phones lost their connection before that.
    """

    def __init__(self, url: str, pin: str, answer_within_s: float) -> None:
        self.host = url.removeprefix("http://")
        self.pin = pin
        self.answer_within_ms = answer_within_s * 1000
        self.tally = RobotTally()
        self.broken = 0
        self.opened = asyncio.Event()
        self.finished = asyncio.Event()

    async def gather(self, count: int) -> None:
        """Let so many phones in, until each is connected and has measured its clock."""
        places = iter(range(count))
        await asyncio.gather(*(self._let_in(places) for _ in range(AT_THE_DOOR)))

    async def _let_in(self, places: Iterator[int]) -> None:
        host, _, port = self.host.partition(":")
        loop = asyncio.get_running_loop()
        for place in places:
            request, contest = await join(self.host, self.pin, f"Thí sinh {place}")
            make = functools.partial(self.seat, place, contest, request)
            _, phone = await loop.create_connection(make, host, int(port))
            await phone.ready
            self.tally.joined += 1

    def seat(self, place: int, contest: str, request: bytes) -> "Phone":
        """One more."""
        return Phone(self, place, contest, request)


class Phone(asyncio.Protocol):
    """One phone; `ready` once it is connected and has measured its clock."""

    def __init__(self, seats: Seats, place: int, contest: str, request: bytes) -> None:
        self.ready = asyncio.get_running_loop().create_future()
        self._seats = seats
        self._luck = random.Random(place)
        self._contest = contest
        self._request = request
        self._unread = b""
        self._upgraded = self._may_answer = False
        self._view: PhoneView | None = None
        self._question = self._claimed = ""
        self._sent = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Ask for a websocket."""
        assert isinstance(transport, asyncio.Transport)
        self._write = transport.write
        self._write(self._request)

    def connection_lost(self, exc: Exception | None) -> None:
        """Be counted when that was not at the end."""
        self._seats.broken += not self._seats.finished.is_set()

    def data_received(self, data: bytes) -> None:
        """Take what has come in whole."""
        data = self._unread + data
        if not self._upgraded:
            _, self._upgraded, data = data.partition(b"\r\n\r\n")
        at = 0
        while at + 2 <= len(data):
            size, start = data[at + 1], at + 2
            if size >= 126:
                start += 2 if size == 126 else 8
                size = int.from_bytes(data[at + 2 : start], "big")
            if start + size > len(data):
                break
            self._take(data[start : start + size])
            at = start + size
        self._unread = data[at:]

    def _take(self, packet: bytes) -> None:
        """Follow one packet of the server."""
        if packet.startswith(RECEIPT):
            self._receive(packet[len(RECEIPT) :])
        elif packet.startswith(_VIEW):
            self._see(*read_view(packet))
        elif packet.startswith((_SEAT, WELCOME)):
            self._may_answer = b'"may_answer":true' in packet
            self._sit(packet)
        elif packet == b"2":
            self._write(PONG)
        elif packet.startswith(b"0"):
            self._write(masked(f'40/play,{{"contest":"{self._contest}"}}'))
        elif packet.startswith(CONNECTED):
            self._write(CLOCKS[0])

    def _receive(self, receipt: bytes) -> None:
        """Look at the clock again, or note what became of the answer."""
        number = int(receipt[: receipt.index(b"[")])
        if number + 1 < SAMPLES:
            self._write(CLOCKS[number + 1])
        elif number < SAMPLES:
            self.ready.set_result(None)
        else:
            tally = self._seats.tally.question(self._claimed)
            if b'"ok":true' in receipt:
                tally.acknowledged += 1
                tally.acks.append((time.monotonic() - self._sent) * 1000)
            else:
                code = _CODE.search(receipt)
                tally.refused[code[1].decode() if code else "?"] += 1

    def _see(self, view: PhoneView, question: str) -> None:
        """Note how long a new question took to come; answer it when its clock runs."""
        if question not in ("", self._question):
            self._seats.tally.question(question).pushes.append(time.time() * 1000 - view.now)
        self._view, self._question = view, question
        if view.stage is Stage.FINISHED:
            self._seats.finished.set()
        self._claim(view)

    def _sit(self, packet: bytes) -> None:
        """Note how long one's own result took to come after the reveal."""
        if self._view is None:
            return
        if self._view.life is Life.REVEALED and b'"verdict":"' in packet:
            took = time.time() * 1000 - self._view.now
            self._seats.tally.question(self._question).verdicts.append(took)
        self._claim(self._view)

    def _claim(self, view: PhoneView) -> None:
        """Choose the moment of the answer, once for each question."""
        if view.life is not Life.CLOCK or not self._may_answer or self._claimed == self._question:
            return
        self._claimed = self._question
        assert view.clock is not None
        self._seats.opened.set()
        after_ms = self._luck.uniform(QUICKEST_MS, self._seats.answer_within_ms)
        wait_ms = view.clock.opens_at + after_ms - time.time() * 1000
        asyncio.get_running_loop().call_later(wait_ms / 1000, self._answer, view)

    def _answer(self, view: PhoneView) -> None:
        """Answer, once."""
        question = view.question
        assert question is not None
        choice = self._luck.randrange(len(question.options))
        fields = {
            "id": f"{self._luck.getrandbits(128):032x}",
            "pool": question.pool,
            "ordinal": question.ordinal,
            "answer": [choice],
        }
        body = msgspec.json.encode(["answer", fields]).decode()
        self._seats.tally.question(self._claimed).answered += 1
        self._sent = time.monotonic()
        self._send(masked(f"42/play,{SAMPLES}{body}"))

    def _send(self, answer: bytes) -> None:
        self._write(answer)
