"""The hall's Wi-Fi restarts in the middle of a question: all phones are cut off at once.

    .venv/bin/python benchmarks/wave.py 300 1000 5000

Prints how long it takes until half of them, and all, are back with the right view, and whether
every answer was recorded; phones come back spread as the server told them, as pages do. A few
phones whose line holds answer all the while: their acknowledgements are what those wait for who
are back already. What the server spent of its processor on each that came back says more than
seconds where something else is running, and what the phones spent, whether they were waited for.
"""

import argparse
import asyncio
import gc
import time
import uuid
from dataclasses import dataclass

from hosting import Effort, contest, memory_kb, serving
from returning import Hall

from quiz.bots.autopilot import Autopilot
from quiz.bots.crowd import Persona, RobotCrowd
from quiz.bots.phone.mind import Move
from quiz.bots.phone.robot import Robot
from quiz.bots.tally import percentile
from quiz.cli.demo import fly
from quiz.cli.demo_contest import Staged
from quiz.core.nouns.shapes import PhoneView, QuestionView
from quiz.core.nouns.state import Life
from quiz.transport import limits

SECONDS, SETTLED_S, CUT_AFTER_S, ANSWER_WITHIN_S, LONGEST_S = 60, 1.0, 5.0, 20.0, 600
PROBES, PROBE_EVERY_S = 20, 0.1


class Silent:
    """The mind of a phone whose answers are sent from here."""

    def move(self, view: PhoneView, question: QuestionView) -> Move:
        """Nothing."""
        return Move(None, 0)

    def volunteer(self, question: QuestionView) -> None:
        """Nothing."""


class Probe:
    """Phones whose line holds; `took_ms` are their acknowledgements since it was last taken."""

    def __init__(self, robots: list[Robot]) -> None:
        self._robots = robots
        self.took_ms: list[float] = []

    async def answer_on(self) -> None:
        """Answer, again and again, until cancelled."""
        await asyncio.gather(*(self._answer_on(robot) for robot in self._robots))

    async def _answer_on(self, robot: Robot) -> None:
        while True:
            view = robot.screen.view
            if view is not None and view.question is not None and view.life is Life.CLOCK:
                fields = {"id": uuid.uuid4().hex, "pool": view.question.pool, "answer": (0,)}
                began = time.monotonic()
                await robot.deliver("answer", fields | {"ordinal": view.question.ordinal})
                self.took_ms.append((time.monotonic() - began) * 1000)
            await asyncio.sleep(PROBE_EVERY_S)

    def p99_ms(self) -> float:
        """Of the answers since this was asked last."""
        took, self.took_ms = self.took_ms, []
        return percentile(took, 0.99) or 0.0


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds until half and until all are back; acknowledgements before and meanwhile (ms)."""

    half_s: float
    all_s: float
    quiet_ms: float
    meanwhile_ms: float
    server_ms: float
    phones_ms: float
    """Of a processor for each that came back."""
    answers: str


async def wave(url: str, pid: int, staged: Staged, phones: int) -> Measured:
    """Cut them off, and see them come back."""
    crowd, hall = (
        RobotCrowd(url, staged.pin, lambda _: None),
        Hall(url, staged.pin, ANSWER_WITHIN_S),
    )
    async with asyncio.timeout(LONGEST_S):
        game = asyncio.create_task(
            crowd.play([Persona(f"Máy {at}", Silent()) for at in range(PROBES)])
        )
        await crowd.gathered.wait()
        await hall.gather(phones)
        # Halts of the phones' own process would stand in every number.
        gc.collect()
        gc.disable()
        host = asyncio.create_task(fly(url, staged, Autopilot(speed=1)))
        await hall.opened.wait()
        # What the push of the question itself holds up is not quiet.
        await asyncio.sleep(SETTLED_S)
        probe = Probe(crowd.robots)
        asking = asyncio.create_task(probe.answer_on())
        await asyncio.sleep(CUT_AFTER_S)
        quiet, effort, cut = probe.p99_ms(), Effort(pid), time.monotonic()
        hall.lose_the_line()
        half = await back(hall, phones // 2) - cut
        everybody = await back(hall, phones) - cut
        meanwhile, spent = probe.p99_ms(), effort.seconds()
        host.cancel()
        await asyncio.sleep(ANSWER_WITHIN_S)
        hall.finished.set()
        for task in (asking, game):
            task.cancel()
        await asyncio.wait([game, host, asking])
    totals = hall.tally.totals()
    answers = f"{totals.acknowledged} of {totals.answered}"
    each = [seconds / phones * 1000 for seconds in spent]
    return Measured(half, everybody, quiet, meanwhile, each[0], each[1], answers)


async def back(hall: Hall, phones: int) -> float:
    """When so many are connected again and show the question that was open."""
    while True:
        if hall.back() >= phones:
            return time.monotonic()
        await asyncio.sleep(0.02)


def run(phones: int, driver_name: str) -> str:
    """A line of the table."""
    with serving(contest(1, SECONDS), driver_name) as (url, pid, staged):
        found = asyncio.run(wave(url, pid, staged, phones))
        memory = memory_kb(pid) // 1024
    times = (
        f"{found.half_s:.1f} | {found.all_s:.1f} | {found.quiet_ms:.1f} | {found.meanwhile_ms:.1f}"
    )
    each = f"{found.server_ms:.2f} + {found.phones_ms:.2f}"
    return f"| {phones} | {times} | {each} | {found.answers} | {memory} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("phones", type=int, nargs="*", default=[300, 1000])
    parser.add_argument("--driver", default="eventlet")
    options = parser.parse_args()
    limits.raise_file_limit()
    columns = (
        *("phones", "half are back after s", "all are back after s", "ack p99 before ms"),
        *("ack p99 meanwhile ms", "server + phones core ms each", "answers recorded", "MB"),
    )
    print(f"| {' | '.join(columns)} |\n{'|---' * len(columns)}|")
    for phones in options.phones:
        print(run(phones, options.driver), flush=True)


if __name__ == "__main__":
    main()
