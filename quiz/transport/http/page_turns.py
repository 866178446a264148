"""Pages begin one at a time, each after what the sockets have to say; while a clock runs few do.

An answer, and a host's press, waits for whichever page is being made. Without turns it waits for
all that were asked for: twenty connections that ask without a pause kept every answer of a question
out, and the host from asking the next one.
"""

import threading
import time
from collections import OrderedDict, deque
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from quiz.transport.http.admission import is_websocket
from quiz.transport.http.pace import sleep_as_patched
from quiz.transport.limits import LONGEST_OF_STRANGERS

PAUSE_AFTER_KNOWN, PAUSE_AFTER_STRANGERS = 1, 9
"""While a clock runs, how long pages pause after one, in times of what that took."""
T = TypeVar("T")


class FairQueue(Generic[T]):
    """Things that wait, each address's in turn."""

    def __init__(self) -> None:
        self._by_address: OrderedDict[str, deque[T]] = OrderedDict()

    def put(self, address: str, thing: T) -> None:
        """Wait with the others of this address."""
        self._by_address.setdefault(address, deque()).append(thing)

    def take(self, *, newest: bool) -> T | None:
        """The next, of its address the `newest` or the oldest; None where nothing waits.

        By the newest, who asks for much starves itself, and whoever asks once is served at once,
        even from the address of somebody who never stops.
        """
        if not self._by_address:
            return None
        address, things = self._by_address.popitem(last=False)
        thing = things.pop() if newest else things.popleft()
        if things:
            self._by_address[address] = things
        return thing


class PageQueue(Generic[T]):
    """Those who are known before strangers; each comes out with how long to pause after it."""

    def __init__(self) -> None:
        self._known: FairQueue[T] = FairQueue()
        self._strangers: FairQueue[T] = FairQueue()

    def put(self, address: str, thing: T, *, is_known: bool) -> None:
        """Wait with the others of this address."""
        (self._known if is_known else self._strangers).put(address, thing)

    def take(self, *, newest: bool) -> tuple[T, int] | None:
        """The next and its pause, or None where nothing waits; `newest` as in `FairQueue`."""
        known = self._known.take(newest=newest)
        if known is not None:
            return known, PAUSE_AFTER_KNOWN
        stranger = self._strangers.take(newest=newest)
        return None if stranger is None else (stranger, PAUSE_AFTER_STRANGERS)


class PageTurns:
    """An application whose pages take turns; websockets go on at once.

    While no clock runs nobody pauses, and who came first goes first: thousands may be joining.
    `is_answering` tells whether a clock runs, `is_known` whether a request comes from a browser
    that was let in before. `now` and `sleep` are in seconds.
    """

    def __init__(
        self,
        app: WSGIApplication,
        is_answering: Callable[[], bool],
        is_known: Callable[[WSGIEnvironment], bool],
        *,
        now: Callable[[], float] = time.perf_counter,
        sleep: Callable[[float], None] = sleep_as_patched,
    ) -> None:
        self._app = app
        self._is_answering = is_answering
        self._is_known = is_known
        self._now = now
        self._sleep = sleep
        self._queue: PageQueue[threading.Lock] = PageQueue()
        self._guard, self._wake = threading.Lock(), threading.Lock()
        self._wake.acquire()
        self._is_idle, self._begun = True, (0, 0.0)
        """Whether others were heard since a page began; the pause after that one, and its start."""
        self._caller: threading.Thread | None = None

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request when its turn has come."""
        if is_websocket(environ):
            return self._app(environ, start_response)
        is_long = int(environ.get("CONTENT_LENGTH") or 0) > LONGEST_OF_STRANGERS
        if is_long and not self._is_known(environ):
            start_response("413 Content Too Large", [("Content-Length", "0")])
            return []
        self._wait(environ)
        return self._app(environ, start_response)

    def _wait(self, environ: WSGIEnvironment) -> None:
        """Wait for one's turn, unless none has begun that others still wait to be heard after."""
        with self._guard:
            if self._is_idle:
                is_known = self._is_answering() and self._is_known(environ)
                pause = PAUSE_AFTER_KNOWN if is_known else PAUSE_AFTER_STRANGERS
                self._is_idle, self._begun = False, (pause, self._now())
                self._have_called()
                return
            turn = threading.Lock()
            turn.acquire()
            address = environ.get("REMOTE_ADDR", "")
            self._queue.put(address, turn, is_known=self._is_known(environ))
        turn.acquire()

    def _have_called(self) -> None:
        if self._caller is None:
            self._caller = threading.Thread(target=self._call_on, name="pages", daemon=True)
            self._caller.start()
        self._wake.release()

    def _call_on(self) -> None:
        while True:
            self._wake.acquire()
            while not self._is_idle:
                self._rest(*self._begun)
                self._call()

    def _rest(self, pause: int, began: float) -> None:
        """Have others heard, once what has begun was carried out as far as it goes in one go."""
        self._sleep(0)
        if self._is_answering():
            self._sleep(pause * (self._now() - began))

    def _call(self) -> None:
        """Call the next, if one waits."""
        with self._guard:
            called = self._queue.take(newest=self._is_answering())
            self._is_idle = called is None
            if called is not None:
                turn, pause = called
                self._begun = pause, self._now()
                turn.release()
