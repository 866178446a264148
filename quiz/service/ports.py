"""What the service needs from outside, handed in so that tests need no server."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from quiz.core.nouns.commands import Command
from quiz.core.nouns.event import Event
from quiz.core.nouns.state import Contest, Stage
from quiz.store.rows import BankChange, ContestRow, ImportRow, JournalEntry, Original

Later = Callable[[int, Callable[[], None]], Callable[[], None]]
"""Call something after so many ms; the answer calls it off."""


class Rules(Protocol):
    """The core's engine."""

    def decide(self, contest: Contest | None, command: Command, now: int) -> tuple[Event, ...]:
        """What a command makes happen at `now` (ms); raises Rejected."""

    def evolve(self, contest: Contest | None, event: Event, part: int = 0) -> Contest:
        """The contest after an event, its version one higher; `part` is its place in a command."""

    def due_at(self, contest: Contest) -> int | None:
        """When something happens by itself (ms), None while nothing runs."""


class Ids(Protocol):
    """New names, unlike all others."""

    def contest(self) -> str:
        """An id that may stand in an address."""

    def pin(self) -> str:
        """Six digits; may be taken already."""

    def command(self) -> str:
        """The id of a command that the server itself gives."""


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


class Journal(Protocol):
    """The append-only truth; see `quiz.store.journal`."""

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


class Past(Protocol):
    """What the journals say at a glance; see `quiz.store.journal`."""

    def lengths(self) -> Mapping[str, int]:
        """How many events each contest has; raises StorageFailed."""

    def acts(self, contest_id: str) -> Iterable[tuple[Event, int]]:
        """Those not of the crowd, with their parts; raises StorageFailed, EventUnreadable."""

    def events(self, contest_id: str) -> Iterable[tuple[Event, int]]:
        """All events with their parts, in order; raises StorageFailed, EventUnreadable."""


class Contests(Protocol):
    """The list of contests; see `quiz.store.contests`."""

    def create(self, row: ContestRow, entries: Sequence[JournalEntry]) -> None:
        """Add a contest; raises PinTaken, StorageFailed."""

    def by_pin(self, pin: str) -> str | None:
        """The id of the contest with this PIN."""

    def pin(self, contest_id: str) -> str | None:
        """The PIN of this contest."""

    def listing(self) -> tuple[ContestRow, ...]:
        """Every contest, the newest first."""


class Shelf(Protocol):
    """What people changed in question banks; see `quiz.store.shelf`."""

    def versions(self) -> Mapping[str, int]:
        """The last version of every bank that was ever changed."""

    def changes(
        self, bank_id: str, *, question_id: str = "", after: int = 0
    ) -> tuple[BankChange, ...]:
        """The changes of a bank, or of one question, beyond a version; raises StorageFailed."""

    def append(
        self, changes: Sequence[BankChange], *, original: tuple[str, Original] | None = None
    ) -> None:
        """Store changes, all or none; raises Rejected: `stale`, StorageFailed."""

    def originals(self, bank_id: str) -> tuple[str, ...]:
        """The names of the files a bank came from."""

    def original(self, bank_id: str, place: int) -> Original | None:
        """One of those files."""


class Pictures(Protocol):
    """Pictures of questions by name; see `quiz.store.pictures`."""

    def put_all(self, found: Mapping[str, bytes]) -> None:
        """Keep several pictures by name, all or none; raises StorageFailed."""

    def get(self, name: str) -> bytes | None:
        """The picture of this name."""


class Imports(Protocol):
    """Imports on their way; see `quiz.store.imports`. Everything raises StorageFailed."""

    def add(self, row: ImportRow, data: bytes) -> None:
        """Keep a file that came in."""

    def listing(self) -> tuple[ImportRow, ...]:
        """All of them, the newest first."""

    def file(self, import_id: str) -> Original | None:
        """The file as it came in."""

    def work(self, import_id: str) -> str | None:
        """The work on it; empty while the file was not read, None where there is no import."""

    def keep(self, import_id: str, work: str) -> None:
        """Keep the work as it is now."""

    def remove(self, import_id: str) -> None:
        """Forget an import and its file."""

    def remove_before(self, at: int) -> None:
        """Forget the imports that came in before then (ms)."""
