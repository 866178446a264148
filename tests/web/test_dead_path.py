"""A path that died without a word: the pages notice by what does not come, and open another."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.web.bare_page import SITE, serving

# `mute` swallows what is sent, as a dead path does; else each message is answered after `trip` ms.
SOCKET = """
const heard = {};
window.said = [];
window.asked = [];
window.connects = [];
window.mute = false;
window.trip = 10;
const refused = new Set();
const socket = {
  connected: false,
  io: { engine: { close() { leave("forced close"); } } },
  on(event, then) { heard[event] = then; },
  connect() { connects.push(performance.now()); return socket; },
  disconnect() { return socket; },
  timeout: (ms) => ({
    emitWithAck: (event) => new Promise((resolve, reject) => {
      asked.push([event, ms]);
      if (!mute) setTimeout(() => resolve({ ok: true, now: 1e12 + performance.now() }), trip);
      const late = setTimeout(() => reject(new Error("late")), ms);
      refused.add(() => { clearTimeout(late); reject(new Error("disconnected")); });
    }),
  }),
};
function leave(reason) {
  socket.connected = false;
  for (const refuse of refused) refuse();
  refused.clear();
  heard.disconnect(reason);
}
window.fire = (event, value) => {
  socket.connected = event === "connect" || socket.connected;
  heard[event](value);
};
export const io = () => socket;
"""
PAGE = """<script type="module">
import { connect } from "/js/shared/live.js";
Math.random = () => 0;
const status = (...words) => said.push(words[0]);
window.line = connect({ namespace: "/play", contest: "c", on: { view() {} }, status });
</script>"""


class Phone:
    """A page whose socket, server and time are the test's; it is connected and has its clock."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.page.evaluate("fire('connect')")
        self.passes(1_000)
        self.page.evaluate("asked.length = 0; connects.length = 0")

    def passes(self, ms: int) -> None:
        """Let time pass, in steps in which promises settle."""
        for _ in range(ms // 50):
            self.page.clock.run_for(50)

    def dies(self) -> None:
        self.page.evaluate("mute = true")

    def send(self) -> None:
        """An answer is tapped."""
        self.page.evaluate("() => { line.send('answer', { answer: [0] }); }")

    def wakes(self) -> None:
        self.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")

    def told(self, life: str, deadline_in_ms: int) -> None:
        """A view comes; its clock runs out so much later."""
        script = """([life, left]) => fire("view", { v: 1, n: 1, life, now: line.now(),
          clock: { show_at: 0, opens_at: 0, deadline: line.now() + left, left_ms: 0 } })"""
        self.page.evaluate(script, [life, deadline_in_ms])

    @property
    def said(self) -> str:
        """The state of the line as the page was told."""
        return str(self.page.evaluate("said.at(-1)"))

    @property
    def tries(self) -> int:
        """How often another connection was opened."""
        return int(self.page.evaluate("connects.length"))

    def asked(self, event: str) -> list[Any]:
        """How long (ms) each such message was to be answered in."""
        found: list[Any] = self.page.evaluate("asked")
        return [ms for name, ms in found if name == event]


@pytest.fixture
def phone(browser: Browser) -> Iterator[Phone]:
    page = browser.new_page()
    page.clock.install()
    page.route(f"{SITE}/**", serving(PAGE, SOCKET))
    page.goto(SITE)
    page.wait_for_function("window.said?.length")
    # From here on only the test's own time passes.
    page.clock.pause_at((page.evaluate("Date.now()") + 1_000) / 1_000)
    yield Phone(page)
    page.close()


def test_first_missing_receipt_opens_another_connection_and_sends_again(phone: Phone) -> None:
    phone.dies()
    phone.send()
    phone.passes(1_900)
    assert (phone.said, phone.tries) == ("online", 0)
    phone.passes(100)
    assert phone.said == "lost"
    phone.passes(500)
    assert phone.tries == 1
    phone.page.evaluate("mute = false; fire('connect')")
    phone.passes(100)
    assert (phone.said, len(phone.asked("answer"))) == ("online", 2)


def test_receipts_that_go_on_missing_are_waited_for_longer(phone: Phone) -> None:
    phone.dies()
    phone.send()
    for _ in range(4):
        phone.passes(9_000)
        phone.page.evaluate("fire('connect')")
    phone.passes(50)
    assert phone.asked("answer") == [2_000, 4_000, 8_000, 8_000, 8_000]


def test_slow_line_is_given_its_time(phone: Phone) -> None:
    phone.page.evaluate("trip = 900; fire('connect')")
    phone.passes(5_000)
    phone.send()
    phone.passes(1_000)
    assert (phone.asked("answer"), phone.said) == ([3_600], "online")


def test_page_that_wakes_on_a_dead_path_is_connected_anew_within_two_seconds(phone: Phone) -> None:
    phone.dies()
    phone.wakes()
    phone.passes(950)
    assert phone.tries == 0
    phone.passes(100)
    assert (phone.tries, phone.said) == (1, "lost")


def test_page_asks_when_a_deadline_brought_nothing(phone: Phone) -> None:
    phone.told("clock", 5_000)
    phone.dies()
    phone.passes(5_900)
    assert (phone.asked("resync"), phone.said) == ([], "online")
    phone.passes(200)
    assert len(phone.asked("resync")) == 1
    phone.passes(2_000)
    assert phone.said == "lost"


def test_page_that_heard_of_the_lock_does_not_ask(phone: Phone) -> None:
    phone.told("clock", 5_000)
    phone.passes(4_000)
    phone.page.evaluate("fire('view', { v: 2, n: 2, life: 'locked', now: line.now() })")
    phone.passes(5_000)
    assert (phone.asked("resync"), phone.said) == ([], "online")


def test_page_measures_again_where_a_frame_is_off_by_more_than_a_second(phone: Phone) -> None:
    phone.page.evaluate("fire('view', { v: 3, n: 3, life: 'shown', now: line.now() + 900 })")
    phone.passes(1_000)
    assert phone.asked("clock") == []
    phone.page.evaluate("fire('view', { v: 4, n: 4, life: 'shown', now: line.now() + 1100 })")
    phone.passes(1_000)
    assert len(phone.asked("clock")) == 5
