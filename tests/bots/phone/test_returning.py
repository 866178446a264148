"""When robots come back, and that pages do so at the same times."""

import random
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from quiz.bots.phone.returning import pause_s

MODULE = Path(__file__).parents[3] / "static" / "js" / "shared" / "returning.js"
LOOK = """async ([source, within, lucks]) => {
  const { makeReturning } = await import("data:text/javascript," + encodeURIComponent(source));
  const returning = makeReturning(() => lucks.shift());
  returning.within(within);
  return [...lucks].map(() => returning.pause());
}"""


class Luck(random.Random):
    """Chance in a test's hands."""

    def __init__(self, value: float) -> None:
        super().__init__()
        self.value = value

    def random(self) -> float:
        return self.value


def test_first_try_of_a_small_hall_comes_within_a_second() -> None:
    assert [pause_s(0, 0, Luck(value)) for value in (0, 1)] == [0.25, 0.75]


def test_first_try_of_a_large_hall_is_spread_over_what_the_server_told() -> None:
    pauses = sorted(pause_s(0, 5, random.Random(place)) for place in range(5_000))
    most_at_once = max(
        sum(start <= pause < start + 0.1 for pause in pauses) for start in (0.3, 1.0, 2.5, 4.0, 5.0)
    )
    assert (pauses[0] >= 0.25, pauses[-1] <= 5.25, most_at_once < 150) == (True, True, True)


@pytest.mark.parametrize("within", [0.0, 5.0])
def test_later_tries_are_rarer_and_the_longest_pause_has_its_chance_too(within: float) -> None:
    shortest, longest = ([pause_s(n, within, Luck(v)) for n in range(1, 12)] for v in (0, 1))
    assert longest == sorted(longest)
    assert (longest[-1], shortest[-1]) == (max(3.0, within), max(3.0, within) / 2)


@pytest.mark.parametrize("within_ms", [0, 300, 5_000, 15_000])
def test_pages_come_back_at_the_same_times(browser: Browser, within_ms: int) -> None:
    lucks = [0.3, 0.9, 0.0, 1.0, 0.5, 0.7]
    page = browser.new_page()
    told = page.evaluate(LOOK, [MODULE.read_text("utf-8"), within_ms, lucks])
    page.close()
    ours = [pause_s(n, within_ms / 1000, Luck(luck)) * 1000 for n, luck in enumerate(lucks)]
    assert told == pytest.approx(ours)
