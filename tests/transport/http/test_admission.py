import errno
import logging
import socket
from collections.abc import Callable, Iterator
from wsgiref.types import WSGIEnvironment

import pytest

from quiz.transport.http import admission
from quiz.transport.http.admission import (
    ASKING,
    SWEEP_S,
    Entrance,
    accepting_on,
    is_websocket,
)
from quiz.transport.limits import HEAD_S, HELD_BY_MACHINE, REQUEST_S, UPLOAD_PER_SECOND

PAGE = {"PATH_INFO": "/host/"}
UPGRADE = {"PATH_INFO": "/socket.io/", "HTTP_UPGRADE": "websocket"}


class Connection:
    """Remembers that it was ended."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.ended = 0

    def shutdown(self, how: int) -> None:
        assert how == socket.SHUT_RDWR
        self.ended += 1

    def setsockopt(self, level: int, option: int, value: int) -> None:
        assert (level, option) == (socket.SOL_SOCKET, socket.SO_SNDBUF)
        self.holds = value


class Lobby:
    """An entrance with three places and the clock in hand."""

    def __init__(self) -> None:
        self.now = 0.0
        self.entrance = Entrance(3, lambda: self.now)
        self.connections: dict[str, Connection] = {}

    def come(self, *names: str) -> list[Connection]:
        made = [Connection(name) for name in names]
        for connection in made:
            self.connections[connection.name] = connection
            self.entrance.come(connection)
        return made

    def pass_time(self, seconds: float) -> None:
        until = self.now + seconds
        while self.now < until:
            self.stand_still_until(min(self.now + SWEEP_S, until))

    def stand_still_until(self, now: float) -> None:
        self.now = now
        self.entrance.sweep()

    def ended(self) -> list[str]:
        return [name for name, connection in self.connections.items() if connection.ended]


@pytest.fixture
def lobby() -> Lobby:
    return Lobby()


def test_server_that_stood_still_ends_nobody_who_may_have_asked_meanwhile(lobby: Lobby) -> None:
    lobby.come("asked meanwhile")
    lobby.stand_still_until(HEAD_S * 10)
    assert lobby.ended() == []
    lobby.pass_time(HEAD_S)
    assert lobby.ended() == ["asked meanwhile"]


def test_connection_that_asks_for_nothing_is_ended(lobby: Lobby) -> None:
    lobby.come("a")
    lobby.pass_time(HEAD_S - 0.1)
    assert lobby.ended() == []
    lobby.pass_time(0.1)
    assert lobby.ended() == ["a"]


def test_connection_that_asked_and_then_does_not_is_ended_later(lobby: Lobby) -> None:
    (a,) = lobby.come("a")
    lobby.pass_time(HEAD_S - 1)
    lobby.entrance.ask(a, dict(PAGE))
    lobby.entrance.wait(a)
    lobby.pass_time(HEAD_S - 0.1)
    assert lobby.ended() == []
    lobby.pass_time(0.1)
    assert lobby.ended() == ["a"]


@pytest.mark.parametrize(
    ("length", "seconds"),
    [
        ("", REQUEST_S),
        ("0", REQUEST_S),
        (str(UPLOAD_PER_SECOND * 7), REQUEST_S + 7),
        ("-5", REQUEST_S),
        ("x", REQUEST_S),
    ],
)
def test_request_has_time_by_its_length(lobby: Lobby, length: str, seconds: float) -> None:
    (a,) = lobby.come("a")
    lobby.entrance.ask(a, PAGE | {"CONTENT_LENGTH": length})
    lobby.pass_time(seconds - 0.1)
    assert lobby.ended() == []
    lobby.pass_time(0.1)
    assert lobby.ended() == ["a"]


def test_answer_has_no_deadline_while_it_is_taken(lobby: Lobby) -> None:
    (a,) = lobby.come("a")
    environ: WSGIEnvironment = dict(PAGE)
    lobby.entrance.ask(a, environ)
    for _ in range(9):
        lobby.pass_time(REQUEST_S - 0.1)
        environ[ASKING].goes_on()
    assert lobby.ended() == []
    lobby.pass_time(REQUEST_S)
    assert lobby.ended() == ["a"]


def test_answer_that_is_taken_gives_way_after_those_that_are_not(lobby: Lobby) -> None:
    environs: list[WSGIEnvironment] = [dict(PAGE) for _ in range(3)]
    for connection, environ in zip(lobby.come("a", "b", "c"), environs, strict=True):
        lobby.entrance.ask(connection, environ)
    environs[0][ASKING].goes_on()
    lobby.come("d")
    lobby.entrance.ask(lobby.connections["d"], dict(PAGE))
    lobby.come("e")
    assert lobby.ended() == ["b", "c"]


def test_answer_that_was_turned_out_does_not_come_back_by_going_on(lobby: Lobby) -> None:
    (a,) = lobby.come("a")
    environ: WSGIEnvironment = dict(PAGE)
    lobby.entrance.ask(a, environ)
    lobby.pass_time(REQUEST_S)
    environ[ASKING].goes_on()
    lobby.pass_time(REQUEST_S)
    assert a.ended == 1


def test_machine_holds_little_of_a_large_answer(lobby: Lobby) -> None:
    (a,) = lobby.come("a")
    environ: WSGIEnvironment = dict(PAGE)
    lobby.entrance.ask(a, environ)
    environ[ASKING].hold_little()
    assert a.holds == HELD_BY_MACHINE


def test_websocket_has_all_the_time(lobby: Lobby) -> None:
    (a,) = lobby.come("a")
    lobby.entrance.ask(a, dict(UPGRADE))
    lobby.pass_time(1_000_000)
    assert lobby.ended() == []


def test_newcomer_to_a_full_house_takes_the_place_of_who_has_waited_longest(lobby: Lobby) -> None:
    a, b, _ = lobby.come("a", "b", "c")
    assert lobby.ended() == []
    lobby.entrance.wait(a)
    lobby.come("d")
    assert lobby.ended() == ["b"]
    lobby.entrance.leave(b)
    lobby.come("e")
    assert lobby.ended() == ["b", "c"]


def test_request_under_way_gives_way_only_when_nobody_merely_waits(lobby: Lobby) -> None:
    a, b, _ = lobby.come("a", "b", "c")
    lobby.entrance.ask(a, dict(PAGE))
    lobby.entrance.ask(b, dict(PAGE))
    lobby.come("d")
    assert lobby.ended() == ["c"]
    lobby.entrance.leave(lobby.connections["c"])
    lobby.entrance.ask(lobby.connections["d"], dict(PAGE))
    lobby.come("e")
    assert lobby.ended() == ["a", "c"]


def test_websockets_never_give_way(lobby: Lobby) -> None:
    for connection in lobby.come("a", "b", "c"):
        lobby.entrance.ask(connection, dict(UPGRADE))
    lobby.come("d")
    assert lobby.ended() == []


def test_connection_is_ended_once(lobby: Lobby) -> None:
    (a,) = lobby.come("a")
    lobby.pass_time(HEAD_S)
    lobby.pass_time(HEAD_S)
    lobby.entrance.leave(a)
    assert a.ended == 1


def failing(*numbers: int) -> Iterator[Callable[[], str]]:
    """What `accept` does one time after the other: fail with these, then take somebody in."""

    def fail(number: int) -> str:
        raise OSError(number, "for the test")

    yield from (lambda number=number: fail(number) for number in numbers)
    yield lambda: "somebody"


def test_accepting_goes_on_after_what_passes() -> None:
    steps = failing(errno.EMFILE, errno.ECONNABORTED)
    assert accepting_on(lambda: next(steps)())() == "somebody"


def test_accepting_ends_with_its_socket() -> None:
    steps = failing(errno.EBADF)
    with pytest.raises(OSError, match="for the test"):
        accepting_on(lambda: next(steps)())()


def test_accepting_gives_those_inside_a_turn_after_a_few(monkeypatch: pytest.MonkeyPatch) -> None:
    events: list[object] = []
    monkeypatch.setattr("time.sleep", events.append)
    accept = accepting_on(lambda: events.append("somebody"))
    for _ in range(admission.AT_ONCE + 1):
        accept()
    together = ["somebody"] * (admission.AT_ONCE - 1)
    assert events == [0, "somebody", *together, 0, "somebody"]


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        (UPGRADE, True),
        (UPGRADE | {"HTTP_UPGRADE": "WebSocket"}, True),
        (UPGRADE | {"PATH_INFO": "/"}, False),
        (PAGE, False),
        (PAGE | {"HTTP_UPGRADE": "h2c"}, False),
    ],
)
def test_websocket_is_told_from_a_page(environ: dict[str, str], expected: bool) -> None:
    assert is_websocket(environ) is expected


def test_full_house_is_back_pressure_in_the_log(
    lobby: Lobby, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "quiz")
    lobby.come("a", "b", "c")
    assert caplog.messages == []
    lobby.come("d")
    assert caplog.messages == ["back-pressure: all 3 connections are taken, one is closed"]
