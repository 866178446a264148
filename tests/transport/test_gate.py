import logging
from collections.abc import Mapping
from queue import Queue
from typing import Any

import pytest
from engineio.base_server import BaseServer
from engineio.socket import Socket

from quiz.meter import Meter
from quiz.transport.gate import SWEEP_S, Gate
from quiz.transport.limits import BARE_MS, FRESH_MS, LONGEST_QUEUE
from quiz.transport.messages.packets import StrictPacket


class RawSocket(Socket):  # type: ignore[misc]
    """A connection as Engine.IO opens it."""

    def __init__(self, server: "Engine") -> None:
        super().__init__(server, "sid")


class Engine:
    """The raw server: its sockets, and the handlers that the gate stands before."""

    def __init__(self) -> None:
        self.sockets: dict[str, Any] = {}
        self.heard: list[object] = []
        self.mistake: Exception | None = None
        self.handlers: dict[str, Any] = {"connect": self.connect, "message": self.message}

    reason = BaseServer.reason
    ping_interval = 20

    def create_queue(self) -> "Queue[object]":
        return Queue()

    def _trigger_event(self, event: str, sid: str, reason: str, run_async: bool) -> None:
        pass

    def on(self, event: str, handler: Any) -> None:
        self.handlers[event] = handler

    def connect(self, sid: str, environ: object) -> None:
        self.heard.append(sid)

    def message(self, sid: str, data: object) -> None:
        self.heard.append(StrictPacket(encoded_packet=data).data)
        if self.mistake is not None:
            raise self.mistake


class Server:
    def __init__(self) -> None:
        self.eio = Engine()
        self.environ: dict[str, Any] = {}
        self.manager = self
        self.rooms: dict[str, dict[None, dict[str, str]]] = {"/play": {None: {}}}

    def sid_from_eio_sid(self, eio_sid: str, namespace: str) -> str | None:
        found = {raw: sid for sid, raw in self.rooms[namespace][None].items()}
        return found.get(eio_sid)


class Hand:
    now_ms = 0

    def now(self) -> int:
        return self.now_ms


class Stand:
    """A gate for three, and what it stands before."""

    def __init__(self) -> None:
        self.server, self.clock, self.meter = Server(), Hand(), Meter()
        self.passed_s = 0.0
        self.seats = {"seat 1", "seat 2", "seat 3", "seat 4"}
        self.gate = Gate(
            self.server,
            self.clock,
            3,
            self.first,
            lambda environ: environ["HTTP_COOKIE"] if "seat" in environ["HTTP_COOKIE"] else "",
            lambda environ: environ["HTTP_COOKIE"] in self.seats,
            self.meter,
            lambda: self.passed_s,
        )

    @staticmethod
    def first(environ: Mapping[str, Any]) -> bool:
        return environ.get("HTTP_COOKIE") == "host"

    def open(self, sid: str, cookie: str = "") -> object:
        self.server.eio.sockets[sid] = RawSocket(self.server.eio)
        answer = self.server.eio.handlers["connect"](sid, {"HTTP_COOKIE": cookie})
        if answer is not None:
            del self.server.eio.sockets[sid]
        return answer

    def settle(self, *sids: str) -> None:
        """Have these join a namespace."""
        self.server.rooms["/play"][None] |= {f"name of {sid}": sid for sid in sids}

    def closed(self) -> list[str]:
        return [sid for sid, raw in self.server.eio.sockets.items() if raw.closed]

    def pass_time(self, ms: int) -> None:
        self.clock.now_ms += ms
        self.gate.sweep()

    def stand_still(self, seconds: float) -> None:
        """Neither sweep nor read, and sweep as soon as it goes on."""
        self.passed_s += SWEEP_S + seconds
        self.pass_time(round(seconds * 1000))


@pytest.fixture
def stand() -> Stand:
    return Stand()


def test_full_house_lets_in_who_comes_first(stand: Stand) -> None:
    assert [stand.open(sid) for sid in "abcd"] == [None, None, None, "full"]
    assert stand.open("e", "host") is None
    assert stand.server.eio.heard == ["a", "b", "c", "e"]


