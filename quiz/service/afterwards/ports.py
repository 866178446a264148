"""What looking back needs of a storage."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from quiz.core.nouns.event import Event


class PastJournals(Protocol):
    """The journals of all contests, as far as they are looked back on."""

    def lengths(self) -> Mapping[str, int]:
        """How many events each contest has; raises StorageFailed."""

    def acts(self, contest_id: str) -> Iterable[tuple[Event, int]]:
        """Those not of the crowd, with their parts; raises StorageFailed, EventUnreadable."""

    def events(self, contest_id: str) -> Iterable[tuple[Event, int]]:
        """All events with their parts, in order; raises StorageFailed, EventUnreadable."""
