"""A phone whose seat was taken away tries again, ever more seldom, until it has it back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.web.bare_page import SITE, serving

SOCKET = """
const heard = {};
const socket = {
  connected: false,
  io: {},
  on(event, then) { heard[event] = then; },
  connect() { window.tries += 1; return socket; },
  disconnect() { return socket; },
  timeout: () => ({ emitWithAck: () => new Promise(() => {}) }),
};
window.tries = 0;
window.fire = (event, value) => {
  socket.connected = event === "connect";
  heard[event](value);
};
export const io = () => socket;
"""
PAGE = """<script type="module">
sessionStorage.loads = Number(sessionStorage.loads ?? 0) + 1;
import { connect } from "/js/shared/live.js";
window.said = [];
Math.random = () => 1;
connect({ namespace: "/play", contest: "c", on: {}, status: (...words) => said.push(words) });
</script>"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.clock.install()
    page.route(f"{SITE}/**", serving(PAGE, SOCKET))
    page.goto(SITE)
    yield page
    page.close()


def refuse(phone: Page, code: str) -> None:
    phone.evaluate("(code) => fire('connect_error', new Error(code))", code)


def tries(phone: Page) -> int:
    return int(phone.evaluate("tries"))


def tries_within(phone: Page, seconds: int) -> int:
    before = tries(phone)
    phone.clock.run_for(seconds * 1000)
    return tries(phone) - before


def test_phone_without_a_seat_tries_again_ever_more_seldom(phone: Page) -> None:
    waits = []
    for pause in (15, 30, 60, 120, 240, 240):
        refuse(phone, "no_seat")
        waits.append((tries_within(phone, pause - 1), tries_within(phone, 2)))
    assert waits == [(0, 1)] * 6


def test_phone_that_has_its_seat_back_is_online(phone: Page) -> None:
    refuse(phone, "no_seat")
    refuse(phone, "timeout")
    phone.evaluate("fire('connect')")
    assert phone.evaluate("said") == [["connecting", ""], ["refused", "no_seat"], ["online", ""]]


def test_page_of_a_contest_that_is_not_there_does_not_try_again(phone: Page) -> None:
    refuse(phone, "no_such_contest")
    assert tries_within(phone, 3600) == 0


def loads(phone: Page) -> int:
    return int(phone.evaluate("Number(sessionStorage.loads)"))


def test_page_whose_right_was_taken_away_is_loaded_anew(phone: Page) -> None:
    phone.evaluate("fire('connect')")
    with phone.expect_navigation():
        refuse(phone, "not_allowed")
    phone.wait_for_function("window.said?.length")
    assert (loads(phone), phone.evaluate("said")) == (2, [["connecting", ""]])


def test_page_that_never_had_the_right_is_not_loaded_again_and_again(phone: Page) -> None:
    refuse(phone, "not_allowed")
    assert tries_within(phone, 3600) == 0
    assert (loads(phone), phone.evaluate("said.at(-1)")) == (1, ["refused", "not_allowed"])
