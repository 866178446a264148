"""Work that thousands have at one moment, a little of it at a time: others have turns between.

A lock would do, if only the one of eventlet did not look through all that wait for it, twice for
each that comes.
"""

import threading
import time
from collections import deque
from collections.abc import Callable

AT_ONCE = 4
"""How many are called before others have a turn."""


class Turns:
    """A queue for one kind of work."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: deque[threading.Lock] = deque()
        self._is_called = False

    def wait(self, start_task: Callable[[Callable[[], None]], object]) -> None:
        """Wait until those who came before have been called; `start_task` runs a task beside."""
        mine = threading.Lock()
        mine.acquire()
        with self._guard:
            self._waiting.append(mine)
            calls, self._is_called = not self._is_called, True
        if calls:
            start_task(self._call)
        mine.acquire()

    def _call(self) -> None:
        while self._call_some():
            time.sleep(0)

    def _call_some(self) -> bool:
        """Call a few; whether there was anybody to call."""
        with self._guard:
            called = [self._waiting.popleft() for _ in range(min(AT_ONCE, len(self._waiting)))]
            self._is_called = bool(called)
        for each in called:
            each.release()
        return bool(called)
