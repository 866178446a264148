"""When phones near and far show a question, and `python -m tests.e2e.instants`: a table of it.

Each phone's messages take so long each way; half of the phones are pages in a browser, half are
robots. All times are by this machine's clock, which is the server's too. A second table has the
order of presses of a buzzer.
"""

import argparse
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from quiz.cli.demo_contest import stage
from quiz.core.nouns.event import Event
from quiz.core.nouns.events import AnswerSubmitted, ContestantJoined, QuestionShown
from quiz.drill import journal
from tests.conftest import CHROMIUM, OPTIONS
from tests.e2e import buzz_order
from tests.e2e.buzz_order import FAR_FIRST, FARTHEST_LONG_BEFORE, TOGETHER, BuzzEvening
from tests.e2e.contest import TEAMS, golden_bell
from tests.e2e.host import Host, signed_in
from tests.e2e.noting import AT_ONCE, Lines, Noting, NotingPhone, Quick
from tests.e2e.server import ServerProcess
from tests.e2e.slow_line import SlowLine

WAYS_MS = (0, 50, 200, 800)
CREDIT_MS = 150


@dataclass(frozen=True)
class Seen:
    """One phone and one question; times in ms since 1970.

    `off_ms` is by how much the phone's idea of the server's clock was wrong, `trip_ms` the
    shortest round trip that it measured; `counted` is what the journal has of its answer.
    """

    phone: str
    way_ms: int
    show_at: int
    arrived: float
    shown: float
    off_ms: float
    trip_ms: float
    counted: AnswerSubmitted


def best(clocks: list[tuple[int, int, int]]) -> tuple[float, float]:
    """Error and round trip of the sample that a page goes by: the best of the last measurement."""
    sent, received, now = min(clocks[-AT_ONCE:], key=lambda sample: sample[1] - sample[0])
    return now - (sent + received) / 2, received - sent


class Evening:
    """A contest on slow lines: one page and one robot on each.

    All have measured the server's clock; the pages were looked at again since.
    """

    def __init__(self, browser: Browser, folder: Path, questions: int = 1) -> None:
        self.closing = ExitStack()
        plan = golden_bell(questions, clock="at_once", ending="bell", out_on_wrong=False)
        self.staged = stage(folder, plan)
        self.folder, self.questions = folder, questions
        self.server = ServerProcess(folder)
        self.closing.callback(self.server.stop)
        self.server.start()
        lines, self.slow = Lines(), {way: SlowLine(self.server.url, way) for way in WAYS_MS}
        self.closing.callback(lines.close, self.slow.values())
        self.pages: dict[int, NotingPhone] = {}
        self.robots: dict[int, Noting] = {}
        for way, line in self.slow.items():
            lines.run(line.open())
            name, pin = f"Máy {way}", self.staged.pin
            self.robots[way] = lines.robot(name, line.url, pin, Quick(), Noting())
        for way, line in self.slow.items():
            page = NotingPhone(browser, line.url, self.staged.pin, f"Trang {way}", TEAMS[0])
            self.closing.callback(page.context.close)
            self.pages[way] = page
        lines.gathered()
        cookie = signed_in(f"{self.server.url}/host/enter/{self.staged.token}")
        self.host = Host(self.server.url, self.staged.contest, cookie)
        self.closing.callback(self.host.close)
        for page in self.pages.values():
            page.measured(AT_ONCE)
            page.wake()
        for page in self.pages.values():
            page.measured(2 * AT_ONCE)

    def play(self) -> list[Seen]:
        """Ask all questions; everybody answers as soon as it can."""
        for ordinal in range(1, self.questions + 1):
            self.host.go_to("close")
            for page in self.pages.values():
                page.see(f"main-{ordinal}")
                page.tap(0)
            self.host.until(self._all_in)
            self.host.go_to("draw", "ring_bell")
        return self._seen(
            [row.event for row in journal.read_journal(self.folder, self.staged.contest)]
        )

    def _all_in(self) -> bool:
        counts = self.host.counts
        everybody = counts["answered"] == 2 * len(WAYS_MS)
        return bool(everybody and counts["v"] >= self.host.view["v"])

    def _seen(self, events: list[Event]) -> list[Seen]:
        shown = [event.show_at for event in events if isinstance(event, QuestionShown)]
        names = {e.number: e.name for e in events if isinstance(e, ContestantJoined)}
        answers = [event for event in events if isinstance(event, AnswerSubmitted)]
        made = []
        for way in WAYS_MS:
            for name, noted in (
                (f"Trang {way}", self._page(way)),
                (f"Máy {way}", self._robot(way)),
            ):
                counted = [answer for answer in answers if names[answer.number] == name]
                for place, (show_at, given) in enumerate(zip(shown, counted, strict=True), start=1):
                    arrived, seen = (noted[what][f"main-{place}"] for what in ("arrived", "shown"))
                    clock = (noted["off_ms"], noted["trip_ms"])
                    made.append(Seen(name, way, show_at, arrived, seen, *clock, given))
        return made

    def _page(self, way: int) -> dict[str, Any]:
        notes = self.pages[way].notes()
        off_ms, trip_ms = best(notes["clocks"])
        return notes | {"off_ms": off_ms, "trip_ms": trip_ms}

    def _robot(self, way: int) -> dict[str, Any]:
        watch = self.robots[way]
        off_ms = watch.clock.now_ms() - time.time() * 1000
        trip_ms = watch.clock.round_trip_ms
        return {
            "arrived": watch.arrived,
            "shown": watch.shown,
            "off_ms": off_ms,
            "trip_ms": trip_ms,
        }

    def close(self) -> None:
        self.closing.close()


def table(rows: list[Seen]) -> str:
    """One row for each phone and question; times in ms."""
    heads = ["phone", "each way", "heard, from the instant", "shown, from the instant"]
    heads += ["clock off", "round trip", "credit", "time counted"]
    lines = [f"| {' | '.join(heads)} |", "|---" * len(heads) + "|"]
    lines += [
        f"| {row.phone} | {row.way_ms} | {row.arrived - row.show_at:+.0f}"
        f" | {row.shown - row.show_at:+.0f} | {row.off_ms:+.1f} | {row.trip_ms:.0f}"
        f" | {row.counted.credit_ms} | {row.counted.took_ms} |"
        for row in rows
    ]
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Print the table of so many questions, and that of the buzzer."""
    parser = argparse.ArgumentParser(prog="python -m tests.e2e.instants")
    parser.add_argument("--questions", type=int, default=5)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        evening = Evening(browser, Path(folder), options.questions)
        try:
            print(table(evening.play()))
        finally:
            evening.close()
            browser.close()
    with tempfile.TemporaryDirectory() as folder:
        presses = BuzzEvening(Path(folder), (TOGETHER, FAR_FIRST, FARTHEST_LONG_BEFORE), CREDIT_MS)
        try:
            print(f"\n{buzz_order.table(presses.play())}")
        finally:
            presses.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
