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
from dataclasses import dataclass

from hosting import Effort, contest, memory_kb, serving
from probing import Receipt, probing
from returning import Hall

from quiz.bots.autopilot import Autopilot
from quiz.bots.tally import percentile
from quiz.cli.demo import fly
from quiz.cli.demo_contest import Staged
from quiz.transport import limits

SECONDS, SETTLED_S, CUT_AFTER_S, ANSWER_WITHIN_S, LONGEST_S = 60, 1.0, 5.0, 20.0, 600


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
    hall = Hall(url, staged.pin, ANSWER_WITHIN_S)
    with probing(url, staged.pin) as probes:
        async with asyncio.timeout(LONGEST_S):
            await hall.gather(phones)
            # Halts of the phones' own process would stand in every number.
            gc.collect()
            gc.disable()
            host = asyncio.create_task(fly(url, staged, Autopilot(speed=1)))
            await hall.opened.wait()
            # What the push of the question itself holds up is not quiet.
            await asyncio.sleep(SETTLED_S)
            settled = time.monotonic()
            await asyncio.sleep(CUT_AFTER_S)
            effort, cut = Effort(pid), time.monotonic()
            hall.lose_the_line()
            half = await back(hall, phones // 2)
            everybody = await back(hall, phones)
            spent = effort.seconds()
            host.cancel()
            await asyncio.sleep(ANSWER_WITHIN_S)
            hall.finished.set()
            await asyncio.wait([host])
        receipts = probes.receipts()
    totals = hall.tally.totals()
    answers = f"{totals.acknowledged} of {totals.answered}"
    each = [seconds / phones * 1000 for seconds in spent]
    quiet, meanwhile = p99_ms(receipts, settled, cut), p99_ms(receipts, cut, everybody)
    return Measured(half - cut, everybody - cut, quiet, meanwhile, each[0], each[1], answers)


def p99_ms(receipts: list[Receipt], since: float, until: float) -> float:
    """Of the answers sent between two moments."""
    return percentile([ms for sent, ms in receipts if since <= sent < until], 0.99) or 0.0


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
