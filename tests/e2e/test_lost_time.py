"""The server stops in mid-question, dead or asleep: the host gives back what the clock lost."""

import os
import signal
import sys
import time

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.conftest import Hall, Serve
from tests.e2e.contest import TEAMS, golden_bell
from tests.e2e.pages import PATIENCE_MS, Console, Phone, see_scene

STOP_S = 4.0
SECONDS = 6

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be stopped there")


def sleep(hall: Hall) -> None:
    """Stop the process, as a laptop's sleep would, and let it go on."""
    os.kill(hall.server.pid, signal.SIGSTOP)
    time.sleep(STOP_S)
    os.kill(hall.server.pid, signal.SIGCONT)


def die(hall: Hall) -> None:
    """Kill the server, and start it again."""
    hall.server.kill()
    time.sleep(STOP_S)
    hall.server.start()


@pytest.mark.parametrize(("driver", "stop"), [("eventlet", die), ("gevent", sleep)])
def test_host_gives_back_the_time_that_a_stop_took_and_phones_may_answer_again(
    serve: Serve, browser: Browser, driver: str, stop: object
) -> None:
    hall = serve(golden_bell(5, seconds=SECONDS), driver)
    console = Console.entered(browser, hall.server.link, hall.server.url, hall.staged.contest)
    hall.closing.callback(console.context.close)
    early, late = (
        Phone(browser, hall.server.url, hall.staged.pin, name, team)
        for name, team in zip(("Lê An", "Hà Bình"), TEAMS, strict=False)
    )
    for phone in (early, late):
        hall.closing.callback(phone.context.close)
    projector = console.projector()
    host = hall.host()
    host.until(lambda: host.counts.get("online") == 2)
    host.go_to("close")
    early.see("main-1")
    early.tap(0)
    assert callable(stop)
    stop(hall)

    offer = console.page.locator("#lost")
    expect(offer).to_be_visible(timeout=PATIENCE_MS)
    host.until(lambda: host.step == "reveal")
    expect(offer).to_contain_text("Máy chủ dừng")
    expect(offer).to_contain_text("đồng hồ còn 0 giây")
    assert host.view["lost"]["lost_ms"] >= 1_000
    acted = host.view["acted"]
    late.see_connection("online")
    expect(late.page.locator('.question[data-phase="locked"]')).to_be_visible(timeout=PATIENCE_MS)

    offer.get_by_role("button").click()
    host.until(lambda: host.view["acted"] != acted and host.step == "close")
    expect(offer).to_be_hidden()
    late.see("main-1")
    expect(late.page.locator(".ring")).to_be_visible()
    late.tap(1)
    early.see_recorded(0)
    see_scene(projector, "question")
    host.until(lambda: host.counts["answered"] == 2)
    assert host.view["undoes"] == "TimeGivenBack"
    watched = (console.watched, projector, early.watched, late.watched)
    assert [each.errors for each in watched] == [[], [], [], []]
