"""Messages per question: a phone hears nothing while the others answer."""

from playwright.sync_api import Browser

from tests.e2e.conftest import Serve
from tests.e2e.contest import TEAMS, golden_bell
from tests.e2e.pages import Phone

OTHERS = 50
PING = "2"


def test_phone_gets_no_frame_while_fifty_others_answer(serve: Serve, browser: Browser) -> None:
    hall = serve(golden_bell(2))
    phone = Phone(browser, hall.server.url, hall.staged.pin, "Lê An", TEAMS[0])
    hall.closing.callback(phone.context.close)
    hall.robots(OTHERS)
    host = hall.host()
    host.until(lambda: host.counts.get("online") == OTHERS + 1)
    host.go_to("close")
    phone.see("main-1")
    before = len(phone.frames)
    host.until(lambda: bool(host.counts["answered"] == OTHERS))
    phone.tap(0)
    since = [frame for frame in phone.frames[before:] if frame != PING]
    # The acknowledgement of its own answer is the first and only thing it hears.
    assert [frame[:8] for frame in since] == ["43/play,"]
