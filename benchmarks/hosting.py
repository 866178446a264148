"""The server that is measured: started with a contest, and what it takes of the machine."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from quiz.cli.demo_contest import Staged, questions, stage
from quiz.core.nouns.model import Kind, Plan, Round


@contextmanager
def started(command: list[str]) -> Iterator[tuple[str, int]]:
    """A server process: its address and process id."""
    # What is measured is how fast people can come in, not how fast they may.
    environment = {**os.environ, "QUIZ_JOINS": "0", "QUIZ_PEOPLE": "20000"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    with process:
        try:
            for line in process.stdout or ():
                if line.startswith("READY "):
                    yield line.split()[1], process.pid
                    break
        finally:
            process.terminate()


def contest(count: int, seconds: int, teams: tuple[str, ...] = ()) -> Plan:
    """A points round of so many questions of one choice."""
    drawn = tuple(q for q in questions() if q.kind is Kind.ONE)[:count]
    round_ = Round("Tích điểm", "points", drawn, settings={"seconds": seconds})
    return Plan("Hội thi tìm hiểu Điều lệ Công đoàn Việt Nam", (round_,), teams=teams, seed="đo")


@contextmanager
def serving(
    plan: Plan,
    driver_name: str = "eventlet",
    before: Callable[[Path], None] = lambda folder: None,
) -> Iterator[tuple[str, int, Staged]]:
    """Our server with this contest, everything on: its address, its process, the contest.

    `before` is given the data folder first.
    """
    with tempfile.TemporaryDirectory() as folder:
        before(Path(folder))
        staged = stage(Path(folder), plan)
        command = [sys.executable, "-X", "prepared", str(ROOT / "run.py"), "serve", "--port", "0"]
        command += ["--host", "127.0.0.1", "--data", folder, "--driver", driver_name]
        with started(command) as (url, pid):
            yield url, pid, staged


def memory_kb(pid: int) -> int:
    """Resident memory of a process."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1])
    raise ValueError("no VmRSS")


def cpu_s(pid: int) -> float:
    """Processor time that a process has taken (s)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Effort:
    """What server and phones have taken of the processor since this was made."""

    def __init__(self, pid: int) -> None:
        self._pids = pid, os.getpid()
        self._began, self._before = time.monotonic(), [cpu_s(p) for p in self._pids]

    def seconds(self) -> tuple[float, float]:
        """Of processors, of the server and of the phones."""
        server, phones = (cpu_s(p) - b for p, b in zip(self._pids, self._before, strict=True))
        return server, phones

    def shares(self) -> tuple[float, float]:
        """Shares of one core, of the server and of the phones."""
        took = time.monotonic() - self._began
        server, phones = self.seconds()
        return server / took, phones / took
