"""Codes of seats: made, spent once, taken back, too old."""

import threading

import pytest

from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns.actors import NEWCOMER, account, grant
from quiz.core.nouns.events import SeatReopened
from quiz.core.views.seats import holds_seat
from quiz.formats import ENGINE
from quiz.service.contests.runners import Runners
from quiz.service.machine import RandomIds
from quiz.service.people.reopening import DIGITS, LIFE_MS, CodeState, Reopening
from tests.core.builders import plan
from tests.service.fakes import FakeClock, FakeStore

HOST = account(3)


class Evening:
    """A contest in which An has number 1 and Bình number 2, and the codes of its seats."""

    def __init__(self) -> None:
        self.clock, self.store = FakeClock(), FakeStore()
        self.runners = Runners(ENGINE, self.store, self.store, clock=self.clock, ids=RandomIds())
        self.id = self.runners.create(plan(), owner=3)
        for name in ("An", "Bình"):
            command = c.Join(name, "Đỏ", f"cũ của {name}")
            self.runners.submit(self.id, command, name, self.clock.now(), NEWCOMER)
        self.reopening = Reopening(self.runners, clock=self.clock)

    def holds(self, number: int, secret: str) -> bool:
        return holds_seat(self.runners.runner(self.id).contest, number, secret)

    def close(self) -> None:
        self.runners.close()


@pytest.fixture
def evening() -> "Evening":
    return Evening()


def test_code_opens_its_seat_once_and_the_journal_names_who_let_it(evening: Evening) -> None:
    code = evening.reopening.make(evening.id, 2, grant(8))
    assert evening.reopening.find(code.token) == code
    assert evening.reopening.became(evening.id, 2) is CodeState.WAITING
    assert evening.reopening.open(code.token, "mới", evening.clock.now()) == code
    assert evening.holds(2, "mới")
    last = evening.store.journals[evening.id][-1]
    assert (last.event, last.actor) == (SeatReopened(2, "mới"), "grant:8")
    assert evening.reopening.open(code.token, "của kẻ khác", evening.clock.now()) is None
    assert evening.reopening.find(code.token) is None
    assert evening.reopening.became(evening.id, 2) is CodeState.OPENED
    assert evening.holds(2, "mới")


def test_code_pressed_twice_on_one_device_opens_the_seat_once(evening: Evening) -> None:
    code = evening.reopening.make(evening.id, 2, HOST)
    opened = [evening.reopening.open(code.token, "mới", evening.clock.now()) for _ in range(2)]
    assert opened == [code, code]
    kinds = [type(entry.event).__name__ for entry in evening.store.journals[evening.id]]
    assert kinds.count("SeatReopened") == 1


def test_digits_find_the_code_and_are_nine(evening: Evening) -> None:
    code = evening.reopening.make(evening.id, 1, HOST)
    assert (len(code.digits), code.digits.isdigit()) == (DIGITS, True)
    assert evening.reopening.by_digits(code.digits) == code
    assert evening.reopening.find(code.digits) is None


def test_code_is_good_for_ten_minutes(evening: Evening) -> None:
    code = evening.reopening.make(evening.id, 1, HOST)
    evening.clock.time += LIFE_MS - 1
    assert evening.reopening.by_digits(code.digits) == code
    evening.clock.time += 1
    assert evening.reopening.find(code.token) is None
    assert evening.reopening.by_digits(code.digits) is None
    assert evening.reopening.open(code.token, "mới", evening.clock.now()) is None
    assert evening.reopening.became(evening.id, 1) is CodeState.OVER


def test_code_taken_back_opens_nothing(evening: Evening) -> None:
    code = evening.reopening.make(evening.id, 1, HOST)
    other = evening.reopening.make(evening.id, 2, HOST)
    evening.reopening.take_back(evening.id, 1)
    assert evening.reopening.open(code.token, "mới", evening.clock.now()) is None
    assert evening.reopening.became(evening.id, 1) is CodeState.OVER
    assert evening.reopening.find(other.token) == other


def test_newer_code_of_a_seat_replaces_the_one_before(evening: Evening) -> None:
    first = evening.reopening.make(evening.id, 1, HOST)
    second = evening.reopening.make(evening.id, 1, HOST)
    assert (evening.reopening.find(first.token), evening.reopening.by_digits(first.digits)) == (
        None,
        None,
    )
    assert evening.reopening.find(second.token) == second


def test_new_code_after_one_was_spent_waits(evening: Evening) -> None:
    first = evening.reopening.make(evening.id, 1, HOST)
    evening.reopening.open(first.token, "mới", evening.clock.now())
    evening.reopening.make(evening.id, 1, HOST)
    assert evening.reopening.became(evening.id, 1) is CodeState.WAITING


def test_code_is_still_good_where_it_could_not_be_stored(evening: Evening) -> None:
    code = evening.reopening.make(evening.id, 2, HOST)
    evening.store.failure = "before"
    with pytest.raises(Rejected, match="storage_failed"):
        evening.reopening.open(code.token, "mới", evening.clock.now())
    evening.store.failure = ""
    assert evening.reopening.open(code.token, "mới", evening.clock.now()) == code


def test_seat_of_somebody_taken_out_meanwhile_is_not_opened(evening: Evening) -> None:
    code = evening.reopening.make(evening.id, 2, HOST)
    acted = evening.runners.runner(evening.id).contest.acted
    removal = c.RemoveContestant(acted, 2)
    evening.runners.submit(evening.id, removal, "removal", evening.clock.now(), HOST)
    with pytest.raises(Rejected, match="no_such_contestant"):
        evening.reopening.open(code.token, "mới", evening.clock.now())


def test_devices_that_press_at_one_instant_leave_the_seat_to_one(evening: Evening) -> None:
    code = evening.reopening.make(evening.id, 2, HOST)
    together = threading.Barrier(8)
    opened: list[str] = []

    def press(secret: str) -> None:
        together.wait(10)
        if evening.reopening.open(code.token, secret, evening.clock.now()):
            opened.append(secret)

    threads = [threading.Thread(target=press, args=(f"máy {n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    (secret,) = opened
    assert evening.holds(2, secret)
