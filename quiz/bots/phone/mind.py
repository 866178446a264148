"""What a robot does with a question: the choice is a mind's, the doing is the robot's."""

import random
from dataclasses import dataclass
from typing import Protocol

from quiz.core.nouns.model import Answer, Kind
from quiz.core.nouns.shapes import PhoneView, QuestionView

WORDS = ("Công đoàn", "Điều lệ", "Nghị quyết", "Đại hội", "Đoàn viên", "Ban Chấp hành", "Lạng Sơn")
DEFAULT_WITHIN = 0.8
QUICKEST_MS = 100.0
"""Nobody taps sooner; and a robot's idea of the server's clock is a few ms off."""
VOLUNTEERING, REACTION_MS = 0.6, 250.0
"""How many come forward, and how soon somebody can who has understood the question."""


@dataclass(frozen=True, slots=True)
class Move:
    """Which answer (None: none at all), and how long after the clock's start (ms).

    With `away_ms` the robot drops off first and is back so much later.
    """

    answer: Answer | None
    after_ms: float
    away_ms: float = 0


class Mind(Protocol):
    """Decides once for each question that its robot may answer, or come forward for."""

    def move(self, view: PhoneView, question: QuestionView) -> Move:
        """What to do with the question on the phone."""
        ...

    def volunteer(self, question: QuestionView) -> float | None:
        """How long after one may come forward to do so (ms); None: not at all."""
        ...


def window_ms(view: PhoneView) -> float:
    """How long answers are taken (ms)."""
    return max(0, view.clock.deadline - view.clock.opens_at) if view.clock else 0


def guess(luck: random.Random, question: QuestionView) -> Answer:
    """An answer that knows nothing but the question's kind and its options."""
    options = range(max(2, len(question.options)))
    match question.kind:
        case Kind.ONE | Kind.TRUE_FALSE:
            return (luck.choice(options),)
        case Kind.SEVERAL:
            return tuple(sorted(luck.sample(options, luck.randint(1, len(options)))))
        case Kind.ORDER:
            return tuple(luck.sample(options, len(options)))
        case Kind.NUMBER:
            return str(luck.choice((luck.randint(1, 20), luck.randint(1920, 2025))))
        case Kind.TEXT:
            return luck.choice(WORDS)


def reaction_ms(luck: random.Random, within_s: float) -> float:
    """When somebody comes forward who does within so many seconds."""
    return luck.uniform(REACTION_MS, max(REACTION_MS, within_s * 1000))


class Guessing:
    """Answers by luck, at any moment of the time it is given."""

    def __init__(self, luck: random.Random, within_s: float | None = None) -> None:
        self._luck = luck
        self._within_s = within_s

    def move(self, view: PhoneView, question: QuestionView) -> Move:
        """Guess within `within_s`, or within most of the time there is."""
        most = DEFAULT_WITHIN * window_ms(view) if self._within_s is None else self._within_s * 1000
        after_ms = self._luck.uniform(min(QUICKEST_MS, window_ms(view)), max(QUICKEST_MS, most))
        return Move(guess(self._luck, question), after_ms)

    def volunteer(self, question: QuestionView) -> float | None:
        """Come forward by luck, within the same time."""
        most = DEFAULT_WITHIN * question.seconds if self._within_s is None else self._within_s
        return reaction_ms(self._luck, most) if self._luck.random() < VOLUNTEERING else None
