"""Pages begin one at a time, each after what the sockets have to say; while a clock runs few do.

An answer, and a host's press, waits for whichever page is being made. Without turns it waits for
all that were asked for: twenty connections that ask without a pause kept every answer of a question
out, and the host from asking the next one.
"""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from typing import Generic, TypeVar
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from quiz.transport.http.admission import is_websocket
from quiz.transport.limits import LONGEST_OF_STRANGERS
from quiz.transport.turns import Turns, sleep_as_patched

PAUSE_AFTER_KNOWN, PAUSE_AFTER_STRANGERS = 1, 9
"""While a clock runs, how long pages pause after one, in times of what that took."""
T = TypeVar("T")


class FairQueue(Generic[T]):
    """Things that wait, each address's in turn, and of one address the newest first.

    So who asks for much starves itself; whoever asks once is served at once, even from the address
    of somebody who never stops. A crowd behind one address is through after the same time.
    """

    def __init__(self) -> None:
        self._by_address: OrderedDict[str, list[T]] = OrderedDict()

    def put(self, address: str, thing: T) -> None:
        """Wait before the others of this address."""
        self._by_address.setdefault(address, []).append(thing)

    def take(self) -> T | None:
        """The next, or None where nothing waits."""
        if not self._by_address:
            return None
        address, things = self._by_address.popitem(last=False)
        thing = things.pop()
        if things:
            self._by_address[address] = things
        return thing


class PageQueue(Generic[T]):
    """Those who are known before strangers; each comes out with how long to pause after it."""

    def __init__(self) -> None:
        self._known: FairQueue[T] = FairQueue()
        self._strangers: FairQueue[T] = FairQueue()

    def put(self, address: str, thing: T, *, is_known: bool) -> None:
        """Wait before the others of this address."""
        (self._known if is_known else self._strangers).put(address, thing)

    def take(self) -> tuple[T, int] | None:
        """The next and its pause, or None where nothing waits."""
        known = self._known.take()
        if known is not None:
            return known, PAUSE_AFTER_KNOWN
        stranger = self._strangers.take()
        return None if stranger is None else (stranger, PAUSE_AFTER_STRANGERS)


class PageTurns:
    """An application whose pages take turns; websockets go on at once.

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
        self._crowd = Turns(at_once=1)
        self._queue: PageQueue[threading.Lock] = PageQueue()
        self._waiting = threading.Semaphore(0)
        self._caller: threading.Thread | None = None

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request when its turn has come."""
        if is_websocket(environ):
            return self._app(environ, start_response)
        is_long = int(environ.get("CONTENT_LENGTH") or 0) > LONGEST_OF_STRANGERS
        if is_long and not self._is_known(environ):
            start_response("413 Content Too Large", [("Content-Length", "0")])
            return []
        if self._is_answering():
            self._wait(environ.get("REMOTE_ADDR", ""), is_known=self._is_known(environ))
        else:
            # Thousands may be joining: in the order in which they came, without a pause.
            self._crowd.wait(_in_a_thread)
        return self._app(environ, start_response)

    def _wait(self, address: str, *, is_known: bool) -> None:
        turn = threading.Lock()
        turn.acquire()
        self._queue.put(address, turn, is_known=is_known)
        if self._caller is None:
            self._caller = threading.Thread(target=self._call_on, name="pages", daemon=True)
            self._caller.start()
        self._waiting.release()
        turn.acquire()

    def _call_on(self) -> None:
        while True:
            self._waiting.acquire()
            self._call()

    def _call(self) -> None:
        """Call the next, and wait until it was carried out as far as it goes in one go."""
        called = self._queue.take()
        if called is None:
            return
        turn, pause = called
        began = self._now()
        turn.release()
        self._sleep(0)
        if self._is_answering():
            self._sleep(pause * (self._now() - began))


def _in_a_thread(task: Callable[[], None]) -> None:
    threading.Thread(target=task, name="pages of a crowd", daemon=True).start()
