import logging
import socket

import pytest

from quiz.transport.limits import BYTES_AT_ONCE, MESSAGES_AT_ONCE
from quiz.transport.websocket.websockets import Inbox, WholeSocket


class Sluggish:
    """A socket that takes three bytes at a time, as a full network buffer does."""

    def __init__(self) -> None:
        self.taken = b""

    def send(self, data: bytes) -> int:
        self.taken += data[:3]
        return len(data[:3])

    def sendall(self, data: bytes) -> None:
        while data:
            data = data[self.send(data) :]

    def setsockopt(self, *_: int) -> None:
        pass


def test_send_sends_all() -> None:
    slow = Sluggish()

    assert WholeSocket(slow).send(b"a whole frame") == 13  # type: ignore[arg-type]
    assert slow.taken == b"a whole frame"


def test_offer_sends_what_goes_out_at_once() -> None:
    slow = Sluggish()

    assert WholeSocket(slow).offer(b"a whole frame") == b"hole frame"  # type: ignore[arg-type]
    assert slow.taken == b"a w"


def test_offer_waits_for_nobody() -> None:
    here, there = socket.socketpair()
    with here, there:
        here.setblocking(False)
        stream = WholeSocket(here)
        while not (rest := stream.offer(b"x" * 100_000)):
            pass

        assert stream.offer(rest) == rest


def test_offer_during_another_frame_sends_nothing_in_between() -> None:
    slow = Sluggish()
    stream = WholeSocket(slow)  # type: ignore[arg-type]
    with stream._one_at_a_time:
        assert stream.offer(b"a frame") == b"a frame"
    assert slow.taken == b""


def test_offer_to_a_dead_line_leaves_nothing_to_send() -> None:
    here, there = socket.socketpair()
    there.close()
    with here:
        stream = WholeSocket(here)
        stream.offer(b"first")

        assert stream.offer(b"second") == b""


def test_everything_else_is_the_socket_itself() -> None:
    here, there = socket.socketpair()
    with here, there:
        WholeSocket(here).settimeout(7)

        assert here.gettimeout() == 7


def test_peer_that_sends_too_much_is_read_no_further() -> None:
    here, there = socket.socketpair()
    with here, there:
        metered, taken = WholeSocket(here), 0
        for _ in range(BYTES_AT_ONCE // 1000 * 2):
            there.sendall(b"x" * 1000)
            taken += len(metered.recv(1000))

        assert BYTES_AT_ONCE - 1000 <= taken < BYTES_AT_ONCE * 2


def test_what_came_in_at_once_is_handed_out_in_pieces() -> None:
    here, there = socket.socketpair()
    with here, there:
        there.sendall(b"a whole frame")
        there.close()
        stream = WholeSocket(here)

        assert [stream.recv(size) for size in (2, 4, 100, 1)] == [b"a ", b"whol", b"e frame", b""]


@pytest.mark.parametrize("message", ["1", "3", "40/play,{}", '42/play,["answer"]', "41"])
def test_inbox_passes_what_pages_send(message: str) -> None:
    assert Inbox().passed(message) == message


@pytest.mark.parametrize("message", ["", "0{}", "2", "3x", "4", "45-", "5", "6", "b4", b"42", None])
def test_inbox_ends_at_what_no_page_sends(message: object) -> None:
    assert Inbox().passed(message) is None


def test_inbox_ends_at_a_flood() -> None:
    inbox = Inbox()
    passed = [inbox.passed("42/play,[]") for _ in range(MESSAGES_AT_ONCE * 20)]
    assert passed[:MESSAGES_AT_ONCE] == ["42/play,[]"] * MESSAGES_AT_ONCE
    assert None in passed


def test_floods_of_messages_and_bytes_are_back_pressure_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, "quiz")
    inbox = Inbox()
    while inbox.passed("42/play,[]"):
        pass
    here, there = socket.socketpair()
    with here, there:
        metered = WholeSocket(here)
        there.sendall(b"x" * 1000)
        while metered.recv(1000):
            there.sendall(b"x" * 1000)
    assert caplog.messages == [
        "back-pressure: a connection is closed that sends too many messages",
        "back-pressure: a connection is closed that sends too many bytes",
    ]
