"""Robot phones against our server and against the bare stack, in the same run.

    .venv/bin/python benchmarks/compare.py 300 1000 5000

Loopback only, bounded in count and time; prints a table with ratios.
"""

import argparse
import asyncio
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from quiz import driver
from quiz.bots.autopilot import Autopilot
from quiz.bots.crowd import Crowd, Persona
from quiz.bots.mind import Guessing
from quiz.bots.tally import Totals
from quiz.cli.demo import fly
from quiz.cli.demo_contest import Staged, questions, stage
from quiz.core.model import Kind, Plan, Round

QUESTIONS, SECONDS, ANSWER_WITHIN_S = 5, 6, 5.0
LONGEST_S = 600


@dataclass(frozen=True, slots=True)
class Measured:
    """One run: phones a second, times in ms, memory in KB per phone."""

    joins_per_s: float
    memory_kb: float
    totals: Totals


def memory_kb(pid: int) -> int:
    """Resident memory of a process."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise ValueError("no VmRSS")


@contextmanager
def started(command: list[str]) -> Iterator[tuple[str, int]]:
    """A server process: its address and process id."""
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    with process:
        try:
            for line in process.stdout or ():
                if line.startswith("READY "):
                    yield line.split()[1], process.pid
                    break
        finally:
            process.terminate()


async def measure(url: str, pid: int, staged: Staged | None, phones: int) -> Measured:
    """Let the phones in, play, and read what they saw."""
    crowd = Crowd(url, staged.pin if staged else "000000", lambda _: None)
    personas = [
        Persona(f"Thí sinh {place}", Guessing(random.Random(place), ANSWER_WITHIN_S))
        for place in range(phones)
    ]
    empty, began = memory_kb(pid), time.monotonic()
    async with asyncio.timeout(LONGEST_S):
        game = asyncio.create_task(crowd.play(personas))
        await crowd.gathered.wait()
        took = time.monotonic() - began
        memory = (memory_kb(pid) - empty) / phones
        if staged is not None:
            await fly(url, staged, Autopilot(speed=2))
        await game
    return Measured(crowd.watch.tally.joined / took, memory, crowd.watch.tally.totals())


def contest(count: int = QUESTIONS, seconds: int = SECONDS, teams: tuple[str, ...] = ()) -> Plan:
    """A points round of so many questions of one choice."""
    drawn = tuple(q for q in questions() if q.kind is Kind.ONE)[:count]
    round_ = Round("Tích điểm", "points", drawn, settings={"seconds": seconds})
    return Plan("Hội thi tìm hiểu Điều lệ Công đoàn Việt Nam", (round_,), teams=teams, seed="đo")


@contextmanager
def serving(plan: Plan, driver_name: str = "eventlet") -> Iterator[tuple[str, int, Staged]]:
    """Our server with this contest, everything on: its address, its process, the contest."""
    with tempfile.TemporaryDirectory() as folder:
        staged = stage(Path(folder), plan)
        command = [sys.executable, "-X", "prepared", str(ROOT / "run.py"), "serve", "--port", "0"]
        command += ["--host", "127.0.0.1", "--data", folder, "--driver", driver_name]
        with started(command) as (url, pid):
            yield url, pid, staged


def ours(phones: int, driver_name: str) -> Measured:
    """Our server, everything on: rules, journal, projector and console views."""
    with serving(contest(), driver_name) as (url, pid, staged):
        return asyncio.run(measure(url, pid, staged, phones))


def bare(phones: int, driver_name: str) -> Measured:
    """The same stack without rules and database."""
    command = [sys.executable, str(ROOT / "benchmarks" / "bare_server.py"), "--driver", driver_name]
    command += ["--phones", str(phones), "--questions", str(QUESTIONS), "--seconds", str(SECONDS)]
    with started(command) as (url, pid):
        return asyncio.run(measure(url, pid, None, phones))


def row(phones: int, name: str, run: Measured) -> str:
    """A line of the table."""
    totals = run.totals
    numbers = (
        f"{run.joins_per_s:.0f}",
        f"{totals.push_last_ms:.0f}",
        f"{totals.reveal_last_ms:.0f}" if totals.reveal_last_ms else "–",
        f"{totals.ack_p50_ms:.1f}",
        f"{totals.ack_p99_ms:.1f}",
        f"{run.memory_kb:.0f}",
        f"{totals.acknowledged} of {totals.answered}",
    )
    return f"| {phones} | {name} | " + " | ".join(numbers) + " |"


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
    return f"| {phones} | ratio | " + " | ".join(cells) + " | |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("phones", type=int, nargs="*", default=[300, 1000])
    parser.add_argument("--driver", default="eventlet")
    options = parser.parse_args()
    driver.raise_file_limit()
    print(
        "| phones | server | joins/s | push to last ms | reveal to last ms | ack p50 ms "
        "| ack p99 ms | KB per phone | acknowledged |"
    )
    print("|---|---|---|---|---|---|---|---|---|")
    for phones in options.phones:
        theirs, mine = bare(phones, options.driver), ours(phones, options.driver)
        print(row(phones, "bare", theirs), flush=True)
        print(row(phones, "ours", mine), flush=True)
        print(ratios(phones, mine, theirs), flush=True)


if __name__ == "__main__":
    main()
