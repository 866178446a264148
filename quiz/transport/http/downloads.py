"""Downloads: a large body goes out in pieces, for as long as it is taken; pictures in turn.

A hall asks for one picture at one instant. Sent to all at once over a line that is too narrow, it
reaches nobody for a long while, and every answer waits behind it. So a few are sent at a time, and
each of them holds little of the line.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from quiz.transport.http.admission import ASKING, Asking
from quiz.transport.limits import (
    DOWNLOADS_AT_ONCE,
    LARGE,
    PIECE,
    STALLED_S,
    STILL_WAITING_S,
)

FIRST, LATER = "first", "later"
"""When a body is sent that is not sent at once."""


class Download:
    """One download's right to send: `may_begin` is set when it comes."""

    def __init__(self) -> None:
        self.may_begin = threading.Event()


class Downloads:
    """Who sends now and who waits: those who come `first` before the others, each in order.

    A download that takes nothing for a while is not ended, but another may begin beside it.
    `now` gives seconds.
    """

    def __init__(
        self, at_once: int = DOWNLOADS_AT_ONCE, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._at_once = at_once
        self._now = now
        self._moving: dict[Download, float] = {}
        self._waiting: dict[str, deque[Download]] = {FIRST: deque(), LATER: deque()}

    @contextmanager
    def turn(self, when: str) -> Iterator[Download]:
        """Queue up, until the end of the `with`."""
        turn = Download()
        self._waiting[when].append(turn)
        self._let_in()
        try:
            yield turn
        finally:
            self._leave(turn)

    def took(self, turn: Download) -> None:
        """A piece of it is gone."""
        if turn in self._moving:
            self._moving[turn] = self._now()

    def sweep(self) -> None:
        """Let others begin beside those who take nothing."""
        stalled_at = self._now() - STALLED_S
        self._moving = {turn: at for turn, at in self._moving.items() if at > stalled_at}
        self._let_in()

    def _leave(self, turn: Download) -> None:
        self._moving.pop(turn, None)
        for queue in self._waiting.values():
            if turn in queue:
                queue.remove(turn)
        self._let_in()

    def _let_in(self) -> None:
        for queue in self._waiting.values():
            while queue and len(self._moving) < self._at_once:
                turn = queue.popleft()
                self._moving[turn] = self._now()
                turn.may_begin.set()


def in_turns(app: WSGIApplication, turns: Downloads) -> WSGIApplication:
    """The same application, whose large bodies have no deadline while they are taken."""

    def answered(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        sizes: list[int] = []

        def start(status: str, headers: list[tuple[str, str]], *problem: Any) -> Any:
            sizes.extend(int(text) for name, text in headers if name.lower() == "content-length")
            return start_response(status, headers, *problem)

        body = app(environ, start)
        asking = environ.get(ASKING)
        if asking is None or environ["REQUEST_METHOD"] == "HEAD" or sum(sizes) < LARGE:
            return body
        return in_turn(body, asking, turns) if asking.turn else in_pieces(body, asking)

    return answered


def queue_up(environ: WSGIEnvironment, when: str) -> None:
    """Have what this request is answered with sent in turn, not at once."""
    asking = environ.get(ASKING)
    if asking is not None:
        asking.turn = when


def in_turn(body: Iterable[bytes], asking: Asking, turns: Downloads) -> Iterator[bytes]:
    """The body in pieces, once it is its turn."""
    with turns.turn(asking.turn) as turn:
        while not turn.may_begin.wait(STILL_WAITING_S):
            asking.goes_on()
        for piece in in_pieces(body, asking):
            yield piece
            turns.took(turn)


def in_pieces(body: Iterable[bytes], asking: Asking) -> Iterator[bytes]:
    """The body in pieces; each that is taken puts the deadline off."""
    asking.hold_little()
    try:
        for part in body:
            for start in range(0, len(part), PIECE):
                yield part[start : start + PIECE]
                asking.goes_on()
                # Whoever has something short to say has it sent between two pieces.
                time.sleep(0)
    finally:
        if hasattr(body, "close"):
            body.close()
