"""What a round format must give the engine: four methods and a registry line."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from quiz.core import commands
from quiz.core.commands import Command
from quiz.core.console_views import RescueView
from quiz.core.event import Event, Note
from quiz.core.model import Plan, Round
from quiz.core.numbered import Numbered
from quiz.core.state import Contest, Play, Tally
from quiz.core.views import Step

P = TypeVar("P", bound=Play)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a format adds to the views: the host's next step, the hall's scene.

    `scene` counts when no question is open; `bell` is the number it rang for, 0 when it
    stayed silent, None before. Where a buzzer decides, `may_buzz` are those who may press it,
    `buzzes_from` the instant from which it counts (ms, 0: not now).
    """

    step: Step
    can: tuple[str, ...] = ()
    scene: str = "standings"
    rescue: RescueView | None = None
    spared: bool = False
    lifeline: bool = False
    bell: int | None = None
    left_reserve: int = 0
    buzzes_from: int = 0
    may_buzz: frozenset[int] = frozenset()


class Format(Protocol[P]):
    """A kind of round. Methods are pure; `now` is in ms."""

    def start(self, round_: Round, floor: Numbered[Tally]) -> P:
        """The play before its first question; raises Rejected("bad_settings")."""

    def decide(self, plan: Plan, play: P, command: Command, now: int) -> tuple[Event, ...]:
        """What a command makes happen, at least one event; raises Rejected."""

    def evolve(self, play: P, event: Event) -> P:
        """The play after an event."""

    def see(self, play: P) -> Seen:
        """What can be done and seen now."""


Formats = Mapping[str, Format[Any]]
Notes = Mapping[type[commands.Note], Callable[[Contest, Any, int], Note]]
"""How each kind of note is decided at an instant (ms); raises Rejected."""
