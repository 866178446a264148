"""What the service needs from outside, handed in so that tests need no server."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from quiz.core.commands import Command
from quiz.core.events import Event
from quiz.core.state import Contest, Stage
from quiz.store.rows import ContestRow, Entry

Later = Callable[[int, Callable[[], None]], Callable[[], None]]
"""Call something after so many ms; the answer calls it off."""


class Rules(Protocol):
    """The core's engine."""

    def decide(self, contest: Contest | None, command: Command, now: int) -> tuple[Event, ...]:
        """What a command makes happen at `now` (ms); raises Rejected."""

    def evolve(self, contest: Contest | None, event: Event) -> Contest:
        """The contest after an event, its version one higher."""


class Clock(Protocol):
    """The server's clock."""

    def now(self) -> int:
        """Ms since 1970."""


class Ids(Protocol):
    """New names, unlike all others."""

    def contest(self) -> str:
        """An id that may stand in an address."""

    def pin(self) -> str:
        """Six digits; may be taken already."""

    def command(self) -> str:
        """The id of a command that the server itself gives."""


class Turn(Protocol):
    """One transaction on one contest's journal."""

    def after(self, version: int) -> Sequence[Entry]:
        """What the journal holds beyond `version`."""

    def of_commands(self, command_ids: Iterable[str]) -> Sequence[Entry]:
        """What these commands made earlier, in order."""

    def append(self, entries: Sequence[Entry]) -> None:
        """Add entries."""

    def describe(self, stage: Stage, joined: int) -> None:
        """Bring the list of contests up to date."""


class Journal(Protocol):
    """The append-only truth; see `quiz.store.journal`."""

    def turn(self, contest_id: str) -> AbstractContextManager[Turn]:
        """A transaction that commits at the end; raises StorageFailed."""

    def events(self, contest_id: str) -> Iterable[Event]:
        """All events in order; raises StorageFailed, EventUnreadable."""


class Contests(Protocol):
    """The list of contests; see `quiz.store.contests`."""

    def create(self, row: ContestRow, entries: Sequence[Entry]) -> None:
        """Add a contest; raises PinTaken, StorageFailed."""

    def by_pin(self, pin: str) -> str | None:
        """The id of the contest with this PIN."""

    def pin(self, contest_id: str) -> str | None:
        """The PIN of this contest."""

    def listing(self) -> tuple[ContestRow, ...]:
        """Every contest, the newest first."""
