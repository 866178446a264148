"""How the storage of contests says no, besides `StorageFailed`."""


class PinTaken(Exception):
    """Another contest has this PIN."""


class EventUnreadable(Exception):
    """A journal row that this version cannot turn into an event."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(f"{kind}: {reason}")
        self.kind = kind
        self.reason = reason
