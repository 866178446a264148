"""What the server does by itself again and again."""

import logging
from collections.abc import Callable

from quiz.service.ports import Later

log = logging.getLogger(__name__)


class Every:
    """Does something every `ms` until it is closed; a failure is logged and it goes on."""

    def __init__(self, ms: int, act: Callable[[], None], later: Later) -> None:
        self._ms = ms
        self._act = act
        self._later = later
        self._call_off: Callable[[], None] = _nothing
        self._closed = False

    def start(self, *, at_once: bool = False) -> None:
        """Do it in `ms`, and now where `at_once`."""
        if at_once:
            self._do()
        else:
            self._wait()

    def close(self) -> None:
        """Do it no more."""
        self._closed = True
        self._call_off()

    def _do(self) -> None:
        if self._closed:
            return
        try:
            self._act()
        except Exception:
            log.exception("%s could not be done", self._act.__qualname__)
        self._wait()

    def _wait(self) -> None:
        if not self._closed:
            self._call_off = self._later(self._ms, self._do)


def _nothing() -> None:
    """Nothing is to come."""
