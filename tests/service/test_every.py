import pytest

from quiz.service.every import Every
from tests.service.fakes import Alarms


class Work:
    """Something done again and again; it fails while it is told to."""

    def __init__(self) -> None:
        self.done = 0
        self.failing = False
        self.alarms = Alarms()
        self.every = Every(5_000, self.do, self.alarms.later)

    def do(self) -> None:
        self.done += 1
        if self.failing:
            raise ValueError("no")


@pytest.mark.parametrize(("at_once", "done"), [(False, 0), (True, 1)])
def test_first_time_is_later_or_at_once(at_once: bool, done: int) -> None:
    work = Work()
    work.every.start(at_once=at_once)
    assert (work.done, work.alarms.next().ms) == (done, 5_000)
    assert work.alarms.none_set()


def test_it_goes_on_after_a_failure_which_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    work = Work()
    work.failing = True
    work.every.start(at_once=True)
    work.alarms.next().ring()
    work.failing = False
    work.alarms.next().ring()
    assert work.done == 3
    assert [record.getMessage() for record in caplog.records] == ["Work.do could not be done"] * 2


def test_nothing_is_done_after_it_was_closed() -> None:
    work = Work()
    work.every.start()
    alarm = work.alarms.next()
    work.every.close()
    assert alarm.called_off
    alarm.ring()
    work.every.start(at_once=True)
    assert work.done == 0
    assert work.alarms.none_set()