def test_phone_takes_the_place_of_the_oldest_bare_socket(stand: Stand) -> None:
    for sid in ("in", "older", "newer"):
        stand.open(sid)
    stand.settle("in")
    assert [stand.open("phone", "seat 1"), stand.open("stranger")] == [None, "full"]
    assert stand.closed() == ["older"]


def test_all_phones_come_back_beside_bare_sockets_that_reopen_at_once(stand: Stand) -> None:
    for sid in "abc":
        stand.open(sid)
    for number in (1, 2, 3):
        assert stand.open(f"phone {number}", f"seat {number}") is None
        assert stand.open(f"again {number}") == "full"
        stand.settle(f"phone {number}")
    assert stand.closed() == list("abc")
    assert stand.open("phone 4", "seat 4") == "full"


def test_phones_that_come_back_at_once_do_not_turn_each_other_out(stand: Stand) -> None:
    for number in (1, 2, 3):
        stand.open(f"phone {number}", f"seat {number}")
    assert stand.open("phone 4", "seat 4") == "full"
    stand.clock.now_ms += FRESH_MS
    assert stand.open("phone 4", "seat 4") is None
    assert stand.closed() == ["phone 1"]


def test_seat_has_one_bare_socket_where_places_are_short(stand: Stand) -> None:
    for number in (1, 2, 3):
        stand.open(f"phone {number}", f"seat {number}")
    assert [stand.open(f"again {time}", "seat 3") for time in range(5)] == [None] * 5
    assert stand.closed() == ["phone 3", *(f"again {time}" for time in range(4))]


def test_phone_that_was_lost_without_a_word_comes_in_beside_itself(stand: Stand) -> None:
    for number in (1, 2, 3):
        stand.open(f"phone {number}", f"seat {number}")
        stand.settle(f"phone {number}")
    assert [stand.open(f"back {number}", f"seat {number}") for number in (1, 2)] == [None, None]
    assert stand.open("stranger") == "full"
    assert stand.closed() == []


def test_who_came_first_makes_room_for_nobody(stand: Stand) -> None:
    for sid in "abc":
        stand.open(sid)
    stand.settle(*"abc")
    assert [stand.open("screen", "host"), stand.open("phone", "seat 2")] == [None, "full"]
    stand.clock.now_ms += FRESH_MS
    assert stand.open("phone", "seat 2") == "full"
    assert stand.closed() == []


def test_who_came_first_and_left_its_namespace_makes_room_for_nobody(stand: Stand) -> None:
    for sid in "abc":
        stand.open(sid)
    stand.open("screen", "host")
    stand.settle(*"abc", "screen")
    stand.pass_time(0)
    del stand.server.rooms["/play"][None]["name of screen"]
    stand.pass_time(FRESH_MS)
    assert stand.open("phone", "seat 2") == "full"
    assert stand.closed() == []


def test_phone_that_left_its_namespace_has_a_moment_to_come_back(stand: Stand) -> None:
    stand.open("leaving", "seat 1")
    for sid in "bc":
        stand.open(sid)
    stand.settle("leaving", *"bc")
    stand.pass_time(0)
    del stand.server.rooms["/play"][None]["name of leaving"]
    stand.pass_time(0)
    assert stand.open("phone", "seat 2") == "full"
    stand.clock.now_ms += FRESH_MS
    assert stand.open("phone", "seat 2") is None
    assert stand.closed() == ["leaving"]


def test_who_comes_first_is_closed_too_when_it_stays_bare(stand: Stand) -> None:
    stand.open("screen", "host")
    stand.pass_time(BARE_MS)
    assert stand.closed() == ["screen"]


def test_seat_that_is_none_any_more_has_no_place(stand: Stand) -> None:
    for sid in "abc":
        stand.open(sid)
    assert stand.open("removed", "seat 9") == "full"
    assert stand.closed() == []


