"""Pages in a real browser whose line to the server is in the test's hand."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import msgspec
from playwright.sync_api import Browser, Page, Route
from werkzeug.serving import make_server

from quiz.core.nouns.model import Plan
from quiz.web.projector.projector_page import link
from tests.web.conftest import ROOT, Site

STILL_LINE = Path(__file__).parent / "still_line.js"


def serve_still(route: Route) -> None:
    """The folder's files, with `still_line.js` for the line to the server."""
    path = urlsplit(route.request.url).path.removeprefix("/")
    route.fulfill(path=STILL_LINE if path.endswith("js/shared/live.js") else ROOT / path)


def hand(page: Page, **news: Any) -> None:
    """Have a page hear these events."""
    script = "(all) => { for (const [name, one] of Object.entries(all)) hand[name](one); }"
    page.evaluate(script, msgspec.to_builtins(news))


class Pages:
    """The pages of one contest at an address."""

    def __init__(
        self,
        folder: Path,
        browser: Browser,
        made: Plan,
        serve: Callable[[Route], None] = serve_still,
    ) -> None:
        self.serve = serve
        self.site = Site(folder)
        self.contest = self.site.runners.create(made, owner=1)
        with self.site.app.test_request_context():
            self.ways = {
                "projector": link(self.contest),
                "host": self.site.link(),
                "phone": f"/j/{self.site.runners.pin(self.contest)}",
            }
        self.server = make_server("127.0.0.1", 0, self.site.app, threaded=True)
        self.thread = threading.Thread(target=self.server.serve_forever)
        self.thread.start()
        self.context = browser.new_context(reduced_motion="reduce")
        self.errors: list[str] = []

    def open(self, way: str) -> Page:
        """A page after its way in; any failing script fails the test."""
        page = self.context.new_page()
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.route("**/static/**", self.serve)
        page.goto(self.address(self.ways[way]))
        return page

    def joined(self, name: str, height: int = 844) -> Page:
        """A phone 390 wide that has joined under this name, in the first team."""
        page = self.open("phone")
        page.set_viewport_size({"width": 390, "height": height})
        page.fill("#name", name)
        page.locator("[name=team]").first.check()
        page.locator("form button.primary").click()
        page.wait_for_url("**/play/**")
        return page

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server.port}{path}"

    def close(self) -> None:
        self.context.close()
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()
        self.site.close()
        assert self.errors == []
