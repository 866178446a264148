"""Phones near and far: the question appears at one instant, and its distance costs nobody time."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.e2e.instants import WAYS_MS, Evening, Seen, table
from tests.e2e.noting import AT_ONCE

WHOLE_MS = 2
"""Server and browser tell whole ms, each cut off."""
MOST_CREDIT = 150


@pytest.fixture(scope="module")
def evening(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Evening]:
    made = Evening(browser, tmp_path_factory.mktemp("instants"))
    yield made
    made.close()


@pytest.fixture(scope="module")
def rows(evening: Evening) -> list[Seen]:
    """What was seen of one question, printed as a table."""
    seen = evening.play()
    print(table(seen))
    return seen


def test_every_phone_showed_the_question(rows: list[Seen]) -> None:
    assert [(row.phone, row.way_ms) for row in rows] == [
        (f"{kind} {way}", way) for way in WAYS_MS for kind in ("Trang", "Máy")
    ]


def test_no_phone_shows_before_the_instant_as_well_as_it_knows_the_clock(rows: list[Seen]) -> None:
    for row in rows:
        assert row.shown >= row.show_at - row.trip_ms / 2 - WHOLE_MS, row


def test_clock_is_off_by_half_the_round_trip_at_most(rows: list[Seen]) -> None:
    for row in rows:
        assert row.trip_ms >= 2 * row.way_ms
        assert abs(row.off_ms) <= row.trip_ms / 2 + WHOLE_MS, row


def test_phone_that_hears_after_the_instant_shows_on_arrival(rows: list[Seen]) -> None:
    late = [row for row in rows if row.way_ms == 800]
    assert [row.arrived > row.show_at for row in late] == [True, True]
    assert [row.shown >= row.arrived for row in late] == [True, True]


def test_credit_is_half_the_way_and_back_up_to_the_cap(rows: list[Seen]) -> None:
    for row in rows:
        credit = row.counted.credit_ms
        assert min(row.way_ms, MOST_CREDIT) <= credit <= MOST_CREDIT, row
        assert row.counted.took_ms + credit == row.counted.at - row.show_at, row


def test_phone_that_wakes_measures_the_clock_again(evening: Evening) -> None:
    for page in evening.pages.values():
        assert len(page.notes()["clocks"]) >= 2 * AT_ONCE


CLOCK = """async ([local, samples, ms]) => {
  const main = document.querySelector("script[src*='/phone/main.js']").src;
  const { makeClock, whenServer } = await import(new URL("../shared/clock.js", main));
  const clock = makeClock(() => local);
  for (const sample of samples) clock.sample(...sample);
  let fired = false;
  whenServer(clock, ms, () => { fired = true; });
  return [clock.now(), fired];
}"""


@pytest.mark.parametrize(
    ("ms", "at_once"), [(10_449, True), (10_450, True), (10_451, False), (11_000, False)]
)
def test_what_is_due_happens_at_once_and_nothing_sooner(
    evening: Evening, ms: int, at_once: bool
) -> None:
    samples = [[0, 900, 9_000], [900, 1_000, 10_400]]
    told: list[Any] = evening.pages[0].page.evaluate(CLOCK, [1_000, samples, ms])
    assert told == [10_450, at_once]


@pytest.mark.parametrize("way_back_ms", [0, 30, 70, 100])
def test_offset_is_within_half_the_trip_however_uneven_the_way(
    evening: Evening, way_back_ms: int
) -> None:
    """The server is 9,000 ms ahead; of 100 ms on the way, some are on the way back."""
    sample = [1_000, 1_100, 10_100 - way_back_ms]
    now, _ = evening.pages[0].page.evaluate(CLOCK, [1_100, [sample], 99_999])
    assert abs(now - 10_100) <= 50
