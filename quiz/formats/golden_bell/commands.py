"""What the host may do in a Golden Bell round only."""

from dataclasses import dataclass, field
from typing import ClassVar

from quiz.core.nouns.commands import OPTIONAL, Act, Crowd
from quiz.core.nouns.model import Answer, Pool


@dataclass(frozen=True, slots=True)
class OpenRescue(Act):
    """Propose who returns; `how_many` is `all`, `number` or `percent`, `order` as in settings."""

    is_step: ClassVar[bool] = True

    how_many: str = ""
    amount: int = 0
    order: str = ""


@dataclass(frozen=True, slots=True)
class PickRescued(Act):
    """While a rescue is open: these would return, and nobody else; every console sees it."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DeclineRescue(Act):
    """Go on without the rescue offered."""

    is_step: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class UseLifeline(Act):
    """The sole survivor asks the audience."""

    is_step: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class GiveHelp(Crowd):
    """One of the audience says what the sole survivor might answer to question `ordinal`."""

    number: int
    pool: Pool
    ordinal: int
    answer: Answer
    asked: int = field(default=0, metadata=OPTIONAL)
