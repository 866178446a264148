"""Phones against our server and against the bare stack, in the same run.

    .venv/bin/python benchmarks/compare.py 300 1000 5000 15000

Loopback only, bounded in count and time; prints a table with ratios.
"""

import argparse
import asyncio
import gc
import sys
import time
from dataclasses import dataclass

from hosting import ROOT, Effort, contest, memory_kb, serving, started
from phones import Seats

from quiz.bots.autopilot import Autopilot
from quiz.bots.tally import Totals
from quiz.cli.demo import fly
from quiz.cli.demo_contest import Staged
from quiz.transport import limits

QUESTIONS, SECONDS, ANSWER_WITHIN_S = 5, 6, 5.0
LONGEST_S = 600


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: phones a second, memory in KB per phone, times in ms.

    `joining` and `answering` are the shares of a core that server and phones took meanwhile;
    `broken` is how many phones lost the server.
    """

    joins_per_s: float
    memory_kb: float
    totals: Totals
    joining: tuple[float, float]
    answering: tuple[float, float]
    broken: int


async def measure(url: str, pid: int, staged: Staged | None, phones: int) -> Measured:
    """Let the phones in, play, and read what they saw."""
    seats = Seats(url, staged.pin if staged else "000000", ANSWER_WITHIN_S)
    empty, began, effort = memory_kb(pid), time.monotonic(), Effort(pid)
    async with asyncio.timeout(LONGEST_S):
        await seats.gather(phones)
        took, joining = time.monotonic() - began, effort.shares()
        memory = (memory_kb(pid) - empty) / phones
        # A pause of ours must not pass for one of the server's.
        gc.collect()
        gc.disable()
        watched = asyncio.create_task(answering(seats, pid))
        if staged is not None:
            await fly(url, staged, Autopilot(speed=3))
        await seats.finished.wait()
        gc.enable()
    totals = seats.tally.totals()
    return Measured(phones / took, memory, totals, joining, await watched, seats.broken)


async def answering(seats: Seats, pid: int) -> tuple[float, float]:
    """The shares of a core while the answers to the first question come in."""
    await seats.opened.wait()
    effort = Effort(pid)
    await asyncio.sleep(ANSWER_WITHIN_S)
    return effort.shares()


def ours(phones: int, driver_name: str) -> Measured:
    """Our server, everything on: rules, journal, projector and console views."""
    with serving(contest(QUESTIONS, SECONDS), driver_name) as (url, pid, staged):
        return asyncio.run(measure(url, pid, staged, phones))


def bare(phones: int, driver_name: str) -> Measured:
    """The same stack without rules and database."""
    command = [sys.executable, str(ROOT / "benchmarks" / "bare_server.py"), "--driver", driver_name]
    command += ["--phones", str(phones), "--questions", str(QUESTIONS), "--seconds", str(SECONDS)]
    with started(command) as (url, pid):
        return asyncio.run(measure(url, pid, None, phones))


def row(count: int, name: str, run: Measured) -> str:
    """A line of the table."""
    totals = run.totals
    numbers = (
        f"{run.joins_per_s:.0f}",
        f"{totals.push_last_ms:.0f}",
        f"{totals.reveal_last_ms:.0f}" if totals.reveal_last_ms else "–",
        f"{totals.ack_p50_ms:.1f}",
        f"{totals.ack_p99_ms:.1f}",
        f"{run.memory_kb:.0f}",
        f"{totals.acknowledged} of {totals.answered}"
        + "".join(f", {count} {code}" for code, count in sorted(totals.refused.items()))
        + (f", {run.broken} cut off" * bool(run.broken)),
        *(f"{server:.0%} + {phones:.0%}" for server, phones in (run.joining, run.answering)),
    )
    return f"| {count} | {name} | " + " | ".join(numbers) + " |"


def ratios(phones: int, mine: Measured, theirs: Measured) -> str:
    """Ours divided by bare; our reveal is held against the bare push."""

    def of(one: float | None, other: float | None) -> str:
        return f"{(one or 0) / (other or 1):.2f} ×"

    a, b = mine.totals, theirs.totals
    cells = (
        of(mine.joins_per_s, theirs.joins_per_s),
        of(a.push_last_ms, b.push_last_ms),
        of(a.reveal_last_ms, b.push_last_ms),
        of(a.ack_p50_ms, b.ack_p50_ms),
        of(a.ack_p99_ms, b.ack_p99_ms),
        of(mine.memory_kb, theirs.memory_kb),
    )
    return f"| {phones} | ratio | " + " | ".join(cells) + " | | | |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("phones", type=int, nargs="*", default=[300, 1000])
    parser.add_argument("--driver", default="eventlet")
    options = parser.parse_args()
    limits.raise_file_limit()
    print(
        "| phones | server | joins/s | push to last ms | reveal to last ms | ack p50 ms "
        "| ack p99 ms | KB per phone | acknowledged | joining | answering |"
    )
    print("|---" * 11 + "|")
    for phones in options.phones:
        theirs, mine = bare(phones, options.driver), ours(phones, options.driver)
        print(row(phones, "bare", theirs), flush=True)
        print(row(phones, "ours", mine), flush=True)
        print(ratios(phones, mine, theirs), flush=True)


if __name__ == "__main__":
    main()
