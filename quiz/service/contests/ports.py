"""What contests need of a storage."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from quiz.core.nouns.event import Event
from quiz.core.nouns.state import Stage
from quiz.service.contests.rows import ContestRow, DraftRow, JournalEntry


class Transaction(Protocol):
    """One transaction on one contest's journal."""

    def after(self, version: int) -> Sequence[JournalEntry]:
        """What the journal holds beyond `version`."""

    def of_commands(self, command_ids: Iterable[str]) -> Sequence[JournalEntry]:
        """What these commands made earlier, in order."""

    def append(self, entries: Sequence[JournalEntry]) -> None:
        """Add entries."""

    def describe(self, stage: Stage, joined: int) -> None:
        """Bring the list of contests up to date."""

    def entitle(self, title: str) -> None:
        """Have the list of contests show another title."""

    def try_room(self, entries: int) -> None:
        """Store something as large as so many entries, and drop it; raises StorageFailed."""


class JournalStore(Protocol):
    """The append-only log of every contest: the truth, of which all else is told."""

    def transaction(self, contest_id: str) -> AbstractContextManager[Transaction]:
        """A transaction that commits at the end; raises StorageFailed."""

    def events(self, contest_id: str) -> Iterable[tuple[Event, int]]:
        """All events with their parts, in order; raises StorageFailed, EventUnreadable."""

    def walk(self, contest_id: str) -> Iterable[JournalEntry]:
        """All rows in order, read bit by bit; raises StorageFailed, EventUnreadable."""

    def last_at(self, contest_id: str) -> int:
        """When the last event came (ms), 0 where there is none; raises StorageFailed."""

    def entries(self, contest_id: str, after: int = 0) -> Sequence[JournalEntry]:
        """All rows beyond version `after` in order; raises StorageFailed, EventUnreadable."""


class ContestStore(Protocol):
    """The list of contests."""

    def create(self, row: ContestRow, entries: Sequence[JournalEntry]) -> None:
        """Add a contest; raises PinTaken, StorageFailed."""

    def by_pin(self, pin: str) -> str | None:
        """The id of the contest with this PIN."""

    def pin(self, contest_id: str) -> str | None:
        """The PIN of this contest."""

    def listing(self) -> tuple[ContestRow, ...]:
        """Every contest, the newest first."""


class Pulse(Protocol):
    """When the server was last known to be alive; kept where a crash leaves it."""

    def last(self) -> int:
        """When it was (ms), the server before this one included; 0 where nothing tells."""

    def beat(self, now: int) -> None:
        """It is at `now` (ms)."""


class DraftStore(Protocol):
    """Contests that are being made; everything raises StorageFailed."""

    def add(self, row: DraftRow, work: str) -> None:
        """Keep a new draft."""

    def listing(self) -> tuple[DraftRow, ...]:
        """All of them, the last changed first."""

    def work(self, draft_id: str) -> str | None:
        """What was filled in; None where there is no such draft."""

    def change(self, draft_id: str, at: int, change: Callable[[str], tuple[str, str]]) -> bool:
        """Keep the title and the work that `change` makes of the work; False: no such draft."""

    def detach(self, draft_id: str) -> None:
        """Let a draft be that of a new contest."""

    def remove(self, draft_id: str) -> None:
        """Forget a draft."""
