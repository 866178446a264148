from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from quiz.transport.websocket.readable import Readable


@dataclass
class Reader:
    """The green thread that reads."""

    heard: list[object] = field(default_factory=list)

    def switch(self) -> None:
        self.heard.append("ready")

    def throw(self, problem: Exception) -> None:
        self.heard.append(problem)


@dataclass
class Watched:
    ready: Callable[[int], None]
    broken: Callable[[Exception], None]
    greenlet: Reader = field(default_factory=Reader)


class Hub:
    """Watches sockets; `meanwhile` is what happens while somebody waits."""

    READ = "read"

    def __init__(self) -> None:
        self.watched: list[Watched] = []
        self.removed: list[Watched] = []
        self.meanwhile: Callable[[], None] = lambda: None

    def add(self, kind: str, fileno: int, ready: Any, broken: Any, closed: Any) -> Watched:
        assert (kind, fileno) == ("read", 7)
        self.watched.append(Watched(ready, broken))
        return self.watched[-1]

    def remove(self, listener: Any) -> None:
        self.removed.append(listener)

    def switch(self) -> None:
        self.meanwhile()


@pytest.fixture
def hub() -> Hub:
    return Hub()


def test_hub_is_told_once_of_a_socket_that_is_read_again_and_again(hub: Hub) -> None:
    readable = Readable(hub, 7)
    hub.meanwhile = lambda: hub.watched[0].ready(7)
    readable.wait()
    readable.wait()
    [one] = hub.watched
    assert one.greenlet.heard == ["ready", "ready"]
    assert hub.removed == []


def test_socket_is_watched_no_more_while_its_reader_is_busy(hub: Hub) -> None:
    readable = Readable(hub, 7)
    readable.wait()
    hub.watched[0].ready(7)
    assert (hub.removed, hub.watched[0].greenlet.heard) == (hub.watched, [])
    hub.meanwhile = lambda: hub.watched[1].ready(7)
    readable.wait()
    assert hub.watched[1].greenlet.heard == ["ready"]


def test_rest_ends_the_watch_once(hub: Hub) -> None:
    readable = Readable(hub, 7)
    readable.rest()
    readable.wait()
    readable.rest()
    readable.rest()
    assert hub.removed == hub.watched
    assert len(hub.watched) == 1


def test_reader_hears_that_its_socket_was_closed_only_while_it_waits(hub: Hub) -> None:
    readable, gone = Readable(hub, 7), OSError("closed")
    hub.meanwhile = lambda: hub.watched[0].broken(gone)
    readable.wait()
    hub.watched[0].broken(OSError("later"))
    assert hub.watched[0].greenlet.heard == [gone]
