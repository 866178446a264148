"""Phones whose line holds, in a process of their own: their waiting is the server's alone.

Thousands of phones fill one event loop; who measured in it would wait for them, not for the
server. Where the system lets it, this process comes before the others.
"""

import asyncio
import contextlib
import multiprocessing
import os
import time
import uuid
from collections.abc import Iterator
from multiprocessing.connection import Connection

from quiz.bots.crowd import Persona, RobotCrowd
from quiz.bots.phone.mind import Move
from quiz.bots.phone.robot import Robot
from quiz.core.nouns.shapes import PhoneView, QuestionView
from quiz.core.nouns.state import Life

PROBES, PROBE_EVERY_S, GATHERED_WITHIN_S = 20, 0.1, 60
FIRST = -10
"""The priority asked for, as `nice` counts."""

Receipt = tuple[float, float]
"""When an answer was sent, in seconds of the monotonic clock, and ms until it was acknowledged."""


class Silent:
    """The mind of a phone whose answers are sent from here."""

    def move(self, view: PhoneView, question: QuestionView) -> Move:
        """Nothing."""
        return Move(None, 0)

    def volunteer(self, question: QuestionView) -> None:
        """Nothing."""


class Probes:
    """The phones, seen from the process that measures."""

    def __init__(self, line: Connection) -> None:
        self._line = line

    def receipts(self) -> list[Receipt]:
        """All acknowledgements so far; the phones leave."""
        self._line.send("done")
        found: list[Receipt] = self._line.recv()
        return found


@contextlib.contextmanager
def probing(url: str, pin: str) -> Iterator[Probes]:
    """Have them join, and answer again and again whenever a clock runs."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(
        target=_probe, args=(url, pin, theirs), daemon=True
    )
    process.start()
    try:
        if not ours.poll(GATHERED_WITHIN_S):
            raise TimeoutError("the probes did not come in")
        ours.recv()
        yield Probes(ours)
    finally:
        process.terminate()
        process.join()


def _probe(url: str, pin: str, line: Connection) -> None:
    with contextlib.suppress(OSError, AttributeError):
        os.setpriority(os.PRIO_PROCESS, 0, FIRST)
    line.send(asyncio.run(_answer_until_done(url, pin, line)))


async def _answer_until_done(url: str, pin: str, line: Connection) -> list[Receipt]:
    crowd, found = RobotCrowd(url, pin, lambda _: None), list[Receipt]()
    game = asyncio.create_task(crowd.play([Persona(f"Máy {at}", Silent()) for at in range(PROBES)]))
    await crowd.gathered.wait()
    line.send("gathered")
    asking = [asyncio.create_task(_answer_on(robot, found)) for robot in crowd.robots]
    await asyncio.to_thread(line.recv)
    for task in (*asking, game):
        task.cancel()
    await asyncio.wait([game])
    return found


async def _answer_on(robot: Robot, found: list[Receipt]) -> None:
    while True:
        view = robot.screen.view
        if view is not None and view.question is not None and view.life is Life.CLOCK:
            fields = {"id": uuid.uuid4().hex, "pool": view.question.pool, "answer": (0,)}
            began = time.monotonic()
            await robot.deliver("answer", fields | {"ordinal": view.question.ordinal})
            found.append((began, (time.monotonic() - began) * 1000))
        await asyncio.sleep(PROBE_EVERY_S)
