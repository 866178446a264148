from collections.abc import Iterator
from itertools import count
from queue import Queue
from threading import Semaphore, Thread
from time import sleep
from typing import Any
from wsgiref.types import WSGIEnvironment

import pytest

from quiz.transport.http.page_turns import (
    PAUSE_AFTER_KNOWN,
    PAUSE_AFTER_STRANGERS,
    FairQueue,
    PageQueue,
    PageTurns,
)
from quiz.transport.limits import LONGEST_OF_STRANGERS

UPGRADE = {"PATH_INFO": "/socket.io/", "HTTP_UPGRADE": "websocket"}


def taken(queue: FairQueue[str], *, newest: bool) -> Iterator[str]:
    while (thing := queue.take(newest=newest)) is not None:
        yield thing


@pytest.mark.parametrize(
    ("newest", "first", "then"),
    [(True, "a3", ["b2", "a2", "c1", "b1", "a1"]), (False, "a1", ["b1", "a2", "c1", "b2", "a3"])],
)
def test_addresses_have_turns_and_of_each_the_newest_or_the_oldest_goes_first(
    newest: bool, first: str, then: list[str]
) -> None:
    queue: FairQueue[str] = FairQueue()
    for thing in ("a1", "a2", "a3"):
        queue.put("a", thing)
    queue.put("b", "b1")
    assert queue.take(newest=newest) == first
    queue.put("c", "c1")
    queue.put("b", "b2")
    assert list(taken(queue, newest=newest)) == then


def test_known_go_first_and_strangers_pause_longer() -> None:
    queue: PageQueue[str] = PageQueue()
    queue.put("a", "stranger", is_known=False)
    queue.put("b", "host", is_known=True)
    assert queue.take(newest=True) == ("host", PAUSE_AFTER_KNOWN)
    assert queue.take(newest=True) == ("stranger", PAUSE_AFTER_STRANGERS)
    assert queue.take(newest=True) is None


class Asked:
    """Pages asked for, one after the other; each takes two seconds by the clock in hand."""

    def __init__(self, *, is_answering: bool) -> None:
        seconds = count(0, 2)
        self.slept: list[float] = []
        self.turns = PageTurns(
            lambda environ, _: [environ["PATH_INFO"].encode()],
            lambda: is_answering,
            lambda environ: "HTTP_COOKIE" in environ,
            now=lambda: float(next(seconds)),
            sleep=self.slept.append,
        )

    def ask(self, **environ: str) -> list[bytes]:
        return list(self.turns({"PATH_INFO": "/", **environ}, _respond))

    def pauses(self) -> list[float]:
        """Those that are over when the next page is called."""
        self.ask()
        self.ask()
        return [seconds for seconds in self.slept if seconds]


def _respond(*_: Any) -> Any:
    raise AssertionError


def test_pages_follow_one_another_at_once_while_no_clock_runs() -> None:
    asked = Asked(is_answering=False)
    assert asked.ask() == [b"/"]
    assert asked.pauses() == []


def waiting(turns: PageTurns) -> int:
    """How many strangers wait for their turn."""
    return sum(map(len, turns._queue._strangers._by_address.values()))


def test_pages_of_a_crowd_begin_one_at_a_time_in_their_order() -> None:
    """So that the host's press comes between two of them, and not after all."""
    begun: Queue[str] = Queue()
    others = Semaphore(0)

    def page(environ: WSGIEnvironment, respond: object) -> list[bytes]:
        begun.put(environ["PATH_INFO"])
        return []

    def rest(seconds: float) -> None:
        others.acquire()

    turns = PageTurns(page, lambda: False, lambda _: False, sleep=rest)
    for before, path in enumerate(("/1", "/2", "/3", "/4")):
        Thread(target=turns, args=({"PATH_INFO": path}, _respond), daemon=True).start()
        if not before:
            assert begun.get(timeout=10) == path
        while waiting(turns) < before:
            sleep(0)
    for path in ("/2", "/3", "/4"):
        assert begun.empty()
        others.release()
        assert begun.get(timeout=10) == path


@pytest.mark.parametrize(
    ("environ", "pause"),
    [({}, PAUSE_AFTER_STRANGERS), ({"HTTP_COOKIE": "a"}, PAUSE_AFTER_KNOWN)],
)
def test_pages_pause_while_a_clock_runs(environ: dict[str, str], pause: int) -> None:
    asked = Asked(is_answering=True)
    assert asked.ask(**environ) == [b"/"]
    assert asked.pauses()[0] == 2 * pause


def test_large_body_of_a_stranger_is_refused_before_its_turn() -> None:
    asked, heads = Asked(is_answering=True), list[object]()
    form = {"PATH_INFO": "/join", "CONTENT_LENGTH": str(LONGEST_OF_STRANGERS + 1)}
    assert list(asked.turns(form, lambda *head: heads.append(head))) == []  # type: ignore[arg-type]
    assert heads == [("413 Content Too Large", [("Content-Length", "0")])]
    assert asked.ask(**form, HTTP_COOKIE="a") == [b"/join"]


def test_websocket_waits_for_no_page() -> None:
    asked = Asked(is_answering=True)
    assert asked.ask(**UPGRADE) == [b"/socket.io/"]
    assert asked.slept == []
