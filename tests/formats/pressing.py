"""A buzz and what follows from it when time goes by, in any contest that is played by hand."""

from typing import Protocol

from quiz.core.nouns import commands as c
from quiz.core.nouns.state import Asked
from quiz.formats.buzzer.commands import Buzz


class Hand(Protocol):
    """Plays a contest: `now` moves only when told to."""

    now: int

    @property
    def asked(self) -> Asked: ...

    def do(self, command: c.Command) -> None: ...


def buzz(hand: Hand, number: int, after_ms: int = 1_000, credit_ms: int = 0) -> None:
    """A buzz received so long after the clock opened."""
    asked = hand.asked
    hand.now = asked.opens_at + after_ms
    hand.do(Buzz(number, asked.pool, asked.ordinal, credit_ms))


def ring(hand: Hand) -> None:
    """The timer rings at its time, or later where that has passed."""
    hand.now = max(hand.now, hand.asked.deadline)
    hand.do(c.LockExpired())
