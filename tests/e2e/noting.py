"""Phones that note when they heard of a question and when they showed it, and the way to them."""

import asyncio
import threading
import time
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from quiz.bots.crowd import Persona, RobotCrowd
from quiz.bots.phone.mind import Mind, Move
from quiz.bots.watch import Watch
from quiz.bots.wire import Ack
from quiz.core.nouns.shapes import PhoneView, QuestionView
from quiz.core.nouns.state import Life
from tests.e2e.narrow_line import NarrowLine
from tests.e2e.pages import PATIENCE_MS, Phone, Watched
from tests.e2e.slow_line import SlowLine

NOTES = Path(__file__).with_name("notes.js")
AT_ONCE = 5
"""So often a page asks for the clock in one measurement."""
T = TypeVar("T")


class NotingPhone(Phone):
    """A page that notes what its browser's clock said."""

    def _open(self) -> Watched:
        self.context.add_init_script(path=NOTES)
        return super()._open()

    def notes(self) -> dict[str, Any]:
        """What it noted; see notes.js."""
        notes: dict[str, Any] = self.page.evaluate("() => window.notes")
        return notes

    def measured(self, times: int) -> None:
        """Wait until it has read the server's clock so often."""
        enough = f"() => window.notes.clocks.length >= {times}"
        self.page.wait_for_function(enough, timeout=PATIENCE_MS)

    def wake(self) -> None:
        """Look at the phone again after a while."""
        self.page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")


class Quick:
    """A mind that answers at the very instant."""

    def move(self, view: PhoneView, question: QuestionView) -> Move:
        return Move((0,), 0)

    def volunteer(self, question: QuestionView) -> float | None:
        return None


@dataclass
class Noting(Watch):
    """Notes when a robot heard of a question, and when it acted on it."""

    arrived: dict[str, float] = field(default_factory=dict)
    shown: dict[str, float] = field(default_factory=dict)

    def see(self, view: PhoneView | None, question: str) -> None:
        super().see(view, question)
        if question and view is not None and view.life is Life.CLOCK:
            self.arrived.setdefault(question, time.time() * 1000)

    def heard(self, answer_id: str, reply: Ack | None) -> None:
        """An answer leaves: the question is before the robot's eyes."""
        if reply is None:
            self.shown.setdefault(self.question, time.time() * 1000)


N = TypeVar("N", bound=Noting)


class Lines:
    """Slow lines and the robots on them, in a loop of their own beside the browser's."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._lives: list[asyncio.Task[None]] = []
        self._crowds: list[RobotCrowd] = []

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Have it done, and wait."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(60)

    def robot(self, name: str, url: str, pin: str, mind: Mind, watch: N) -> N:
        """Send a robot in; `gathered` waits until it is connected."""
        crowd = RobotCrowd(url, pin, lambda said: None, stays=True)
        watch.told = watch.heard
        crowd.watch = watch
        people = [Persona(name, mind)]
        self._lives.append(self.run(_begun(crowd.play(people))))
        self._crowds.append(crowd)
        return watch

    def gathered(self) -> None:
        """Wait until all robots are connected and the server's clock is read."""
        for crowd in self._crowds:
            self.run(asyncio.wait_for(crowd.gathered.wait(), 60))

    def close(self, lines: Iterable[SlowLine | NarrowLine]) -> None:
        """Send the robots home and close the lines."""
        self.run(_ended(self._lives))
        for line in lines:
            self.run(line.close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()


async def _begun(life: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
    return asyncio.create_task(life)


async def _ended(lives: Iterable[asyncio.Task[None]]) -> None:
    """Call robots off, and let them put their phones away."""
    for life in lives:
        life.cancel()
    await asyncio.gather(*lives, return_exceptions=True)
