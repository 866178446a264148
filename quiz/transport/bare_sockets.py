"""Sockets that joined no namespace yet: who of them goes where a place is needed."""

from collections.abc import Callable, Mapping

from quiz.transport.limits import FRESH_MS

FIRST = "first"
"""Who holds a socket that goes for nobody."""


class BareSockets:
    """Since when (ms) sockets have been bare, the longest first, and who opened them.

    `holder` names the seat that a socket's cookie holds; it is empty where it holds none, and
    FIRST where its sender comes before everybody.
    """

    def __init__(self) -> None:
        self._since: dict[str, int] = {}
        self._holders: dict[str, str] = {}

    def come(self, sid: str, holder: str, now: int) -> None:
        """A socket has come."""
        self._since[sid] = now
        self._holders[sid] = holder

    def review(self, bare: Mapping[str, str], now: int, stood_ms: int) -> list[str]:
        """Those are bare now, each with its holder, and the server stood still for so long.

        Returns them, the longest first.
        """
        known = [sid for sid in self._since if sid in bare]
        since = {sid: min(now, self._since[sid] + stood_ms) for sid in known}
        self._since = since | {sid: now for sid in bare if sid not in since}
        self._holders = {sid: bare[sid] for sid in self._since}
        return list(self._since)

    def since(self, sid: str) -> int:
        """Since when it has been bare."""
        return self._since[sid]

    def making_room(self, holder: str, now: int, is_bare: Callable[[str], bool]) -> str:
        """The socket that goes for one of this seat: its own, else the oldest; empty: none may.

        The newest of another seat has a moment to join: where many come back at once, they must
        not turn each other out.
        """
        bare = [sid for sid in self._since if self._holders[sid] != FIRST and is_bare(sid)]
        newest = {self._holders[sid]: sid for sid in bare}
        if holder in newest:
            return newest[holder]
        for sid in bare:
            other = self._holders[sid]
            if not other or newest[other] != sid or now - self._since[sid] >= FRESH_MS:
                return sid
        return ""
