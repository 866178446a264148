"""Robots against a stand-in server: they join, answer, come back, and count honestly."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from quiz.bots.crowd import Persona, RobotCrowd
from quiz.bots.phone.mind import Move
from quiz.bots.tally import SentMessages
from quiz.core.nouns.shapes import PhoneView, QuestionView
from quiz.core.nouns.state import Life, Stage
from tests.bots.standin import PIN, Standin, asking, buzzing

AT_ONCE = Move((1,), 0)


class Steady:
    """A mind that answers option 1 at once, or does what it is told."""

    def __init__(self, move: Move = AT_ONCE) -> None:
        self._move = move

    def move(self, view: PhoneView, question: QuestionView) -> Move:
        return self._move

    def volunteer(self, question: QuestionView) -> float | None:
        return self._move.after_ms if self._move.answer is not None else None


@pytest.fixture
def standin() -> Iterator[Standin]:
    with Standin().serve() as running:
        yield running


async def until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while not condition():  # noqa: ASYNC110 - the server's thread changes it
            await asyncio.sleep(0.01)


@asynccontextmanager
async def playing(standin: Standin, *minds: Steady) -> AsyncIterator[tuple[RobotCrowd, list[str]]]:
    """A crowd inside the stand-in's contest; the contest is over when the block is."""
    said: list[str] = []
    crowd = RobotCrowd(standin.url, PIN, said.append)
    people = [Persona(f"Người {place}", mind) for place, mind in enumerate(minds)]
    game = asyncio.create_task(crowd.play(people))
    await until(lambda: len(standin.sids) == len(people) or game.done())
    yield crowd, said
    over = replace(standin.view, v=standin.view.v + 1, stage=Stage.FINISHED, question=None)
    standin.push(replace(over, life=None, clock=None))
    await asyncio.wait_for(game, 20)


def test_robots_join_and_each_answer_is_acknowledged_once(standin: Standin) -> None:
    async def play() -> tuple[RobotCrowd, list[str]]:
        async with playing(standin, *[Steady()] * 5) as (crowd, said):
            for ordinal in (1, 2):
                standin.push(asking(standin.view, ordinal))
                tally = crowd.watch.tally.question(f"main-{ordinal}")
                await until(lambda tally=tally: tally.acknowledged == 5)  # type: ignore[misc]
        return crowd, said

    crowd, said = asyncio.run(play())
    totals = crowd.watch.tally.totals()
    assert (totals.joined, totals.answered, totals.acknowledged) == (5, 10, 10)
    assert (totals.refused, totals.reconnects) == ({}, 0)
    assert [line.split(":")[0] for line in said] == ["Câu 1 · Question 1", "Câu 2 · Question 2"]
    assert sorted(
        (number, sent["ordinal"], sent["answer"]) for number, sent in standin.answers
    ) == [(number, ordinal, [1]) for number in range(1, 6) for ordinal in (1, 2)]
    assert [len(tally.pushes) for tally in crowd.watch.tally.questions.values()] == [5, 5]
    assert [seat.team for seat in standin.seats.values()].count("Tổ 1") == 3


def test_answer_lost_with_its_connection_is_sent_again_with_the_same_id(standin: Standin) -> None:
    standin.swallow_acks = 1

    async def play() -> RobotCrowd:
        async with playing(standin, Steady()) as (crowd, _):
            standin.push(asking(standin.view, 1))
            await until(lambda: crowd.watch.tally.question("main-1").acknowledged == 1)
        return crowd

    totals = asyncio.run(play()).watch.tally.totals()
    assert (totals.answered, totals.acknowledged, totals.reconnects) == (1, 1, 1)
    assert len(standin.answers) == 1


def test_robot_that_drops_off_comes_back_and_answers(standin: Standin) -> None:
    async def play() -> RobotCrowd:
        async with playing(standin, Steady(Move((0,), 0, away_ms=100))) as (crowd, _):
            standin.push(asking(standin.view, 1))
            await until(lambda: crowd.watch.tally.question("main-1").acknowledged == 1)
        return crowd

    assert asyncio.run(play()).watch.tally.totals().reconnects == 1


