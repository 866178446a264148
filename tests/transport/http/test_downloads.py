"""Large bodies: in pieces, without a deadline while they are taken, and pictures in turn."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from quiz.transport.http.admission import ASKING
from quiz.transport.http.downloads import FIRST, LATER, Download, Downloads, in_turns, queue_up
from quiz.transport.limits import LARGE, PIECE, STALLED_S


class Queue:
    """Two may send at once; the clock in hand."""

    def __init__(self) -> None:
        self.now = 100.0
        self.turns = Downloads(2, lambda: self.now)
        self.inside: dict[str, tuple[Download, ExitStack]] = {}

    def come(self, *names: str, when: str = LATER) -> None:
        for name in names:
            stack = ExitStack()
            self.inside[name] = (stack.enter_context(self.turns.turn(when)), stack)

    def go(self, name: str) -> None:
        self.inside.pop(name)[1].close()

    def took(self, name: str) -> None:
        self.turns.took(self.inside[name][0])

    def pass_time(self, seconds: float) -> None:
        self.now += seconds
        self.turns.sweep()

    def begun(self) -> list[str]:
        return [name for name, (turn, _) in self.inside.items() if turn.may_begin.is_set()]


@pytest.fixture
def queue() -> Queue:
    return Queue()


def test_no_more_than_so_many_send_at_once(queue: Queue) -> None:
    queue.come("a", "b", "c", "d")
    assert queue.begun() == ["a", "b"]


def test_whoever_ends_lets_the_next_one_begin(queue: Queue) -> None:
    queue.come("a", "b", "c", "d")
    queue.go("b")
    assert queue.begun() == ["a", "c"]


def test_one_that_goes_while_it_waits_is_passed_over(queue: Queue) -> None:
    queue.come("a", "b", "c", "d")
    queue.go("c")
    queue.go("a")
    assert queue.begun() == ["b", "d"]


def test_first_is_let_in_before_those_who_wait_longer(queue: Queue) -> None:
    queue.come("a", "b", "c")
    queue.come("hall", when=FIRST)
    queue.go("a")
    assert queue.begun() == ["b", "hall"]


def test_one_that_takes_nothing_keeps_nobody_waiting(queue: Queue) -> None:
    queue.come("a", "b", "c", "d")
    queue.pass_time(STALLED_S - 0.5)
    queue.took("b")
    queue.pass_time(0.5)
    assert queue.begun() == ["a", "b", "c"]


def test_one_that_was_passed_and_goes_on_counts_no_more(queue: Queue) -> None:
    queue.come("a", "b", "c", "d", "e")
    queue.pass_time(STALLED_S)
    queue.took("a")
    queue.go("a")
    assert queue.begun() == ["b", "c", "d"]


class Client:
    """What is asked of the server; counts what puts its deadline off."""

    def __init__(self) -> None:
        self.went_on = 0
        self.turn = ""
        self.held_little = False

    def goes_on(self) -> None:
        self.went_on += 1

    def hold_little(self) -> None:
        self.held_little = True


class Body:
    """A body that must be closed."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.closed = False

    def __iter__(self) -> Iterator[bytes]:
        yield b"x" * self.size

    def close(self) -> None:
        self.closed = True


def asked(
    body: Body, client: Client, turns: Downloads, when: str = "", method: str = "GET"
) -> Iterable[bytes]:
    """The answer of an application with this body."""

    def app(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        # Whoever stands between may have copied what was asked.
        if when:
            queue_up(dict(environ), when)
        start_response("200 OK", [("Content-Length", str(body.size))])
        return body

    asks = {ASKING: client, "REQUEST_METHOD": method}
    return in_turns(app, turns)(asks, lambda *_: lambda _: None)


@pytest.mark.parametrize("when", ["", FIRST, LATER])
def test_large_body_goes_out_in_pieces_that_put_the_deadline_off(queue: Queue, when: str) -> None:
    body, client = Body(LARGE + 1), Client()
    sent = list(asked(body, client, queue.turns, when))
    assert [len(piece) for piece in sent] == [PIECE, PIECE, 1]
    assert (client.went_on, client.held_little, body.closed) == (3, True, True)


@pytest.mark.parametrize(("size", "method"), [(LARGE - 1, "GET"), (LARGE, "HEAD")])
def test_small_body_goes_out_as_it_is(queue: Queue, size: int, method: str) -> None:
    body = Body(size)
    assert asked(body, Client(), queue.turns, method=method) is body


def test_body_that_breaks_off_gives_its_turn_back_and_is_closed(queue: Queue) -> None:
    body = Body(LARGE)
    sent = iter(asked(body, Client(), queue.turns, LATER))
    next(sent)
    queue.come("a", "b")
    assert queue.begun() == ["a"]
    close: Callable[[], None] = sent.close  # type: ignore[attr-defined]
    close()
    assert (queue.begun(), body.closed) == (["a", "b"], True)
