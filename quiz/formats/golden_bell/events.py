"""What happens in a Golden Bell round only: the rescue offered, the lifeline, the bell."""

from dataclasses import dataclass
from typing import ClassVar

from quiz.core.nouns.event import Event, Nature, Traits
from quiz.core.nouns.model import Answer


@dataclass(frozen=True, slots=True)
class RescueOpened(Event):
    """These would return by this rule and this lot; nothing is decided.

    Rows from before the rule was written down have none.
    """

    numbers: tuple[int, ...]
    how_many: str = ""
    amount: int = 0
    order: str = ""
    lot: str = ""


@dataclass(frozen=True, slots=True)
class RescueDeclined(Event):
    """The rescue offered was not used."""


@dataclass(frozen=True, slots=True)
class LifelineUsed(Event):
    """The sole survivor asked the audience; the clock stands with `left_ms` to go.

    The audience helps `on_phones`, or else aloud.
    """

    traits: ClassVar[Traits] = Traits(stops_clock=True, minuted=True, touches=True)

    number: int
    at: int
    left_ms: int
    on_phones: bool = False


@dataclass(frozen=True, slots=True)
class HelpGiven(Event):
    """One of the audience helped the sole survivor; it is nobody's answer to the question."""

    traits: ClassVar[Traits] = Traits(nature=Nature.CROWD, received=True)

    number: int
    answer: Answer
    at: int


@dataclass(frozen=True, slots=True)
class HelpClosed(Event):
    """The audience has helped: how many chose what is told."""


@dataclass(frozen=True, slots=True)
class BellRung(Event):
    """The golden bell rang for a winner, or stayed silent (0)."""

    traits: ClassVar[Traits] = Traits(touches=True)

    number: int


@dataclass(frozen=True, slots=True)
class BellTakenBack(Event):
    """What was put right has left the bell with the wrong one (0: it stayed silent)."""

    traits: ClassVar[Traits] = Traits(minuted=True, touches=True)

    number: int