def test_refused_answers_are_counted_by_code(standin: Standin) -> None:
    standin.refuse_answers = "too_late"

    async def play() -> RobotCrowd:
        async with playing(standin, *[Steady()] * 3) as (crowd, _):
            standin.push(asking(standin.view, 1))
            await until(lambda: crowd.watch.tally.question("main-1").refused.total() == 3)
        return crowd

    totals = asyncio.run(play()).watch.tally.totals()
    assert (totals.answered, totals.acknowledged, totals.refused) == (3, 0, {"too_late": 3})


def test_robot_waits_for_the_clock_and_through_a_pause(standin: Standin) -> None:
    async def play() -> int:
        async with playing(standin, Steady(Move((1,), 50))) as (crowd, _):
            standin.push(asking(standin.view, 1, Life.SHOWN))
            standin.push(asking(standin.view, 1, Life.CLOCK))
            standin.push(asking(standin.view, 1, Life.PAUSED))
            await until(lambda: crowd.watch.newest == standin.view)
            await asyncio.sleep(0.2)
            answered_before = len(standin.answers)
            standin.push(asking(standin.view, 1, Life.CLOCK))
            await until(lambda: crowd.watch.tally.question("main-1").acknowledged == 1)
        return answered_before

    assert asyncio.run(play()) == 0


def test_seat_that_may_not_answer_stays_silent(standin: Standin) -> None:
    async def play() -> RobotCrowd:
        async with playing(standin, Steady(), Steady()) as (crowd, _):
            standin.send_seat(1, may_answer=False)
            standin.push(asking(standin.view, 1))
            await until(lambda: crowd.watch.tally.question("main-1").acknowledged == 1)
        return crowd

    asyncio.run(play())
    assert [number for number, _ in standin.answers] == [2]


def test_buzzer_is_pressed_again_with_the_same_id_and_then_who_has_the_turn_answers(
    standin: Standin,
) -> None:
    standin.swallow_acks = 1

    async def play() -> RobotCrowd:
        async with playing(standin, Steady(), Steady(Move(None, 0))) as (crowd, _):
            for number in (1, 2):
                standin.send_seat(number, may_answer=False, may_buzz=True)
            standin.push(buzzing(standin.view, 1, Life.SHOWN))
            tally = crowd.watch.tally.question("main-1")
            await until(lambda: tally.others["buzz"].acknowledged == 1)
            standin.push(buzzing(standin.view, 1, Life.HELD, "buzzed"))
            standin.push(buzzing(standin.view, 1, Life.HELD, "answering"))
            standin.send_seat(1, may_answer=True, may_buzz=False)
            await until(lambda: tally.acknowledged == 1)
        return crowd

    totals = asyncio.run(play()).watch.tally.totals()
    assert [(number, sent["ordinal"]) for number, sent in standin.buzzes] == [(1, 1)]
    assert [(number, sent["answer"]) for number, sent in standin.answers] == [(1, [1])]
    assert totals.others["buzz"] == SentMessages(1, 1)
    assert (totals.answered, totals.acknowledged, totals.refused) == (1, 1, {})


def test_refused_buzzes_are_counted_by_code(standin: Standin) -> None:
    standin.refuse_answers = "too_late"

    async def play() -> RobotCrowd:
        async with playing(standin, Steady()) as (crowd, _):
            standin.send_seat(1, may_answer=False, may_buzz=True)
            standin.push(buzzing(standin.view, 1, Life.CLOCK))
            tally = crowd.watch.tally.question("main-1")
            await until(lambda: tally.others["buzz"].refused.total() == 1)
        return crowd

    totals = asyncio.run(play()).watch.tally.totals()
    assert totals.others["buzz"] == SentMessages(1, 0, Counter(too_late=1))
    assert totals.refused == {}


def test_wrong_pin_lets_nobody_in(standin: Standin) -> None:
    crowd = RobotCrowd(standin.url, "000000", lambda line: None)
    asyncio.run(crowd.play([Persona("Người", Steady())] * 2))
    totals = crowd.watch.tally.totals()
    assert (totals.joined, totals.refused) == (0, {"no_such_contest": 2})
