"""A second console shows the same state and cannot do a thing twice."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

from playwright.sync_api import Browser, expect

from tests.e2e import reference
from tests.e2e.conftest import Serve
from tests.e2e.contest import TEAMS, golden_bell
from tests.e2e.host import STILL_S, Host
from tests.e2e.pages import Console, Phone

CONSOLES = 4


def test_same_step_pressed_on_several_consoles_happens_once(serve: Serve) -> None:
    hall = serve(golden_bell(2))
    hall.robots(1)
    consoles = [hall.host() for _ in range(CONSOLES)]
    consoles[0].until(lambda: consoles[0].counts.get("online") == 1)
    consoles[0].go_to("show")
    acted = consoles[0].view["acted"]
    assert not consoles[0].moves_from(acted, STILL_S)
    at_once = Barrier(CONSOLES)

    def press(console: Host) -> dict[str, Any]:
        console.until(lambda: bool(console.view["acted"] == acted))
        at_once.wait()
        return console.send("advance", based_on=acted)

    with ThreadPoolExecutor(CONSOLES) as pool:
        replies = list(pool.map(press, consoles))
    assert sorted(reply.get("code", "done") for reply in replies) == ["done"] + ["too_soon"] * 3
    kinds = [kind for kind, _ in reference.rows(hall.server.data, hall.staged.contest)]
    assert kinds.count("QuestionShown") == 1
    for console in consoles:
        console.until(lambda console=console: console.step == "start_clock")  # type: ignore[misc]


def test_second_tab_shows_what_the_first_one_does(serve: Serve, browser: Browser) -> None:
    hall = serve(golden_bell(2))
    phone = Phone(browser, hall.server.url, hall.staged.pin, "Lê An", TEAMS[0])
    hall.closing.callback(phone.context.close)
    console = Console.entered(browser, hall.server.link, hall.server.url, hall.staged.contest)
    hall.closing.callback(console.context.close)
    second = console.second_tab()
    host = hall.host()
    words = []
    while host.step != "close":
        console.press(host)
        expect(console.primary).to_have_attribute("aria-disabled", "false")
        words.append(console.primary.inner_text())
        expect(second.page.locator("#primary")).to_have_text(words[-1])
    assert len(set(words)) == 4
    assert (console.watched.errors, second.errors) == ([], [])