def test_socket_without_a_namespace_is_closed_after_a_while(stand: Stand) -> None:
    stand.open("bare")
    stand.open("settled")
    stand.server.rooms["/play"][None]["its-name"] = "settled"
    stand.pass_time(0)
    stand.pass_time(BARE_MS - 1)
    assert stand.closed() == []
    stand.pass_time(1)
    assert stand.closed() == ["bare"]


def test_server_that_stood_still_closes_no_socket_that_was_coming_in(stand: Stand) -> None:
    stand.open("coming")
    stand.pass_time(0)
    stand.stand_still(BARE_MS / 100)
    assert stand.closed() == []
    stand.pass_time(BARE_MS)
    assert stand.closed() == ["coming"]


def test_socket_that_left_its_namespace_is_bare_from_then_on(stand: Stand) -> None:
    stand.open("a")
    stand.server.rooms["/play"][None]["its-name"] = "a"
    stand.pass_time(BARE_MS * 5)
    stand.server.rooms["/play"][None].clear()
    stand.pass_time(1)
    assert stand.closed() == []
    stand.pass_time(BARE_MS)
    assert stand.closed() == ["a"]


def test_socket_that_does_not_read_is_closed(stand: Stand) -> None:
    stand.open("slow")
    stand.server.rooms["/play"][None]["its-name"] = "slow"
    waiting = stand.server.eio.sockets["slow"].waiting
    waiting += [b"a view"] * LONGEST_QUEUE
    stand.pass_time(1)
    assert stand.closed() == []
    waiting.append(b"one more")
    stand.pass_time(1)
    assert stand.closed() == ["slow"]


@pytest.mark.parametrize(
    "packet",
    [
        "",
        "x",
        "9",
        b"2[]",
        '2/play,{"a":1}',
        "2/play,[]",
        "2/play,[5]",
        "2/play,[[]]",
        "2/play",
        '51-/play,["answer",{"_placeholder":true,"num":0}]',
        "3/play,1[]",
        "4/play,{}",
        "2/play," + "[" * 16_000,
        '2/play,["answer",NaN]',
        '2/play,["answer",',
        "2/play," + "1" * 200 + '["answer"]',
    ],
)
def test_packet_that_no_page_sends_closes_the_socket(stand: Stand, packet: object) -> None:
    stand.open("a")
    stand.server.eio.heard.clear()
    stand.server.eio.handlers["message"]("a", packet)
    assert (stand.server.eio.heard, stand.closed()) == ([], ["a"])


@pytest.mark.parametrize("name", ["connect", "disconnect"])
def test_event_that_poses_as_a_connection_loses_its_name(stand: Stand, name: str) -> None:
    stand.open("a")
    stand.server.eio.handlers["message"]("a", f'2/play,1["{name}",{{}}]')
    assert stand.server.eio.heard[-1] == ["", {}]


@pytest.mark.parametrize("mistake", [KeyError("x"), ValueError("x"), TypeError("x"), IndexError()])
def test_mistake_of_ours_is_logged_and_closes_nothing(
    stand: Stand, mistake: Exception, caplog: pytest.LogCaptureFixture
) -> None:
    stand.open("a")
    stand.server.eio.mistake = mistake
    stand.server.eio.handlers["message"]("a", '2/play,["answer",{}]')
    assert stand.closed() == []
    assert [record.exc_info is not None for record in caplog.records] == [True]


def test_full_house_and_slow_sockets_are_back_pressure_in_the_log(
    stand: Stand, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "quiz")
    for sid in "abcd":
        stand.open(sid)
    stand.server.rooms["/play"][None] |= {"one": "a"}
    stand.server.eio.sockets["a"].waiting += [b"a view"] * (LONGEST_QUEUE + 1)
    stand.pass_time(0)
    stand.pass_time(BARE_MS)
    assert caplog.messages == [
        "back-pressure: all 3 places are taken, a socket is refused",
        "back-pressure: closed, 1 sockets that do not read, 0 without a namespace",
        "back-pressure: closed, 0 sockets that do not read, 2 without a namespace",
    ]


def test_socket_refused_in_a_full_house_is_counted(stand: Stand) -> None:
    for sid in "abcde":
        stand.open(sid)
    assert stand.meter.refused == {"full": 2}
