import socket

from quiz.websockets import WholeSocket


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


def test_send_sends_all() -> None:
    slow = Sluggish()

    assert WholeSocket(slow).send(b"a whole frame") == 13  # type: ignore[arg-type]
    assert slow.taken == b"a whole frame"


def test_everything_else_is_the_socket_itself() -> None:
    here, there = socket.socketpair()
    with here, there:
        WholeSocket(here).settimeout(7)

        assert here.gettimeout() == 7
