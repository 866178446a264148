"""What a press at the console costs at the beginning of an evening, and at its end.

    .venv/bin/python benchmarks/evening.py 5000 30

Everybody types an answer to every question. A press is decided and evolved, and all that is
shown after it is built and made into JSON: console, hall, phones, every seat where one may have
changed, and what changed in the console's list of people. The aim is that the last press takes at
most 1.5 × the first. Below: what a newcomer costs the console's list.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from quiz.core.engine.engine import Engine
from quiz.core.nouns import commands as c
from quiz.core.nouns.console_shapes import LogView, RosterView
from quiz.core.nouns.model import Kind, Plan, Pool, Question, Round
from quiz.core.nouns.state import Contest
from quiz.core.views.hall_view import projector_view
from quiz.core.views.host_view import host_view
from quiz.core.views.seats import Seats
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from quiz.live.attending.roster import Roster
from quiz.live.told_log import ToldLog

PRESSES = ("draw", "show", "start the clock", "close", "reveal", "settle")
ANSWERED = 3
"""Presses before everybody answers."""
ENDS = 3
"""Questions at each end of the evening; what counts is the middle one in time."""


class Evening:
    """A contest in memory, and the time its presses take."""

    def __init__(self, engine: Engine, plan: Plan, people: int) -> None:
        self._engine, self._now = engine, 1_700_000_000_000
        self.contest = engine.evolve(None, engine.decide(None, c.CreateContest(plan), 0)[0])
        self._seated: object = None
        self._people = Roster()
        self._log = ToldLog()
        for person in range(people):
            self._do(c.Join(f"Thí sinh {person}"))

    def _do(self, command: c.Command) -> None:
        for event in self._engine.decide(self.contest, command, self._now):
            self.contest = self._engine.evolve(self.contest, event)

    def press(self) -> tuple[float, int]:
        """The next step: processor time (ms), and the bytes that a console is sent."""
        self._now += 1_000
        began = time.process_time()
        self._do(c.Advance(self.contest.acted))
        record = self._shown(self.contest)
        return (time.process_time() - began) * 1000, record

    def _shown(self, contest: Contest) -> int:
        host = host_view(self._engine, contest, self._now)
        views = (
            host,
            projector_view(self._engine, contest, self._now),
            phone_view(self._engine, contest, self._now),
        )
        people: list[RosterView] = []
        log: list[LogView] = []
        self._log.changes(contest, log.append)
        self._people.changes(contest, people.append)
        seats = Seats(self._engine, contest)
        made: list[object] = []
        if seats.inputs != self._seated:
            self._seated = seats.inputs
            made = [seats.of(number) for number in contest.contestants]
        msgspec.json.encode((views, people, made))
        return len(msgspec.json.encode((host, log)))

    def newcomers(self) -> Iterator[tuple[str, float, int]]:
        """What one more costs the console's list: processor time (ms) and bytes."""
        for what, people in (("what changed", self._people), ("the whole list", Roster())):
            self._do(c.Join("Người mới"))
            sent: list[RosterView] = []
            began = time.process_time()
            people.changes(self.contest, sent.append)
            size = len(msgspec.json.encode(msgspec.to_builtins(sent)))
            yield what, (time.process_time() - began) * 1000, size

    def _answers(self, ordinal: int) -> None:
        """Half of those who may answer are right, the others wrong in words of their own."""
        play = self.contest.plays[-1]
        assert play.current is not None
        self._now = play.current.opens_at
        for number in sorted(play.current.eligible):
            text = f"Đại hội {ordinal}" if number % 2 else f"Hội nghị {number} {ordinal}"
            self._do(c.SubmitAnswer(number, Pool.MAIN, ordinal, text))

    def questions(self, count: int) -> Iterator[tuple[list[float], int]]:
        """Question by question: ms of each press, bytes to a console after the last."""
        self.press()
        for ordinal in range(1, count + 1):
            took, record = [], 0
            for place in range(len(PRESSES)):
                if place == ANSWERED:
                    self._answers(ordinal)
                ms, record = self.press()
                took.append(ms)
            yield took, record


def typed(count: int, format: str) -> Plan:
    """A contest of questions that are answered by typing."""
    questions = tuple(
        Question(str(place), Kind.TEXT, "Sự kiện nào diễn ra ở đây? " * 4, (f"Đại hội {place}",))
        for place in range(1, count + 1)
    )
    settings = {"out_on_wrong": False} if format == "golden_bell" else {}
    return Plan("Hội thi", (Round("Vòng 1", format, questions, settings=settings),), seed="đo")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("people", type=int, nargs="?", default=5000)
    parser.add_argument("questions", type=int, nargs="?", default=30)
    parser.add_argument("--format", choices=("points", "golden_bell"), default="points")
    options = parser.parse_args()
    evening = Evening(ENGINE, typed(options.questions, options.format), options.people)
    rows = list(evening.questions(options.questions))
    presses = [took for took, _ in rows]
    first = [statistics.median(ms) for ms in zip(*presses[:ENDS], strict=True)]
    last = [statistics.median(ms) for ms in zip(*presses[-ENDS:], strict=True)]
    print("| press | first ms | last ms | ratio |")
    print("|---|---|---|---|")
    named = zip((*PRESSES, "all six"), (*first, sum(first)), (*last, sum(last)), strict=True)
    for name, before, after in named:
        print(f"| {name} | {before:.1f} | {after:.1f} | {after / before:.2f} × |")
    print(f"A console is sent {rows[0][1]} bytes at first, {rows[-1][1]} at last.")
    for what, ms, size in evening.newcomers():
        print(f"One more in the console's list, {what}: {ms:.1f} ms, {size} bytes.")


if __name__ == "__main__":
    main()
