"""Keyed locks: one for each name, kept only while somebody holds it or waits for it."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager


class Locks:
    """Who holds one name keeps nobody from another; the same thread may hold a name twice."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._held: dict[str, tuple[threading.RLock, int]] = {}

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """Hold this name."""
        with self._guard:
            lock, users = self._held.get(name) or (threading.RLock(), 0)
            self._held[name] = lock, users + 1
        try:
            with lock:
                yield
        finally:
            with self._guard:
                lock, users = self._held.pop(name)
                if users > 1:
                    self._held[name] = lock, users - 1

    def __len__(self) -> int:
        return len(self._held)
