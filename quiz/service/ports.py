"""What the service needs from outside, handed in so that tests need no server."""

from collections.abc import Callable
from typing import Protocol

from quiz.core.nouns.commands import Command
from quiz.core.nouns.event import Event
from quiz.core.nouns.state import Contest

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

    def still_counts(self, contest: Contest, command: Command, made: int, acted: int) -> bool:
        """Whether what a command did was not undone since.

        The contest had version `made` after it; `acted` is that after its last act, 0 without one.
        """


class Ids(Protocol):
    """New names, unlike all others."""

    def contest(self) -> str:
        """An id that may stand in an address."""

    def pin(self) -> str:
        """Six digits; may be taken already."""

    def command(self) -> str:
        """The id of a command that the server itself gives."""
