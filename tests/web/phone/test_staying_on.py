"""A phone whose browser lets the screen go dark says how to keep it on, wherever one waits."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from quiz.core.views.seats import seat_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from tests.core.builders import Table, plan
from tests.web.still import Pages, hand

ADVICE = "Thỉnh thoảng chạm màn hình để máy khỏi tắt."
NONE = "Object.defineProperty(Navigator.prototype, 'wakeLock', { get: () => undefined })"
GIVEN = """Object.defineProperty(Navigator.prototype, 'wakeLock', { get: () => ({
  request: () => Promise.resolve({ addEventListener() {} }) }) })"""


@pytest.fixture
def pages(tmp_path: Path, browser: Browser) -> Iterator[Pages]:
    made = Pages(tmp_path, browser, plan(2))
    yield made
    made.close()


def see(page: Page, table: Table) -> None:
    hand(page, view=phone_view(ENGINE, table.contest, 0), seat=seat_view(ENGINE, table.contest, 1))


@pytest.mark.parametrize(("wake_lock", "told"), [(NONE, 1), (GIVEN, 0)])
def test_screen_between_questions_is_said_to_need_a_touch_where_it_does(
    pages: Pages, wake_lock: str, told: int
) -> None:
    pages.context.add_init_script(wake_lock)
    page = pages.joined("Lê An")
    table = Table(plan(2), people=2)
    for step, screen in (("draw", "floor"), ("show", "prepare")):
        table.until(step)
        see(page, table)
        expect(page.locator(f'[data-screen="{screen}"]')).to_be_visible()
        expect(page.locator("main").get_by_text(ADVICE)).to_have_count(told)
    table.until("start_clock")
    see(page, table)
    expect(page.locator(".question-text")).to_be_visible()
    expect(page.locator("main").get_by_text(ADVICE)).to_have_count(0)
