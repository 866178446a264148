"""Sockets that joined no namespace yet: who of them goes where a place is needed."""

from collections.abc import Callable, Iterator, Mapping

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
        self._newest: dict[str, str] = {}

    def come(self, sid: str, holder: str, now: int) -> None:
        """A socket has come."""
        self._since[sid] = now
        self._holders[sid] = holder
        self._newest[holder] = sid

    def review(self, bare: Mapping[str, str], now: int, stood_ms: int) -> Mapping[str, int]:
        """Those are bare now, each with its holder, and the server stood still for so long.

        Returns since when each has been, the longest first.
        """
        known = [sid for sid in self._since if sid in bare]
        since = {sid: min(now, self._since[sid] + stood_ms) for sid in known}
        self._since = since | {sid: now for sid in bare if sid not in since}
        self._holders = {sid: bare[sid] for sid in self._since}
        self._newest = {holder: sid for sid, holder in self._holders.items()}
        return dict(self._since)

    def making_room(self, holder: str, now: int, is_bare: Callable[[str], bool]) -> str:
        """The socket that goes for one of this seat: its own, else the oldest; empty: none may.

        The newest of another seat has a moment to join: where many come back at once, they must
        not turn each other out. To see whether one `is_bare` still takes its time: only those
        that may go are looked at, each once, up to the one that goes.
        """
        for sid in self._that_may_go(holder, now):
            self._forget(sid)
            if is_bare(sid):
                return sid
        return ""

    def _that_may_go(self, holder: str, now: int) -> Iterator[str]:
        if holder in self._newest:
            yield self._newest[holder]
        for sid, since in list(self._since.items()):
            other = self._holders.get(sid, FIRST)
            may_join = other and self._newest.get(other) == sid and now - since < FRESH_MS
            if other != FIRST and not may_join:
                yield sid

    def _forget(self, sid: str) -> None:
        self._since.pop(sid, None)
        holder = self._holders.pop(sid, "")
        if self._newest.get(holder) == sid:
            del self._newest[holder]
