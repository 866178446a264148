"""Frames that no page sends, on a real server with each driver: closed, nothing else happens."""

import os
from collections.abc import Iterator
from contextlib import suppress

import pytest
import websocket
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.config import DRIVERS
from tests.safety.hall import Hall
from tests.safety.wires import Browser, Socket

TEXT, CONT = websocket.ABNF.OPCODE_TEXT, websocket.ABNF.OPCODE_CONT
MOST = int(os.environ.get("QUIZ_FUZZ", 40))
pytestmark = pytest.mark.timeout(300 + MOST * 0.2)
"""As for every other input, see `test_fuzz.py`."""
HOSTILE = {
    "nothing": "",
    "no packet": "xyz",
    "a server's packet": '0{"sid":"x"}',
    "an upgrade": "5",
    "a binary packet in text": "bAAAA",
    "a pong with a load": "3" + "x" * 100,
    "a list for a packet": '4["a"]',
    "an object for an event": '42/play,{"a":1}',
    "an event without a name": "42/play,[]",
    "a number for a name": "42/play,[7]",
    "an acknowledgement of nothing": "43/play,1[]",
    "a refusal": "44/play,{}",
    "attachments": '45999-/play,["answer"]',
    "deep": "42/play," + "[" * 12_000,
    "deep objects": "42/play," + '{"a":' * 3_000,
    "no JSON": '42/play,["answer",NaN]',
    "a long id": "42/play," + "9" * 500 + '["answer"]',
    "huge": '42/play,["answer","' + "x" * 50_000 + '"]',
}
MASK = b"\x00" * 4
RAW = {
    "an unmasked text": b"\x81\x01a",
    "reserved bits": b"\xf1\x81" + MASK + b"a",
    "an unknown kind": b"\x83\x81" + MASK + b"a",
    "an unknown kind of control": b"\x8b\x81" + MASK + b"a",
    "a long ping": b"\x89\xfe\x00\x7e" + MASK + b"a" * 126,
    "a ping in fragments": b"\x09\x81" + MASK + b"a",
    "a continuation of nothing": b"\x80\x81" + MASK + b"a",
    "a text within a text": (b"\x01\x81" + MASK + b"a") * 2,
    "a size without an end": b"\x81\xff" + b"\xff" * 8 + MASK,
    "a size that is negative": b"\x81\xff\x80" + b"\x00" * 7 + MASK,
    "a close of one byte": b"\x88\x81" + MASK + b"a",
    "a close with a code that is none": b"\x88\x82" + MASK + b"\x00\x00",
    "a close with a code of its own": b"\x88\x82" + MASK + b"\x03\xed",
    "a close without a text": b"\x88\x84" + MASK + b"\x03\xe8\xff\xfe",
    "two closes": (b"\x88\x82" + MASK + b"\x03\xe8") * 2 + b"\x81\x81" + MASK + b"a",
    "a request for a page": b"GET / HTTP/1.1\r\n\r\n" * 50,
    "nothing but ones": b"\xff" * 2_000,
}
"""Bytes that are no frame."""


@pytest.fixture(scope="module", params=DRIVERS)
def hall(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Hall]:
    made = Hall(tmp_path_factory.mktemp("frames"), driver=request.param)
    yield made
    made.close()


def attacker(hall: Hall) -> Socket:
    """A socket that came in as a contestant."""
    return hall.phone(hall.attacker)


def is_closed(socket: Socket) -> bool:
    return socket.closed.wait(30)


@pytest.mark.parametrize("frame", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_closes_its_socket(hall: Hall, frame: str) -> None:
    socket = attacker(hall)
    socket.send(frame)
    assert is_closed(socket)


def test_hostile_bytes_close_their_socket(hall: Hall) -> None:
    for data in (b"", b"\x00\xff" * 100, b'42/play,["answer"]'):
        socket = attacker(hall)
        socket.send_binary(data)
        assert is_closed(socket)


def test_text_that_is_not_unicode_closes_its_socket(hall: Hall) -> None:
    socket = attacker(hall)
    socket.send_frame(websocket.ABNF(1, 0, 0, 0, TEXT, 1, b"42/play,\xff\xfe"))
    assert is_closed(socket)


@pytest.mark.parametrize("raw", RAW.values(), ids=RAW.keys())
def test_bytes_that_are_no_frame_close_their_socket_quietly(hall: Hall, raw: bytes) -> None:
    before = len(hall.server.log())
    socket = attacker(hall)
    with suppress(OSError):
        socket.send_raw(raw)
    assert is_closed(socket)
    assert hall.server.log()[before:] == ""


@pytest.mark.parametrize("piece", [b"", b"x" * 1000])
def test_endless_fragments_close_their_socket(hall: Hall, piece: bytes) -> None:
    socket = attacker(hall)
    with suppress(OSError, websocket.WebSocketException):
        for number in range(40_000):
            frame = websocket.ABNF(0, 0, 0, 0, CONT if number else TEXT, 1, piece)
            socket.send_frame(frame)
    assert is_closed(socket)


def test_socket_of_another_site_is_refused(hall: Hall) -> None:
    for origin in ("http://evil.example", "null", hall.url + ".evil.example"):
        with pytest.raises(websocket.WebSocketBadStatusException):
            Socket(hall.url, hall.cookie, origin=origin)


def test_polling_is_no_way_round(hall: Hall) -> None:
    browser = Browser(hall.url)
    assert browser.get("/socket.io/?EIO=4&transport=polling").status_code == 400
    assert browser.post("/socket.io/?EIO=4&transport=polling", {}).status_code == 400
    browser.close()


def test_any_frame_is_answered_or_closes_its_socket(hall: Hall) -> None:
    heads = st.sampled_from(["", "4", "40", "40/play,", "41/play,", "42/play,", '42/play,1["', "6"])

    @settings(
        max_examples=MOST,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(st.builds(str.__add__, heads, st.text(max_size=30)), max_size=3))
    def try_one(frames: list[str]) -> None:
        socket = Socket(hall.url, hall.attacker)
        socket.send(f'40/play,{{"contest":"{hall.staged.contest}"}}')
        try:
            for frame in frames:
                socket.send(frame)
        except (OSError, websocket.WebSocketException):
            assert is_closed(socket)
        socket.close()

    try_one()


def test_contest_went_on_beside_all_this(hall: Hall) -> None:
    hall.goes_on()
