"""Eviction of idle contests from memory: which may go, and how, so that nothing is lost."""

from collections.abc import Callable

from quiz.clock import Clock
from quiz.core.nouns.state import Contest, Stage
from quiz.service.contests.locks import Locks
from quiz.service.contests.open_runners import OpenRunner, OpenRunners
from quiz.service.contests.running.runner import Runner
from quiz.service.ports import Rules


class LettingGo:
    """Evicts runners that nobody asks for and nobody needs.

    `run_on` opens a contest again that turned out to go on by itself.
    """

    def __init__(
        self,
        open_runners: OpenRunners,
        doors: Locks,
        rules: Rules,
        *,
        clock: Clock,
        run_on: Callable[[str, Contest], None],
    ) -> None:
        self._open = open_runners
        self._doors = doors
        self._rules = rules
        self._clock = clock
        self._run_on = run_on
        self._needs: list[Callable[[Runner], bool]] = []
        self._listeners: list[Callable[[Runner], None]] = []

    def kept_while(self, need: Callable[[Runner], bool]) -> None:
        """Let no runner go while `need` says that somebody uses it."""
        self._needs.append(need)

    def on_let_go(self, listener: Callable[[Runner], None]) -> None:
        """Have `listener` called with each runner that was let go, afterwards."""
        self._listeners.append(listener)

    def let_go(self, before: int) -> None:
        """Let the runners go that nobody asked for since `before` (ms) and nobody needs."""
        for opened in self._open.listing():
            if self._is_needed(opened.runner):
                opened.asked = self._clock.now()
            elif opened.asked < before:
                with self._doors.of(opened.runner.id):
                    self._retire(opened)

    def _is_needed(self, runner: Runner) -> bool:
        contest = runner.contest
        if self._rules.due_at(contest) is not None:
            return True
        if contest.stage is Stage.PLAYING and len(contest.contestants):
            return True
        return any(need(runner) for need in self._needs)

    def _retire(self, opened: OpenRunner) -> None:
        """Close a runner, unless somebody came; the door is held."""
        if not self._open.take_unless(self._is_needed, opened):
            return
        opened.close()
        for listener in self._listeners:
            listener(opened.runner)
        self._run_on(opened.runner.id, opened.runner.contest)
