"""Whether what was stored would be found again, looked at while nobody writes too."""

from collections.abc import Callable

from quiz.service.contests.runners import Runners
from quiz.service.errors import StorageFailed
from quiz.service.machine import later as machine_later
from quiz.service.ports import Later
from quiz.service.recurring import Recurring

LOOK_MS = 1000
SAID_MS = 60_000
"""How long it is said that files were taken away and put back."""


class StorageWatch(Recurring):
    """Looks each second, and has the runners tell what it found.

    `see` puts right what it can and says whether it had to; it raises StorageFailed where it
    cannot.
    """

    every_ms = LOOK_MS

    def __init__(
        self, see: Callable[[], bool], runners: Runners, later: Later = machine_later
    ) -> None:
        super().__init__(later)
        self._see = see
        self._runners = runners
        self._looks_left = 0

    def _look(self) -> None:
        try:
            was_put_right = self._see()
        except StorageFailed:
            for runner in self._runners.opened():
                runner.try_storing()
            return
        if was_put_right:
            self._looks_left = SAID_MS // LOOK_MS
        elif self._looks_left:
            self._looks_left -= 1
        else:
            return
        # At each look: a contest may have been opened since.
        self._remark("put_back" if self._looks_left else "")

    def _remark(self, code: str) -> None:
        for runner in self._runners.opened():
            runner.word.remark(code)
