import socket
import threading
from collections.abc import Callable, Iterator
from queue import Queue
from types import SimpleNamespace
from typing import Any

import pytest
from engineio.base_server import BaseServer
from engineio.packet import MESSAGE, OPEN, PONG, Packet
from engineio.socket import Socket

from quiz.transport import limits
from quiz.transport.gate import SWEEP_S
from quiz.transport.limits import GOOD_BYE_S
from quiz.transport.websocket import connection
from quiz.transport.websocket.connection import GOOD_BYE, Connection, adopt
from quiz.transport.websocket.frames import text_frame
from quiz.transport.websocket.websockets import WholeSocket


class Server:
    """What a connection needs of its server; tasks run when the test says so."""

    logger = SimpleNamespace(info=lambda *_: None)
    reason = BaseServer.reason

    def __init__(self) -> None:
        self.heard: list[tuple[object, ...]] = []
        self.tasks: list[Callable[[], None]] = []
        self.slept = 0.0

    def create_queue(self) -> Queue[Any]:
        return Queue()

    def start_background_task(self, task: Callable[[], None]) -> None:
        self.tasks.append(task)

    def start_at_once(self, task: Callable[[], None]) -> None:
        threading.Thread(target=task).start()

    def sleep(self, seconds: float) -> None:
        self.slept += seconds

    def run_tasks(self) -> None:
        while self.tasks:
            self.tasks.pop(0)()

    def _trigger_event(self, *event: object, run_async: bool) -> None:
        self.heard.append(event)


class Phone:
    """Both ends of a connection; the phone reads only when told to."""

    def __init__(self) -> None:
        here, self.there = socket.socketpair()
        here.setblocking(False)
        self.there.settimeout(5)
        self.stream, self.server = WholeSocket(here), Server()
        raw = Socket(self.server, "sid")
        raw.queue.put(Packet(MESSAGE, "before"))
        adopt(raw, (20, 15))
        self.connection: Connection = raw

    def open(self) -> None:
        """What the handler does first."""
        self.connection.stream = self.stream
        self.connection._write_waiting()

    def fill(self) -> None:
        """Send until the network takes no more."""
        while not self.connection.waiting:
            self.connection.send(Packet(MESSAGE, "x" * 9_000))

    def read(self, size: int) -> bytes:
        taken = b""
        while len(taken) < size and (more := self.there.recv(size - len(taken))):
            taken += more
        return taken

    def close(self) -> None:
        self.there.close()
        self.stream.close()


@pytest.fixture
def phone() -> Iterator[Phone]:
    made = Phone()
    yield made
    made.close()


def test_packet_goes_out_at_once_after_those_from_before(phone: Phone) -> None:
    phone.open()
    phone.connection.send(Packet(MESSAGE, "now"))
    expected = text_frame("4before") + text_frame("4now")
    assert (phone.read(len(expected)), phone.connection.waiting) == (expected, [])
    assert phone.server.tasks == []


