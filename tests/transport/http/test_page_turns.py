from collections.abc import Callable, Iterator
from itertools import count
from threading import Thread
from time import sleep
from typing import Any

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


def taken(queue: FairQueue[str]) -> Iterator[str]:
    while (thing := queue.take()) is not None:
        yield thing


def test_addresses_have_turns_and_of_each_the_newest_goes_first() -> None:
    queue: FairQueue[str] = FairQueue()
    for thing in ("a1", "a2", "a3"):
        queue.put("a", thing)
    queue.put("b", "b1")
    assert queue.take() == "a3"
    queue.put("c", "c1")
    queue.put("b", "b2")
    assert list(taken(queue)) == ["b2", "a2", "c1", "b1", "a1"]


def test_known_go_first_and_strangers_pause_longer() -> None:
    queue: PageQueue[str] = PageQueue()
    queue.put("a", "stranger", is_known=False)
    queue.put("b", "host", is_known=True)
    assert queue.take() == ("host", PAUSE_AFTER_KNOWN)
    assert queue.take() == ("stranger", PAUSE_AFTER_STRANGERS)
    assert queue.take() is None


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
    assert asked.slept == []


def test_pages_of_a_crowd_begin_one_at_a_time_in_their_order(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """So that the host's press comes between two of them, and not after all."""
    begun: list[str] = []
    turns = PageTurns(
        lambda environ, _: begun.append(environ["PATH_INFO"]) or [],  # type: ignore[func-returns-value]
        lambda: False,
        lambda _: False,
    )
    calls: list[Callable[[], None]] = []
    monkeypatch.setattr("quiz.transport.http.page_turns._in_a_thread", calls.append)
    pages = []
    for path in ("/1", "/2", "/3"):
        environ = {"PATH_INFO": path}
        page = Thread(target=turns, args=(environ, _respond), daemon=True)
        page.start()
        pages.append(page)
        while len(turns._crowd._waiting) < len(pages):
            sleep(0)
    for page, last in zip(pages, (["/1"], ["/1", "/2"], ["/1", "/2", "/3"]), strict=True):
        assert turns._crowd._call_some()
        page.join()
        assert begun == last
    assert len(calls) == 1


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
