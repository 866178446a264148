"""Robots on slow lines press a buzzer at known moments: who is first, and by what reckoning.

All times are by this machine's clock, which is the server's too.
"""

import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from quiz.bots.phone.mind import Move
from quiz.bots.wire import Ack
from quiz.cli.demo_contest import stage
from quiz.core.nouns.events import ContestantJoined, QuestionShown
from quiz.core.nouns.model import Plan, Round, teams_named
from quiz.core.nouns.shapes import PhoneView, QuestionView
from quiz.drill import journal
from quiz.formats.buzzer.events import Buzzed, BuzzOpened, TurnGiven
from tests.e2e.contest import TEAMS, question
from tests.e2e.host import Host, signed_in
from tests.e2e.noting import Lines, Noting
from tests.e2e.server import ServerProcess
from tests.e2e.slow_line import SlowLine

Presses = Mapping[int, float]
"""How long after the common instant (ms) the robot presses whose messages take so long."""
TOGETHER: Presses = {0: 1000, 50: 1000, 200: 1000, 800: 1000}
FAR_FIRST: Presses = {0: 1140, 50: 1070, 200: 1000, 800: 700}
FARTHEST_LONG_BEFORE: Presses = {0: 1700, 50: 1600, 200: 1500, 800: 1000}
WITHIN_MS = 40


@dataclass(frozen=True)
class Pressed:
    """One press; times in ms from the common instant, `place` by the time counted.

    `received` to `place` are None where it was `refused` (a code).
    """

    question: int
    way_ms: int
    pressed: float
    received: int | None
    credit: int | None
    counted: int | None
    place: int | None
    turn: bool
    refused: str


@dataclass
class Presser:
    """A mind that presses so long after each instant, question by question."""

    after_ms: Sequence[float]

    def move(self, view: PhoneView, question: QuestionView) -> Move:
        return Move(None, 0)

    def volunteer(self, question: QuestionView) -> float | None:
        return self.after_ms[question.ordinal - 1]


@dataclass
class NotingBuzz(Noting):
    """Notes when a robot pressed (ms since 1970), and why the server refused."""

    refused: dict[str, str] = field(default_factory=dict)

    def heard(self, answer_id: str, reply: Ack | None) -> None:
        super().heard(answer_id, reply)
        if reply is not None:
            self.refused[self.question] = reply.get("code", "")


class BuzzEvening:
    """A buzzer round on slow lines, one robot on each; the host judges everybody right."""

    def __init__(self, folder: Path, presses: Sequence[Presses], credit_ms: int) -> None:
        self.closing, self.folder, self.presses = ExitStack(), folder, presses
        questions = tuple(question(place) for place in range(1, len(presses) + 1))
        one = Round("Bấm chuông", "buzzer", questions, settings={"clock": "at_once"})
        self.staged = stage(
            folder, Plan("Bấm chuông", (one,), teams_named(TEAMS), credit_ms=credit_ms)
        )
        server = ServerProcess(folder)
        self.closing.callback(server.stop)
        server.start()
        lines, self.slow = Lines(), {way: SlowLine(server.url, way) for way in presses[0]}
        self.closing.callback(lines.close, self.slow.values())
        self.robots: dict[int, NotingBuzz] = {}
        for way, line in self.slow.items():
            lines.run(line.open())
            name, mind = f"Máy {way}", Presser([each[way] for each in presses])
            pin, watch = self.staged.pin, NotingBuzz()
            self.robots[way] = lines.robot(name, line.url, pin, mind, watch)
        lines.gathered()
        cookie = signed_in(f"{server.url}/host/enter/{self.staged.token}")
        self.host = Host(server.url, self.staged.contest, cookie)
        self.closing.callback(self.host.close)

    def play(self) -> list[Pressed]:
        """Ask all questions; the next one comes when every press has its reply."""
        for ordinal in range(1, len(self.presses) + 1):
            self.host.go_to("close")
            self.host.until(lambda: self.host.step == "judge")
            self._until_all_replied(f"main-{ordinal}")
            (first,) = self.host.view["hall"]["parts"]["buzzer"]["answering"]
            self.host.act("judge_turn", number=first["number"], right=True)
            self.host.go_to("draw", "finish_round")
        return [row for ordinal in range(len(self.presses)) for row in self._rows(ordinal)]

    def _until_all_replied(self, question: str) -> None:
        give_up_at = time.monotonic() + 20
        while any(question not in robot.refused for robot in self.robots.values()):
            assert time.monotonic() < give_up_at
            time.sleep(0.02)

    def _rows(self, place: int) -> list[Pressed]:
        """The presses of one question, the first counted first, the refused last."""
        events = [row.event for row in journal.read_journal(self.folder, self.staged.contest)]
        names = {e.name: e.number for e in events if isinstance(e, ContestantJoined)}
        shown = [i for i, event in enumerate(events) if isinstance(event, QuestionShown)]
        asked = events[shown[place] : (*shown, len(events))[place + 1]]
        instant = next(event.show_at for event in asked if isinstance(event, QuestionShown))
        buzzes = {e.number: e for e in asked if isinstance(e, BuzzOpened | Buzzed)}
        order = sorted(buzzes, key=lambda number: buzzes[number].took_ms)
        turns = [number for e in asked if isinstance(e, TurnGiven) for number in e.numbers]
        made = []
        for way, robot in self.robots.items():
            number, name = names[f"Máy {way}"], f"main-{place + 1}"
            buzz = buzzes.get(number)
            made.append(
                Pressed(
                    question=place + 1,
                    way_ms=way,
                    pressed=robot.shown[name] - instant,
                    received=buzz.at - instant if buzz else None,
                    credit=buzz.credit_ms if buzz else None,
                    counted=buzz.took_ms if buzz else None,
                    place=order.index(number) + 1 if buzz else None,
                    turn=number in turns,
                    refused=robot.refused[name],
                )
            )
        return sorted(made, key=lambda row: row.place or len(made))

    def close(self) -> None:
        self.closing.close()


def was_as_meant(row: Pressed, presses: Presses) -> bool:
    """Whether a press was made, and was on its way, for as long as it was to, within 40 ms."""
    is_in_time = abs(row.pressed - presses[row.way_ms]) <= WITHIN_MS
    came = row.received is None or row.received - row.pressed - row.way_ms <= WITHIN_MS
    return is_in_time and came


def table(rows: list[Pressed]) -> str:
    """One row for each press; times in ms from the instant."""
    heads = ["question", "each way", "pressed at (true)", "received", "credit", "counted", "place"]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    for row in rows:
        told = (row.received, row.credit, row.counted, row.place)
        cells = [str(row.question), str(row.way_ms), f"{row.pressed:.0f}"]
        cells += [str(cell) for cell in told] if row.place else [row.refused, "", "", ""]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
