"""A link is copied by its button: also one that came later, and without a clipboard."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.web.conftest import ROOT

STATIC = ROOT / "static"
SITE = "http://host.test"
NONE = '<section id="fresh"></section>'
MADE = """<section id="fresh">
<input id="fresh-link" readonly value="http://host.test/r/{name}">
<button id="copy" data-copied="Đã sao chép">Sao chép</button></section>"""
PAGE = """<!doctype html><meta charset="utf-8">{fresh}<section id="holders"></section>
<script type="module" src="/static/js/host/grants.js"></script>"""
CLIPBOARD = """window.copied = [];
Object.defineProperty(navigator, "clipboard", {
  value: { writeText: async (text) => copied.push(text) } });"""
PLAIN_HTTP = """window.copied = [];
Object.defineProperty(navigator, "clipboard", { value: undefined });
document.addEventListener("copy", ({ target }) => {
  copied.push(target.value.slice(target.selectionStart, target.selectionEnd)); });"""


class Roles:
    """The page where roles are handed out, as the server would draw it at each request."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.fresh = NONE
        page.clock.install()
        page.route(f"{SITE}/**", self.serve)

    def serve(self, route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path == "/":
            route.fulfill(body=PAGE.format(fresh=self.fresh), content_type="text/html")
        else:
            route.fulfill(path=STATIC / path.removeprefix("/static/"))

    def open(self, clipboard: str = CLIPBOARD) -> None:
        self.page.add_init_script(clipboard)
        self.page.goto(SITE)

    def copy(self) -> list[str]:
        self.page.click("#copy")
        expect(self.page.locator("#copy")).to_have_text("Đã sao chép")
        return list(self.page.evaluate("copied"))


@pytest.fixture
def roles(browser: Browser) -> Iterator[Roles]:
    page = browser.new_page()
    yield Roles(page)
    page.close()


@pytest.mark.parametrize("clipboard", [CLIPBOARD, PLAIN_HTTP], ids=["clipboard", "plain http"])
def test_link_on_the_page_is_copied(roles: Roles, clipboard: str) -> None:
    roles.fresh = MADE.format(name="first")
    roles.open(clipboard)
    assert roles.copy() == ["http://host.test/r/first"]


@pytest.mark.parametrize("before", [NONE, MADE.format(name="first")], ids=["none", "another"])
def test_link_made_in_another_tab_is_copied(roles: Roles, before: str) -> None:
    roles.fresh = before
    roles.open()
    roles.fresh = MADE.format(name="second")
    roles.page.clock.run_for(4_000)
    expect(roles.page.locator("#fresh-link")).to_have_value("http://host.test/r/second")
    assert roles.copy() == ["http://host.test/r/second"]


def test_button_says_for_a_moment_that_it_copied(roles: Roles) -> None:
    roles.fresh = MADE.format(name="first")
    roles.open()
    roles.copy()
    roles.copy()
    roles.page.clock.run_for(3_000)
    expect(roles.page.locator("#copy")).to_have_text("Sao chép")
