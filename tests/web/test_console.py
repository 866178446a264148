"""The console and the prompter in a real browser, from views that the real rules made."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from quiz.core import commands as c
from quiz.core.host_view import host_view
from quiz.core.model import Plan
from quiz.core.state import Contest, Stage
from quiz.formats import ENGINE
from tests.core.builders import Table, plan
from tests.web.conftest import ROOT
from tests.web.test_toy_format import STILL_LINE, Pages, hand

Open = Callable[..., Page]


def serve_still(route: Route) -> None:
    """The folder's files, with a line to the server in the test's hand."""
    path = urlsplit(route.request.url).path.removeprefix("/")
    route.fulfill(path=STILL_LINE if path.endswith("js/live.js") else ROOT / path)


@pytest.fixture
def open_page(tmp_path: Path, browser: Browser) -> Iterator[Open]:
    """Opens the console of a contest with this plan, or another page of it."""
    opened: list[Pages] = []

    def open_page(made: Plan, page: str = "") -> Page:
        pages = Pages(tmp_path, browser, made, serve_still)
        opened.append(pages)
        found = pages.open("host")
        found.set_viewport_size({"width": 1366, "height": 768})
        found.goto(pages.address(f"/host/contests/{pages.contest}{page}"))
        return found

    yield open_page
    for pages in opened:
        pages.close()


def view_of(contest: Contest) -> Any:
    return host_view(ENGINE, contest, 0)


def test_final_table_is_drawn_again_when_held_standings_are_let_go(open_page: Open) -> None:
    made = plan(2, "points")
    table = Table(made, people=2)
    table.ask(1)
    table.act(c.Freeze(0, True))
    table.ask(1)
    while table.step() != "none":
        table.advance()
    assert table.contest.stage is Stage.FINISHED
    page = open_page(made)
    hand(page, view=view_of(table.contest))
    points = page.locator("table.standings tbody tr td:last-child")
    expect(points).to_have_text(["10", "0"])
    table.act(c.Freeze(0, False))
    hand(page, view=view_of(table.contest))
    expect(points).to_have_text(["20", "0"])
