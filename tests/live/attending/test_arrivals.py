"""A flood is noticed by its numbers, and a hall that scans is none."""

from dataclasses import replace

from quiz.core.nouns import commands as c
from quiz.core.nouns.console_shapes import FloodView
from quiz.live.attending.arrivals import LASTS_MS, MANY, QUIET, WINDOW_MS, Arrivals
from tests.core.builders import Table, plan

SECOND = 1_000
NOBODY: frozenset[int] = frozenset()


class Door:
    """People come in second by second."""

    def __init__(self, people: int = 0) -> None:
        self.table = Table(replace(plan(), late_join="spectator"), people)
        self.now = 1_000_000
        self.arrivals = Arrivals(people)

    def come(self, people: int, seconds: int) -> None:
        for second in range(seconds):
            for _ in range(people * (second + 1) // seconds - people * second // seconds):
                self.table.do(c.Join(f"Người {self.table.contest.joined}", "Đỏ"))
            self.now += SECOND
            self.arrivals.note(self.table.contest.joined, self.now)

    def look(self, unseen: frozenset[int] = NOBODY) -> FloodView:
        return self.arrivals.look(self.table.contest, unseen, self.now)


def test_hall_that_scans_at_once_is_no_flood() -> None:
    door = Door()
    for _ in range(6):
        door.come(100, 10)
        assert door.look() == QUIET


def test_hall_that_scans_after_some_have_come_is_no_flood() -> None:
    door = Door(40)
    door.come(300, 60)
    assert door.look() == QUIET


def test_thousands_upon_a_hall_are_a_flood() -> None:
    door = Door(120)
    door.come(3 * 120, 20)
    assert door.look() == QUIET
    door.come(1, 1)
    assert door.look() == FloodView(121, 361, 0, 120)


def test_people_without_phones_are_a_flood_however_many_are_in() -> None:
    door = Door(1_000)
    door.come(MANY, 20)
    half = frozenset(range(1_001, 1_001 + MANY // 2))
    assert door.look(half) == QUIET
    more = half | {1_001 + MANY // 2}
    assert door.look(more) == FloodView(1_001, MANY, MANY // 2 + 1, 1_000)


def test_many_during_a_round_are_a_flood() -> None:
    door = Door(300)
    door.table.advance()
    door.come(MANY - 1, 30)
    assert door.look() == QUIET
    door.come(1, 1)
    assert door.look() == FloodView(301, MANY, 0, 300)


def test_slow_arrivals_are_none() -> None:
    door = Door()
    door.come(5 * (MANY - 1), 5 * WINDOW_MS // SECOND)
    assert door.look(frozenset(range(1, 1_000))) == QUIET


def test_flood_goes_on_from_its_first_and_is_over_when_they_are_out() -> None:
    door = Door(120)
    door.come(600, 20)
    assert door.look().people == 600
    door.come(400, 60)
    assert door.look() == FloodView(121, 1_000, 0, 120)
    door.come(0, 120)
    assert door.look() == FloodView(121, 1_000, 0, 120)
    door.table.act(c.RemoveJoined(0, 121))
    assert door.look() == QUIET


def test_flood_that_the_host_lets_be_is_told_for_a_while() -> None:
    door = Door(120)
    door.come(600, 20)
    assert door.look().people == 600
    door.come(0, WINDOW_MS // SECOND)
    door.look()
    door.now += LASTS_MS
    assert door.look() == QUIET


def test_flood_begins_where_it_became_one_and_not_with_those_just_before() -> None:
    door = Door(100)
    door.come(60, 30)
    door.come(1_500, 15)
    assert door.look() == FloodView(161, 1_500, 0, 160)


def test_clock_set_back_begins_anew() -> None:
    door = Door(100)
    door.come(400, 20)
    door.now -= 3_600_000
    door.come(1, 1)
    assert door.look() == QUIET
