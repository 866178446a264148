"""What a buzzer question remembers besides its answers: presses, turns, who had one."""

from dataclasses import dataclass, field
from enum import StrEnum

from quiz.core.nouns.state import Asked
from quiz.core.numbered import Numbered


class Phase(StrEnum):
    """Whom a held question waits for: slower lines, or who has the turn."""

    BUZZED = "buzzed"
    ANSWERING = "answering"


@dataclass(frozen=True, slots=True)
class Pressed:
    """A buzz: when the server had it and how long it took, the credit taken off (ms).

    `by_person` as in `BuzzOpened`.
    """

    at: int
    took_ms: int
    by_person: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """The right to answer that a buzz won; `numbers` are several when they were equally fast.

    `took_ms` is as in `TurnGiven`; `aloud` means that the host judges what they say. `pressed`
    are the members who pressed for these teams.
    """

    numbers: tuple[int, ...]
    took_ms: int
    aloud: bool
    pressed: tuple[int, ...] = ()


@dataclass(frozen=True)
class BuzzerPart:
    """`buzzes` since the clock last ran, the `turns` so far, how many were `missed`.

    After a missed turn the others may buzz again. `phase` is None unless the question is held.
    """

    phase: Phase | None = None
    buzzes: Numbered[Pressed] = field(default_factory=Numbered)
    turns: tuple[Turn, ...] = ()
    missed: int = 0

    @property
    def turn(self) -> Turn | None:
        """The turn that is being answered."""
        return self.turns[-1] if self.phase is Phase.ANSWERING else None


def part_of(asked: Asked | None) -> BuzzerPart | None:
    """The buzzer of a question; None where everybody answers (an audience question)."""
    part = asked.part if asked else None
    return part if isinstance(part, BuzzerPart) else None
