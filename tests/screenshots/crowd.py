"""The hall that fills the pictures: robots who know as much as the scene asks for."""

import asyncio
import random
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass

from quiz.bots.crowd import Persona, RobotCrowd
from quiz.bots.names import names
from quiz.bots.phone.knowing import questions_of
from quiz.bots.phone.mind import Move, guess, window_ms
from quiz.cli.demo import DemoServer
from quiz.cli.demo_contest import Staged
from quiz.core.nouns.model import Answer, Plan, Pool, Question
from quiz.core.nouns.shapes import PhoneView, QuestionView
from quiz.core.question.comparing import is_right

SOONEST, LATEST = 0.02, 0.3
HELPED_MS = 100, 1_500


@dataclass
class Orders:
    """What a scene asks of the robots: the first `knowing` of them are right, the rest wrong.

    While they are `helping`, those who left the floor choose for who asks them.
    """

    knowing: int = 0
    helping: bool = False


@dataclass
class Extra:
    """The mind of one robot; `place` counts from 0."""

    place: int
    luck: random.Random
    questions: Mapping[tuple[int, Pool, int], Question]
    orders: Orders

    def move(self, view: PhoneView, question: QuestionView) -> Move:
        """Answer early in the time there is, so that the pictures need not wait."""
        known = self.questions[
            view.round.index if view.round else 1, question.pool, question.ordinal
        ]
        right = self.place < self.orders.knowing
        answer = known.key[0] if right else self._wrong(known, question)
        return Move(answer, self.luck.uniform(SOONEST, LATEST) * window_ms(view))

    def volunteer(self, question: QuestionView) -> float | None:
        """Leave it to those who are pictured, but where the audience is asked."""
        return self.luck.uniform(*HELPED_MS) if self.orders.helping else None

    def _wrong(self, known: Question, question: QuestionView) -> Answer:
        while is_right(known, answer := guess(self.luck, question)):
            pass
        return answer


def cast(plan: Plan, count: int, orders: Orders) -> list[Persona]:
    """So many robots, the same ones in every run."""
    luck, known = random.Random(2026), questions_of(plan)
    return [
        Persona(name, Extra(place, random.Random(place), known, orders))
        for place, name in enumerate(names(luck, count))
    ]


@asynccontextmanager
async def filled(
    server: DemoServer, staged: Staged, plan: Plan, count: int
) -> AsyncIterator[Orders]:
    """So many robots in the hall, until the block ends."""
    orders = Orders()
    crowd = RobotCrowd(server.url, staged.pin, lambda _line: None, stays=True)
    game = asyncio.create_task(crowd.play(cast(plan, count, orders)))
    try:
        await asyncio.wait_for(crowd.gathered.wait(), timeout=60)
        yield orders
    finally:
        game.cancel()
        await asyncio.wait([game])