def test_packet_for_a_room_is_framed_once(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    framed: list[str] = []

    def frame(text: str) -> bytes:
        framed.append(text)
        return text_frame(text)

    monkeypatch.setattr(connection, "text_frame", frame)
    packet = Packet(MESSAGE, "to all")
    for _ in range(3):
        phone.connection.send(packet)
    assert framed == ["4to all"]


def test_message_for_one_phone_goes_out_as_a_packet_does(phone: Phone) -> None:
    phone.open()
    phone.connection.say('3/play,7[{"ok":true}]')
    expected = text_frame("4before") + text_frame('43/play,7[{"ok":true}]')
    assert phone.read(len(expected)) == expected


def test_what_a_phone_does_not_take_waits_and_follows_in_order(phone: Phone) -> None:
    phone.open()
    phone.fill()
    phone.connection.send(Packet(MESSAGE, "last"))
    (task,) = phone.server.tasks
    phone.stream.setblocking(True)
    writer = threading.Thread(target=task)
    writer.start()
    taken = b""
    while not taken.endswith(text_frame("4last")):
        taken += phone.there.recv(65_536)
    writer.join()
    filling = text_frame("4" + "x" * 9_000)
    middle = taken.removeprefix(text_frame("4before")).removesuffix(text_frame("4last"))
    assert middle == filling * (len(middle) // len(filling))
    assert phone.connection.waiting == []


def test_line_that_broke_drops_what_waits(phone: Phone) -> None:
    phone.open()
    phone.fill()
    phone.there.close()
    phone.server.run_tasks()
    assert phone.connection.waiting == []


def test_goodbye_follows_what_waits(phone: Phone) -> None:
    phone.open()
    phone.read(len(text_frame("4before")))
    phone.connection.send(Packet(MESSAGE, "taken_over"))
    phone.connection.close()
    phone.server.run_tasks()
    expected = text_frame("4taken_over") + text_frame("1") + GOOD_BYE
    assert phone.read(len(expected) + 1) == expected
    assert phone.server.heard == [("disconnect", "sid", "server disconnect")]


def test_goodbye_gives_up_on_a_phone_that_does_not_read(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    hand = SimpleNamespace(time=lambda: 0.0, monotonic=lambda: phone.server.slept)
    monkeypatch.setattr(connection, "time", hand)
    phone.open()
    phone.fill()
    phone.server.tasks.clear()
    phone.connection.close()
    phone.server.run_tasks()
    assert (phone.connection.waiting, int(phone.server.slept)) == ([], GOOD_BYE_S)


def test_abort_says_nothing_and_is_heard_of_once(phone: Phone) -> None:
    phone.open()
    phone.read(len(text_frame("4before")))
    phone.connection.close(abort=True)
    phone.connection.close(abort=True)
    assert phone.read(1) == b""
    assert len(phone.server.heard) == 1


def test_ping_when_it_is_time_and_the_end_without_an_answer(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1_000.0]
    hand = SimpleNamespace(time=lambda: now[0], monotonic=lambda: now[0])
    monkeypatch.setattr(connection, "time", hand)
    monkeypatch.setattr("engineio.socket.time", hand)
    phone.connection.schedule_ping()
    phone.open()
    phone.read(len(text_frame("4before")))
    for after_s, sent in ((19.9, b""), (0.1, text_frame("2"))):
        now[0] += after_s
        phone.connection.keep_alive()
        assert phone.read(len(sent)) == sent
    phone.connection.receive(Packet(PONG))
    now[0] += 20
    phone.connection.keep_alive()
    assert phone.read(len(text_frame("2"))) == text_frame("2")
    now[0] += 15.1
    phone.connection.keep_alive()
    assert phone.server.heard == [("disconnect", "sid", "ping timeout")]


def test_clock_set_forward_hangs_up_no_phone(phone: Phone, monkeypatch: pytest.MonkeyPatch) -> None:
    passed, wall = [1_000.0], [5_000_000.0]
    hand = SimpleNamespace(time=lambda: wall[0], monotonic=lambda: passed[0])
    monkeypatch.setattr(connection, "time", hand)
    monkeypatch.setattr("engineio.socket.time", hand)
    phone.connection.schedule_ping()
    phone.open()
    passed[0] += 20
    phone.connection.keep_alive()
    wall[0] += 3_600
    phone.connection.keep_alive()
    phone.connection.send(Packet(MESSAGE, "still here"))
    assert phone.server.heard == []
    passed[0] += 15.1
    phone.connection.keep_alive()
    assert phone.server.heard == [("disconnect", "sid", "ping timeout")]


def test_server_that_stood_still_hangs_up_no_phone_whose_answer_lies_unread(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed = [1_000.0]
    monkeypatch.setattr(connection, "time", SimpleNamespace(monotonic=lambda: passed[0]))
    phone.connection.schedule_ping()
    phone.open()
    passed[0] += 20
    phone.connection.keep_alive()
    passed[0] += 60
    phone.connection.send(Packet(MESSAGE, "the server goes on"))
    phone.connection.keep_alive(60)
    assert phone.server.heard == []
    passed[0] += 15.1
    phone.connection.keep_alive()
    assert phone.server.heard == [("disconnect", "sid", "ping timeout")]


def test_handler_ends_at_what_cannot_be_read(phone: Phone) -> None:
    def wait() -> str:
        raise ValueError("a frame too large")

    phone.server.start_background_task = phone.server.start_at_once  # type: ignore[method-assign]
    phone.connection._websocket_handler(SimpleNamespace(stream=phone.stream, wait=wait))
    assert phone.server.heard == [("disconnect", "sid", "transport close")]


def test_handler_reads_until_the_phone_ends_it(phone: Phone) -> None:
    phone.server.start_background_task = phone.server.start_at_once  # type: ignore[method-assign]
    said = iter(["42/play,[]", "41/play,", None])
    ws = SimpleNamespace(stream=phone.stream, wait=lambda: next(said))
    phone.server.async_handlers = False  # type: ignore[attr-defined]
    phone.connection._websocket_handler(ws)
    assert phone.server.heard == [
        ("message", "sid", "2/play,[]"),
        ("message", "sid", "1/play,"),
        ("disconnect", "sid", "transport close"),
    ]


@pytest.mark.parametrize(
    ("connections", "every_ms", "answer_ms"),
    [(1, 2_000, 3_500), (300, 2_000, 3_500), (301, 20_000, 15_000)],
)
def test_client_is_told_the_heartbeat_of_a_hall_of_such_a_size(
    connections: int, every_ms: int, answer_ms: int
) -> None:
    raw = Socket(Server(), "sid")
    raw.queue.put(Packet(OPEN, {"sid": "sid", "pingInterval": 1, "pingTimeout": 1}))
    adopt(raw, limits.heartbeat(connections))
    (told,) = raw.waiting
    expected = Packet(OPEN, {"sid": "sid", "pingInterval": every_ms, "pingTimeout": answer_ms})
    assert told == text_frame(expected.encode())


def test_dead_path_of_a_small_hall_is_found_within_six_seconds(
    phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1_000.0]
    hand = SimpleNamespace(time=lambda: now[0], monotonic=lambda: now[0])
    monkeypatch.setattr(connection, "time", hand)
    phone.connection.heartbeat_s, phone.connection.answer_s = limits.heartbeat(60)
    phone.connection.schedule_ping()
    phone.open()
    while not phone.server.heard:
        now[0] += SWEEP_S
        phone.connection.keep_alive()
    assert now[0] - 1_000 <= 6
