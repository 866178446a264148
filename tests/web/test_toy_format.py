"""A format that only this test knows adds a screen, a scene and a panel to the real pages."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Route, expect

from quiz.core.nouns.console_shapes import RosterView
from quiz.core.nouns.shapes import RoundView
from quiz.core.nouns.state import Contest
from quiz.core.views.hall_view import projector_view
from quiz.core.views.host_view import host_view
from quiz.core.views.seats import seat_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from tests.core.builders import Table, plan
from tests.web.still import Pages, hand, serve_still

HEAD = """
import { el } from "../../shared/dom.js";
import { register } from "../../shared/formats.js";
"""
PHONE = """
register("toy", {
  scenes: {
    dice: (state, { emit }) => {
      const node = el("button.dice", { onclick: () => emit("throw_dice", { face: 6 }, "throw") });
      const update = ({ view, parts }) => {
        node.textContent = `${view.parts.toy.thrown} thrown, ${parts.toy.views} views`;
      };
      return { node, update };
    },
  },
  sceneOf: (state, name) => (name === "question" ? "dice" : name),
  after: ({ parts: { toy = { views: 0 } } }, event) => ({ views: toy.views + (event === "view") }),
});
"""
PROJECTOR = """
register("toy", {
  scenes: {
    dice: (hall) => {
      const node = el("section.scene.dice");
      const update = ({ view }) => {
        node.textContent = `${view.parts.toy.thrown} thrown`;
      };
      update(hall);
      return { node, update };
    },
  },
  question: () => ({ below: el("p.dice", "throw now") }),
  timeLabels: { throwing: "paused" },
});
"""
HOST = """
import { panel } from "../../host/console/panel.js";
register("toy", {
  scenes: {
    dice: panel(
      ({ view }) => el("p.dice", `${view.parts.toy.thrown} thrown`),
      ({ view }) => view.parts.toy,
    ),
  },
  sceneOf: () => "dice",
  step: () => ({ key: "settle_points", ready: false }),
  help: ["escape"],
});
"""
TOYS = {"phone.js": PHONE, "projector.js": PROJECTOR, "host.js": HOST}
ROUND = RoundView("Xúc xắc", "toy", 1, 1)
TOY_PLAN = plan()


def serve_toy(route: Route) -> None:
    """As `serve_still`; the toy's scripts stand in for those of the contest's own format."""
    path = urlsplit(route.request.url).path
    name = path.rpartition("/")[2]
    if "/js/formats/golden_bell/" in path and name in TOYS:
        route.fulfill(body=HEAD + TOYS[name], content_type="text/javascript")
    else:
        serve_still(route)


@pytest.fixture
def pages(tmp_path: Path, browser: Browser) -> Iterator[Pages]:
    made = Pages(tmp_path, browser, TOY_PLAN, serve_toy)
    yield made
    made.close()


def with_toy(view: Any, **more: Any) -> Any:
    """A view of a round of the toy in which one die is thrown."""
    return replace(view, round=ROUND, parts={"toy": {"thrown": 1, "phase": "throwing"}}, **more)


def at_question() -> Contest:
    table = Table(plan(5), people=2)
    table.open()
    return table.contest


def test_toy_has_its_own_screen_memory_and_message_on_a_phone(pages: Pages) -> None:
    page = pages.joined("Lê An")
    contest = at_question()
    view = with_toy(phone_view(ENGINE, contest, 0))
    hand(page, welcome={"view": view, "seat": seat_view(ENGINE, contest, 1), "answer": None})
    expect(page.locator("#main .dice")).to_have_text("1 thrown, 0 views")
    hand(page, view=replace(view, v=view.v + 1))
    expect(page.locator("#main .dice")).to_have_text("1 thrown, 1 views")
    page.locator(".dice").click()
    assert page.evaluate("window.sent") == [["throw_dice", {"face": 6}]]


def test_toy_has_its_own_scene_and_its_place_in_the_question(pages: Pages) -> None:
    page = pages.open("projector")
    view = with_toy(projector_view(ENGINE, at_question(), 0))
    hand(page, view=replace(view, scene="dice"))
    expect(page.locator(".scene.dice")).to_have_text("1 thrown")
    hand(page, view=replace(view, scene="question", life="held", v=view.v + 1))
    expect(page.locator(".scene.ask .ask-side .dice")).to_have_text("throw now")
    expect(page.locator(".scene.ask")).to_have_attribute("data-life", "throwing")
    expect(page.locator(".ring-label")).to_have_text("Tạm dừng")


def test_toy_has_its_own_panel_and_words_for_a_step_at_the_console(pages: Pages) -> None:
    page = pages.open("host")
    page.goto(pages.address(f"/host/contests/{pages.contest}"))
    view = host_view(ENGINE, Table(plan(5), people=2).contest, 0)
    hall = with_toy(view.hall, stage="playing")
    nobody = RosterView(v=1, since=0, rows=())
    hand(page, roster=nobody, view=replace(view, hall=hall, parts=hall.parts))
    expect(page.locator("#stage[data-panel=dice] .dice")).to_have_text("1 thrown")
    expect(page.locator("#primary")).to_have_text("Cộng điểm")
    expect(page.locator("#primary")).to_have_attribute("aria-disabled", "true")
    page.keyboard.press("?")
    expect(page.locator("dialog .keys dt")).to_have_count(5)
