"""The server's clock goes on whatever is done to the machine's."""

import pytest

from quiz.clock import SystemClock, elapsed_ns
from tests.core.builders import START

MS = 1_000_000
HOUR_MS = 3_600_000


class Machine:
    """A machine whose clock anybody may set."""

    def __init__(self) -> None:
        self.wall_ms, self.up_ms = START, 5_000

    def clock(self) -> SystemClock:
        return SystemClock(lambda: self.wall_ms * MS, lambda: self.up_ms * MS)

    def go_on(self, ms: int) -> None:
        self.wall_ms += ms
        self.up_ms += ms


@pytest.mark.parametrize("set_by_ms", [0, HOUR_MS, -HOUR_MS])
def test_clock_goes_on_by_what_passed_though_the_machine_is_set(set_by_ms: int) -> None:
    machine = Machine()
    clock = machine.clock()
    machine.go_on(1_000)
    machine.wall_ms += set_by_ms
    machine.go_on(20_000)
    assert clock.now() == START + 21_000


def test_clock_made_later_has_the_time_set_meanwhile() -> None:
    machine = Machine()
    machine.wall_ms += HOUR_MS
    assert machine.clock().now() == START + HOUR_MS


@pytest.mark.parametrize(("from_ms", "then_ms"), [(HOUR_MS, HOUR_MS + 20_000), (-1, 20_000)])
def test_clock_goes_on_from_what_it_is_told_and_never_back(from_ms: int, then_ms: int) -> None:
    machine = Machine()
    clock = machine.clock()
    clock.go_on_from(START + from_ms)
    machine.go_on(20_000)
    assert clock.now() == START + then_ms


def test_machines_own_time_only_goes_on() -> None:
    before = elapsed_ns()
    assert elapsed_ns() >= before > 0
