"""Requests that are not carried out, and bodies that are not read, on both drivers."""

import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quiz.config import DRIVERS
from quiz.transport.limits import REQUESTS_AT_ONCE, UNREAD
from tests.stand_in import Running, running

start_response: Any = None
PAGE = b"GET %s HTTP/1.1\r\nHost: x\r\n"
FORM = b"POST /form HTTP/1.1\r\nHost: x\r\n"


@pytest.fixture(params=DRIVERS)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Running]:
    with running("--driver", request.param, "--data", str(tmp_path)) as started:
        yield started


def connected(server: Running) -> socket.socket:
    address = ("127.0.0.1", int(server.url.rsplit(":", 1)[1]))
    return socket.create_connection(address, timeout=20)


def said(connection: socket.socket) -> bytes:
    """All that comes until the server ends the connection."""
    heard = b""
    try:
        while piece := connection.recv(65_536):
            heard += piece
    except ConnectionResetError:
        pass
    return heard


def exchanged(server: Running, request: bytes) -> bytes:
    with connected(server) as connection:
        connection.sendall(request)
        return said(connection)


def asked(server: Running) -> list[str]:
    """The pages that were carried out."""
    heard = exchanged(server, PAGE % b"/asked" + b"Connection: close\r\n\r\n")
    return heard.partition(b"\r\n\r\n")[2].decode().split()


@pytest.mark.parametrize("head", [PAGE % b"/half", PAGE % b"/half" + b"X-A: b", FORM + b"X: y\r\n"])
def test_head_that_breaks_off_is_not_carried_out(server: Running, head: bytes) -> None:
    with connected(server) as connection:
        connection.sendall(head)
        connection.shutdown(socket.SHUT_WR)
        assert said(connection) == b""
    assert asked(server) == ["/asked"]


def test_body_in_chunks_is_refused_unread(server: Running) -> None:
    endless = b"a" * 100_000
    heard = exchanged(server, FORM + b"Transfer-Encoding: chunked\r\n\r\n" + endless)
    assert heard.startswith(b"HTTP/1.1 411 Length Required\r\n") or heard == b""
    assert asked(server) == ["/asked"]


def test_body_in_chunks_is_told_that_it_needs_a_length(server: Running) -> None:
    heard = exchanged(server, FORM + b"Transfer-Encoding: chunked\r\n\r\n")
    assert heard.startswith(b"HTTP/1.1 411 Length Required\r\n")


@pytest.mark.parametrize("length", [b"9" * 400, b"-1", b"+5", b"1e3"])
def test_length_that_is_none_is_refused(server: Running, length: bytes) -> None:
    heard = exchanged(server, FORM + b"Content-Length: " + length + b"\r\n\r\n")
    assert b" 400 Bad Request\r\n" in heard
    assert asked(server) == ["/asked"]


def test_body_that_its_page_leaves_unread_ends_the_connection(server: Running) -> None:
    with connected(server) as connection:
        connection.sendall(FORM + b"Content-Length: %d\r\n\r\n" % (10 * UNREAD))
        assert said(connection).endswith(b"a page")


def test_connection_goes_on_after_a_small_body_that_is_left_unread(server: Running) -> None:
    form = FORM + b"Content-Length: 5\r\n\r\nabcde"
    heard = exchanged(server, form + PAGE % b"/next" + b"Connection: close\r\n\r\n")
    assert heard.count(b"a page") == 2


def test_request_that_cannot_be_read_leaves_nothing_on_the_terminal(server: Running) -> None:
    for _ in range(3):
        assert b" 400 Bad Request\r\n" in exchanged(server, b"\xff" * 8_000 + b"\r\n\r\n")
        assert b" 400 " in exchanged(server, PAGE % b"/" + b"X" * 70_000)
    server.process.terminate()
    _, errors = server.process.communicate(timeout=30)
    assert errors == ""


def test_answer_waits_for_no_earlier_one(server: Running) -> None:
    with connected(server) as connection:
        connection.sendall(PAGE % b"/first" + b"\r\n")
        connection.sendall(PAGE % b"/at-once" + b"Connection: close\r\n\r\n")
        assert said(connection).endswith(b"\r\n\r\n1")


def test_page_that_fails_is_told_by_the_program_alone_and_of_nobody(server: Running) -> None:
    heard = exchanged(server, PAGE % b"/fails" + b"Connection: close\r\n\r\n")
    assert heard.startswith(b"HTTP/1.1 500 ")
    assert_told_once(server)


def test_page_that_breaks_off_is_told_by_the_program_alone_and_of_nobody(server: Running) -> None:
    exchanged(server, PAGE % b"/breaks-off" + b"Connection: close\r\n\r\n")
    assert_told_once(server)


def assert_told_once(server: Running) -> None:
    server.process.terminate()
    _, errors = server.process.communicate(timeout=30)
    told = " ERROR quiz.transport.http.failures A request was not carried out\n"
    assert (errors.count(told), errors.splitlines()[-1:]) == (1, ["  LookupError"])
    assert "127.0.0.1" not in errors


def test_many_requests_of_one_connection_are_all_answered(server: Running) -> None:
    with connected(server) as connection:
        connection.sendall((PAGE % b"/again" + b"\r\n") * REQUESTS_AT_ONCE)
        connection.sendall(PAGE % b"/last" + b"Connection: close\r\n\r\n")
        assert said(connection).count(b"a page") == REQUESTS_AT_ONCE + 1
