"""What people ask at a buzzer."""

from dataclasses import dataclass, field
from typing import ClassVar

from quiz.core.nouns.commands import OPTIONAL, Act, Crowd
from quiz.core.nouns.model import Pool


@dataclass(frozen=True, slots=True)
class Buzz(Crowd):
    """Ask for the right to answer a question; `credit_ms` and `asked` as in `SubmitAnswer`.

    `opens_at` is what the phone was told of from when buzzes count, 0 for any: one that waited
    on a dead line is not for a later chance.
    """

    number: int
    pool: Pool
    ordinal: int
    credit_ms: int = 0
    opens_at: int = field(default=0, metadata={"lowest": 1})
    asked: int = field(default=0, metadata=OPTIONAL)


@dataclass(frozen=True, slots=True)
class GiveTurn(Act):
    """Let a contestant answer who raised a hand instead of buzzing."""

    is_step: ClassVar[bool] = True

    number: int


@dataclass(frozen=True, slots=True)
class JudgeTurn(Act):
    """Say whether what a contestant answered aloud is right."""

    is_step: ClassVar[bool] = True

    number: int
    right: bool
