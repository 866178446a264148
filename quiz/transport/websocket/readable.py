"""Waiting for the same socket again and again, of which eventlet's hub is told once.

Its own way tells the system before every wait what to watch for, and after it to stop, and
asks the socket in vain before that: four calls for every message of a phone, where one will do.
"""

from typing import Any, Protocol


class Watched(Protocol):
    """What a hub knows a socket by: `greenlet` is who had it watched."""

    greenlet: Any


class EventHub(Protocol):
    """Watches sockets; see `eventlet.hubs`."""

    READ: str

    def add(self, kind: str, fileno: int, ready: Any, broken: Any, closed: Any) -> Watched:
        """Watch a socket until it is removed."""
        ...

    def remove(self, listener: Watched) -> None:
        """Watch it no more."""

    def switch(self) -> object:
        """Let others run until somebody switches back."""


class Readable:
    """One socket, for the one green thread that reads it; `rest` when it is done."""

    __slots__ = ("_fileno", "_hub", "_listener", "_waits")

    def __init__(self, hub: EventHub, fileno: int) -> None:
        self._hub = hub
        self._fileno = fileno
        self._listener: Watched | None = None
        self._waits = False

    def wait(self) -> None:
        """Let others run until there is something to read, or the end.

        Raises:
            OSError: the socket was closed meanwhile.
        """
        if self._listener is None:
            hub = self._hub
            self._listener = hub.add(hub.READ, self._fileno, self._ready, self._broken, None)
        self._waits = True
        try:
            self._hub.switch()
        finally:
            self._waits = False

    def rest(self) -> None:
        """Have the socket watched no more."""
        listener, self._listener = self._listener, None
        if listener is not None:
            self._hub.remove(listener)

    def _ready(self, fileno: int) -> None:
        if self._waits and self._listener is not None:
            self._listener.greenlet.switch()
        else:
            # Who reads is busy: the hub would say so again and again.
            self.rest()

    def _broken(self, problem: Exception) -> None:
        if self._waits and self._listener is not None:
            self._listener.greenlet.throw(problem)
