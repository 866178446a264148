"""The console and the prompter in a real browser, from views that the real rules made."""

from collections.abc import Callable, Iterator
from dataclasses import replace
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
from tests.formats.desk import Desk, clock, rules
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


def read_out(desk: Desk) -> Any:
    """The view as a prompter is told it."""
    return replace(view_of(desk.contest), parts=ENGINE.parts(desk.contest, "prompter"))


@pytest.mark.parametrize("told", [read_out, lambda desk: view_of(desk.contest)])
def test_prompter_names_as_answering_only_who_is_still_to_be_judged(
    open_page: Open, told: Callable[[Desk], Any]
) -> None:
    desk = clock()
    for number in (1, 2):
        desk.buzz(number)
    desk.expire()
    page = open_page(rules(), "/prompter")
    lines = page.locator(".read-now, .read-source:not(.read-key *)")
    hand(page, view=told(desk))
    expect(lines).to_have_text(["Đang trả lời: 1 Thí sinh 1, 2 Thí sinh 2"])
    desk.judge(1, right=False)
    hand(page, view=told(desk))
    expect(lines).to_have_text(
        ["Đang trả lời: 2 Thí sinh 2", "Đã có lượt, chưa đúng: 1 Thí sinh 1"]
    )
    desk.judge(2, right=False)
    hand(page, view=told(desk))
    expect(lines).to_have_text(["Đã có lượt, chưa đúng: 1 Thí sinh 1, 2 Thí sinh 2"])


def test_prompter_says_after_a_turn_on_the_phone_that_it_was_had(open_page: Open) -> None:
    desk = clock(aloud=False)
    desk.turn(1)
    desk.do(desk.say(1))
    desk.expire()
    page = open_page(rules(aloud=False), "/prompter")
    hand(page, view=read_out(desk))
    expect(page.locator(".read-now")).to_have_text(["Đã trả lời: 1 Thí sinh 1"])
    desk.advance()
    hand(page, view=read_out(desk))
    expect(page.locator(".read-now")).to_have_text(["Trả lời đúng: 1 Thí sinh 1"])
