"""Robots that know the key, because the demo made the contest: they thin out plausibly."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, field

from quiz.bots.phone.mind import Move, guess, reaction_ms, window_ms
from quiz.core.nouns.model import Answer, Plan, Pool, Question
from quiz.core.nouns.shapes import PhoneView, QuestionView

RIGHT_AT_FIRST = 0.85
RIGHT_AT_LAST = 0.45
RIGHT_IN_RESERVE = 0.2
QUICKEST_MS = 600.0
AWAY_MS = (1_500.0, 4_000.0)


@dataclass(frozen=True, slots=True)
class Habits:
    """How people behave, as shares of the answers: none at all, too late, after a drop-off."""

    silent: float = 0.01
    late: float = 0.02
    away: float = 0.03


def questions_of(plan: Plan) -> dict[tuple[int, Pool, int], Question]:
    """All questions of a contest, by round (from 1), pool and ordinal (from 1)."""
    return {
        (index, pool, ordinal): question
        for index, round_ in enumerate(plan.rounds, start=1)
        for pool in Pool
        for ordinal, question in enumerate(round_.pool(pool), start=1)
    }


def share_right(question: QuestionView) -> float:
    """How many know this one: most at the first, fewer with each, the fewest in reserve."""
    if question.pool is not Pool.MAIN:
        return RIGHT_IN_RESERVE
    done = (question.ordinal - 1) / max(1, question.of - 1)
    return RIGHT_AT_FIRST - done * (RIGHT_AT_FIRST - RIGHT_AT_LAST)


@dataclass
class Knowing:
    """A mind that knows the questions; a `champion` is right every time and never away."""

    luck: random.Random
    questions: Mapping[tuple[int, Pool, int], Question]
    champion: bool = False
    habits: Habits = field(default_factory=Habits)

    def move(self, view: PhoneView, question: QuestionView) -> Move:
        """Think like a person: mostly in the middle of the time, right or wrong by luck."""
        window = window_ms(view)
        pace = min(max(self.luck.gauss(0.45, 0.18), 0.1), 0.9)
        after_ms = max(min(QUICKEST_MS, window / 2), pace * window)
        answer = self._answer(view, question)
        chance = 1.0 if self.champion else self.luck.random()
        habits = self.habits
        if chance < habits.silent:
            return Move(None, after_ms)
        if chance < habits.silent + habits.late:
            return Move(answer, window + self.luck.uniform(100, 800))
        if chance < habits.silent + habits.late + habits.away:
            return Move(answer, after_ms, away_ms=min(window / 2, self.luck.uniform(*AWAY_MS)))
        return Move(answer, after_ms)

    def volunteer(self, question: QuestionView) -> float | None:
        """Come forward when one believes to know it; the champion is quick besides."""
        within_s = question.seconds / (4 if self.champion else 2)
        knows = self.champion or self.luck.random() < share_right(question)
        return reaction_ms(self.luck, within_s) if knows else None

    def _answer(self, view: PhoneView, question: QuestionView) -> Answer:
        """The key, or what somebody says who does not know it."""
        known = self.questions.get(
            (view.round.index if view.round else 1, question.pool, question.ordinal)
        )
        if known is not None and (self.champion or self.luck.random() < share_right(question)):
            return known.key[0]
        return guess(self.luck, question)
