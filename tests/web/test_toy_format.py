"""A format that only this test knows adds a screen, a scene and a panel to the real pages."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
import pytest
from playwright.sync_api import Browser, Page, Route, expect
from werkzeug.serving import make_server

from quiz.core.nouns.console_shapes import RosterView
from quiz.core.nouns.model import Plan
from quiz.core.nouns.shapes import RoundView
from quiz.core.nouns.state import Contest
from quiz.core.views.hall_view import projector_view
from quiz.core.views.host_view import host_view
from quiz.core.views.seats import seat_view
from quiz.core.views.seeing import phone_view
from quiz.formats import ENGINE
from quiz.web.projector.projector_page import link
from tests.core.builders import Table, plan
from tests.web.conftest import ROOT, Site

STILL_LINE = Path(__file__).parent / "still_line.js"
HEAD = 'import { el } from "../../dom.js";\nimport { register } from "../../formats.js";\n'
PHONE = """
register("toy", {
  screens: {
    dice: (state, { emit }) => {
      const node = el("button.dice", { onclick: () => emit("throw_dice", { face: 6 }, "throw") });
      const update = ({ view, parts }) => {
        node.textContent = `${view.parts.toy.thrown} thrown, ${parts.toy.views} views`;
      };
      return { node, update };
    },
  },
  screenOf: (state, name) => (name === "question" ? "dice" : name),
  after: ({ parts: { toy = { views: 0 } } }, event) => ({ views: toy.views + (event === "view") }),
});
"""
PROJECTOR = """
register("toy", {
  scenes: {
    dice: (hall) => {
      const element = el("section.scene.dice");
      const refresh = ({ view }) => {
        element.textContent = `${view.parts.toy.thrown} thrown`;
      };
      refresh(hall);
      return { element, refresh };
    },
  },
  question: () => ({ below: el("p.dice", "throw now") }),
  timeLabels: { throwing: "paused" },
});
"""
HOST = """
register("toy", {
  makePanels: () => ({
    dice: {
      draw: ({ view }) => el("p.dice", `${view.parts.toy.thrown} thrown`),
      drawnFrom: ({ view }) => view.parts.toy,
    },
  }),
  panelOf: () => "dice",
  step: () => ({ key: "settle_points", ready: false }),
  help: ["escape"],
});
"""
TOYS = {"phone.js": PHONE, "projector.js": PROJECTOR, "host.js": HOST}
ROUND = RoundView("Xúc xắc", "toy", 1, 1)
TOY_PLAN = plan()


def serve_static(route: Route) -> None:
    """The folder's files; the toy's scripts stand in for those of the contest's own format."""
    path = urlsplit(route.request.url).path.removeprefix("/")
    name = path.rpartition("/")[2]
    if "js/formats/golden_bell/" in path and name in TOYS:
        route.fulfill(body=HEAD + TOYS[name], content_type="text/javascript")
    else:
        route.fulfill(path=STILL_LINE if path.endswith("js/live.js") else ROOT / path)


class Pages:
    """The pages of one contest at an address, their line to the server in the test's hand."""

    def __init__(
        self,
        folder: Path,
        browser: Browser,
        made: Plan = TOY_PLAN,
        serve: Callable[[Route], None] = serve_static,
    ) -> None:
        self.serve = serve
        self.site = Site(folder)
        self.contest = self.site.halls.create(made, owner=1)
        with self.site.app.test_request_context():
            self.ways = {
                "projector": link(self.contest),
                "host": self.site.link(),
                "phone": f"/j/{self.site.halls.pin(self.contest)}",
            }
        self.server = make_server("127.0.0.1", 0, self.site.app, threaded=True)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        self.context = browser.new_context(reduced_motion="reduce")

    def open(self, way: str) -> Page:
        """A page after its way in; any failing script fails the test."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: pytest.fail(str(error)))
        page.route("**/static/**", self.serve)
        page.goto(self.address(self.ways[way]))
        return page

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.port}{path}"

    def close(self) -> None:
        self.context.close()
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
        self.site.close()


@pytest.fixture
def pages(tmp_path: Path, browser: Browser) -> Iterator[Pages]:
    made = Pages(tmp_path, browser)
    yield made
    made.close()


def with_toy(view: Any, **more: Any) -> Any:
    """A view of a round of the toy in which one die is thrown."""
    return replace(view, round=ROUND, parts={"toy": {"thrown": 1, "phase": "throwing"}}, **more)


def at_question() -> Contest:
    table = Table(plan(5), people=2)
    table.open()
    return table.contest


def hand(page: Page, **news: Any) -> None:
    script = "(all) => { for (const [name, one] of Object.entries(all)) hand[name](one); }"
    page.evaluate(script, msgspec.to_builtins(news))


def test_toy_has_its_own_screen_memory_and_message_on_a_phone(pages: Pages) -> None:
    page = pages.open("phone")
    page.fill("#name", "Lê An")
    page.locator("[name=team]").first.check()
    page.locator("form button.primary").click()
    page.wait_for_url("**/play/**")
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
