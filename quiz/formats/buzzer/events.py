"""What happens at a buzzer: presses, turns, verdicts. Times are ms since 1970, server clock."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from quiz.core.nouns.event import Event, Nature, Traits


class Then(StrEnum):
    """How a question lives on after a verdict or a turn: words of the journal."""

    ANSWERING = "answering"
    PAUSED = "paused"
    LOCKED = "locked"


@dataclass(frozen=True, slots=True)
class BuzzOpened(Event):
    """The first buzz: the clock stands with `left_ms` to go.

    Until `settles_at` buzzes from slower lines count too. `took_ms` is less the credit for the
    way to the phone, `credit_ms`. In a round of teams `number` is the team's and `by_person` that
    of the member who pressed, else 0.
    """

    traits: ClassVar[Traits] = Traits(stops_clock=True, received=True)

    number: int
    at: int
    took_ms: int
    credit_ms: int
    settles_at: int
    left_ms: int
    by_person: int = 0


@dataclass(frozen=True, slots=True)
class Buzzed(Event):
    """A buzz after the first; times and numbers as there."""

    traits: ClassVar[Traits] = Traits(nature=Nature.CROWD, received=True)

    number: int
    at: int
    took_ms: int
    credit_ms: int
    by_person: int = 0


@dataclass(frozen=True, slots=True)
class TurnGiven(Event):
    """These answer until `deadline`; `aloud` the host judges.

    `took_ms` is their buzz's, or how long one could buzz before the host called them up.
    """

    traits: ClassVar[Traits] = Traits(stops_clock=True)

    numbers: tuple[int, ...]
    at: int
    deadline: int
    aloud: bool
    took_ms: int = 0


@dataclass(frozen=True, slots=True)
class TurnJudged(Event):
    """What somebody said was right or wrong; `then` is how the question lives on."""

    traits: ClassVar[Traits] = Traits(minuted=True)

    number: int
    right: bool
    then: Then


@dataclass(frozen=True, slots=True)
class TurnEnded(Event):
    """Answered on the phone, or not in time; `then` is how the question lives on."""

    at: int
    then: Then
