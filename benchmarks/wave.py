"""The hall's Wi-Fi restarts in the middle of a question: all phones are cut off at once.

    .venv/bin/python benchmarks/wave.py 300 1000 5000

Prints how long it takes until half of them, and all, are back with the right view, and whether
every answer was recorded; phones come back half a second to a second later, as pages do.
"""

import argparse
import asyncio
import random
import time

from hosting import contest, memory_kb, serving

from quiz import driver
from quiz.bots.autopilot import Autopilot
from quiz.bots.crowd import Crowd, Persona
from quiz.bots.mind import Guessing
from quiz.cli.demo import fly
from quiz.cli.demo_contest import Staged
from quiz.core.state import Life

SECONDS, CUT_AFTER_S, ANSWER_WITHIN_S, LONGEST_S = 60, 2.0, 20.0, 300


async def wave(url: str, staged: Staged, phones: int) -> tuple[float, float, str]:
    """Seconds until half and until all are back, and what became of the answers."""
    crowd = Crowd(url, staged.pin, lambda _: None)
    minds = [Guessing(random.Random(place), ANSWER_WITHIN_S) for place in range(phones)]
    personas = [Persona(f"Thí sinh {place}", mind) for place, mind in enumerate(minds)]
    async with asyncio.timeout(LONGEST_S):
        game = asyncio.create_task(crowd.play(personas))
        await crowd.gathered.wait()
        host = asyncio.create_task(fly(url, staged, Autopilot(speed=1)))
        await opened(crowd)
        await asyncio.sleep(CUT_AFTER_S)
        cut = time.monotonic()
        for robot in crowd.robots:
            robot.lose_the_line()
        half = await back(crowd, phones // 2) - cut
        everybody = await back(crowd, phones) - cut
        host.cancel()
        await asyncio.sleep(ANSWER_WITHIN_S)
        game.cancel()
        await asyncio.wait([game, host])
    totals = crowd.watch.tally.totals()
    return half, everybody, f"{totals.acknowledged} of {totals.answered}"


async def opened(crowd: Crowd) -> None:
    """Wait until the question's clock runs."""
    while True:
        if crowd.watch.newest is not None and crowd.watch.newest.life is Life.CLOCK:
            return
        await asyncio.sleep(0.05)


async def back(crowd: Crowd, phones: int) -> float:
    """When so many are connected again and show the question that was open."""
    while True:
        right = sum(robot.is_back and bool(robot.screen.question) for robot in crowd.robots)
        if right >= phones:
            return time.monotonic()
        await asyncio.sleep(0.02)


def run(phones: int, driver_name: str) -> str:
    """A line of the table."""
    with serving(contest(1, SECONDS), driver_name) as (url, pid, staged):
        half, everybody, answers = asyncio.run(wave(url, staged, phones))
        memory = memory_kb(pid) // 1024
    return f"| {phones} | {half:.1f} | {everybody:.1f} | {answers} | {memory} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("phones", type=int, nargs="*", default=[300, 1000])
    parser.add_argument("--driver", default="eventlet")
    options = parser.parse_args()
    driver.raise_file_limit()
    print("| phones | half are back after s | all are back after s | answers recorded | MB |")
    print("|---|---|---|---|---|")
    for phones in options.phones:
        print(run(phones, options.driver), flush=True)


if __name__ == "__main__":
    main()
