import pytest

from quiz.service.recurring import Recurring
from tests.service.fakes import Alarms


class Work(Recurring):
    """Something done again and again; it fails while it is told to."""

    every_ms = 5_000

    def __init__(self) -> None:
        self.alarms = Alarms()
        super().__init__(self.alarms.later)
        self.done = 0
        self.failing = False

    def _look(self) -> None:
        self.done += 1
        if self.failing:
            raise ValueError("no")


class WorkAtOnce(Work):
    """The same, begun with the start."""

    at_once = True


@pytest.mark.parametrize(("kind", "done"), [(Work, 0), (WorkAtOnce, 1)])
def test_first_time_is_later_or_at_once(kind: type[Work], done: int) -> None:
    work = kind()
    work.start()
    assert (work.done, work.alarms.next().ms) == (done, 5_000)
    assert work.alarms.none_set()


def test_it_goes_on_after_a_failure_which_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    work = WorkAtOnce()
    work.failing = True
    work.start()
    work.alarms.next().ring()
    work.failing = False
    work.alarms.next().ring()
    assert work.done == 3
    said = [record.getMessage() for record in caplog.records]
    assert said == ["Work._look could not be done"] * 2


def test_nothing_is_done_after_it_was_closed() -> None:
    work = Work()
    work.start()
    alarm = work.alarms.next()
    work.close()
    assert alarm.called_off
    alarm.ring()
    work.start()
    assert work.done == 0
    assert work.alarms.none_set()
