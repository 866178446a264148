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
        """Of each seat; what else there is of it, and what is a stranger's, is spare."""
        self._spare: dict[str, None] = {}

    def come(self, sid: str, holder: str, now: int) -> None:
        """A socket has come."""
        self._forget(sid)
        self._since[sid] = now
        self._place(sid, holder)

    def review(self, bare: Mapping[str, str], now: int, stood_ms: int) -> Mapping[str, int]:
        """Those are bare now, each with its holder, and the server stood still for so long.

        Returns since when each has been, the longest first.
        """
        known = [sid for sid in self._since if sid in bare]
        since = {sid: min(now, self._since[sid] + stood_ms) for sid in known}
        self._since = since | {sid: now for sid in bare if sid not in since}
        self._holders, self._newest, self._spare = {}, {}, {}
        for sid in list(self._since):
            self._place(sid, bare[sid])
        return dict(self._since)

    def making_room(self, holder: str, now: int, is_bare: Callable[[str], bool]) -> str:
        """The socket that goes for one of this seat; empty: none may.

        Its own, else one that is spare, else the oldest. The newest of another seat has a moment
        to join: where many come back at once, they must not turn each other out. To see whether
        one `is_bare` still takes its time: those that may go are looked at, up to the first.
        """
        for sid in self._that_may_go(holder, now):
            self._forget(sid)
            if is_bare(sid):
                return sid
        return ""

    def _that_may_go(self, holder: str, now: int) -> Iterator[str]:
        if holder in self._newest:
            yield self._newest[holder]
        yield from list(self._spare)
        for sid in list(self._newest.values()):
            if now - self._since.get(sid, now) < FRESH_MS:
                return
            yield sid

    def _place(self, sid: str, holder: str) -> None:
        self._holders[sid] = holder
        spare = self._newest.pop(holder, "") if holder else sid
        if holder not in ("", FIRST):
            self._newest[holder] = sid
        if spare:
            self._spare[spare] = None

    def _forget(self, sid: str) -> None:
        self._since.pop(sid, None)
        self._spare.pop(sid, None)
        holder = self._holders.pop(sid, "")
        if self._newest.get(holder) == sid:
            del self._newest[holder]
