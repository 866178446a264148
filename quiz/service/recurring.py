"""What the server does by itself again and again."""

import logging
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import ClassVar

from quiz.service.ports import Later

log = logging.getLogger(__name__)


class Recurring(ABC):
    """Looks every `every_ms` until it is closed; a failure is logged and it goes on."""

    every_ms: ClassVar[int]
    at_once: ClassVar[bool] = False
    """Whether the first look is at the start."""

    def __init__(self, later: Later) -> None:
        self._later = later
        self._call_off: Callable[[], None] = _nothing
        self._closed = False

    def start(self) -> None:
        """Look, now where `at_once` or in `every_ms`, then again and again."""
        if self.at_once:
            self._look_and_wait()
        else:
            self._wait()

    def close(self) -> None:
        """Look no more."""
        self._closed = True
        self._call_off()

    @abstractmethod
    def _look(self) -> None:
        """What is done each time."""

    def _look_and_wait(self) -> None:
        if self._closed:
            return
        try:
            self._look()
        except Exception:
            log.exception("%s could not be done", self._look.__qualname__)
        self._wait()

    def _wait(self) -> None:
        if not self._closed:
            self._call_off = self._later(self.every_ms, self._look_and_wait)


def _nothing() -> None:
    """Nothing is to come."""
