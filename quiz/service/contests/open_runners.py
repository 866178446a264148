"""The runners that are open now: found, watched, held still and ended together."""

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass

from quiz.service.contests.running.runner import Runner
from quiz.service.contests.watching.clock_watch import ClockWatch
from quiz.service.contests.watching.timers import LockTimer


@dataclass(slots=True)
class OpenRunner:
    """A runner with its timer; `asked` is when somebody last asked for it or needed it (ms)."""

    runner: Runner
    timer: LockTimer
    asked: int
    watch: ClockWatch | None = None

    def close(self) -> None:
        """Call the timer off, carry out what waits, and stop."""
        self.timer.close()
        if self.watch is not None:
            self.watch.close()
        self.runner.close()


class OpenRunners:
    """Those of all contests, by id; safe to use from any thread, locked for moments only."""

    def __init__(self) -> None:
        self._guard = threading.RLock()
        self._open: dict[str, OpenRunner] = {}
        self._watchers: list[Callable[[Runner], None]] = []
        self._ended = False

    def get(self, contest_id: str) -> OpenRunner | None:
        """The one of this contest."""
        return self._open.get(contest_id)

    def listing(self) -> tuple[OpenRunner, ...]:
        """All of them."""
        with self._guard:
            return tuple(self._open.values())

    def watch(self, watcher: Callable[[Runner], None]) -> None:
        """Have `watcher` called once for each runner, those open now and those opened later."""
        with self._guard:
            self._watchers.append(watcher)
            for opened in self._open.values():
                watcher(opened.runner)

    def add(self, opened: OpenRunner) -> bool:
        """Have this one open, known to the watchers; False once all have been ended."""
        with self._guard:
            if self._ended:
                return False
            for watcher in self._watchers:
                watcher(opened.runner)
            self._open[opened.runner.id] = opened
            return True

    def take(self, contest_id: str) -> OpenRunner | None:
        """Put the one of this contest out of reach."""
        with self._guard:
            return self._open.pop(contest_id, None)

    def take_unless(self, is_needed: Callable[[Runner], bool], opened: OpenRunner) -> bool:
        """Put this one out of reach, unless it was before, or somebody came."""
        contest_id = opened.runner.id
        with self._guard:
            if self._open.get(contest_id) is not opened:
                return False
            # Out of reach first: whoever comes from now on waits at the door.
            del self._open[contest_id]
            if is_needed(opened.runner):
                self._open[contest_id] = opened
                return False
            return True

    @contextmanager
    def still(self) -> Iterator[None]:
        """Have no runner carry out anything, and none be opened: no clock starts meanwhile."""
        with self._guard, ExitStack() as held:
            for opened in self._open.values():
                held.enter_context(opened.runner.still())
            yield

    def end(self) -> None:
        """Have every runner carry out what waits, and stop; none is opened any more."""
        with self._guard:
            self._ended = True
            closing = list(self._open.values())
            self._open.clear()
        for opened in closing:
            opened.close()
