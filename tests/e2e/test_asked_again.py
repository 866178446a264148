"""A phone does not take one question for another that has its number."""

from dataclasses import replace

import pytest
from playwright.sync_api import Browser, WebSocketRoute, expect

from quiz.config import DRIVERS
from quiz.core.nouns.model import Plan, Round
from tests.e2e.conftest import Serve
from tests.e2e.contest import TEAMS, golden_bell, question
from tests.e2e.pages import PATIENCE_MS, Phone


@pytest.mark.parametrize("driver", DRIVERS)
def test_question_asked_again_after_an_undo_is_answered_anew(
    serve: Serve, browser: Browser, driver: str
) -> None:
    hall = serve(golden_bell(3, seconds=300, rescues=[]), driver)
    host = hall.host()
    phone = Phone(browser, hall.server.url, hall.staged.pin, "An", TEAMS[0])
    host.go_to("close")
    phone.see("main-1")
    phone.tap(0)
    while host.step != "draw":
        host.act("undo", steps=True)
    host.go_to("close")
    phone.see("main-1")
    status = phone.page.locator(".answer-status")
    expect(status).not_to_have_attribute("data-tone", "recorded")
    assert "Đã ghi" not in phone.page.locator("main").inner_text()
    assert phone.page.locator('button.option[aria-pressed="true"]').count() == 0
    host.until(lambda: host.counts.get("answered") == 0)
    phone.tap(1)
    host.until(lambda: host.counts.get("answered") == 1)
    phone.leave()


def two_rounds() -> Plan:
    """Two rounds of one question each, which have the same number."""
    plan = golden_bell(1)
    rounds = (
        Round(f"Vòng {n}", "points", (question(n),), settings={"seconds": 300}) for n in (1, 2)
    )
    return replace(plan, rounds=tuple(rounds))


class Line:
    """A phone's way to the server, which may be cut."""

    def __init__(self, phone: Phone) -> None:
        self.is_cut = False
        self._open: list[WebSocketRoute] = []
        phone.page.route_web_socket("**/socket.io/**", self._come)

    def _come(self, route: WebSocketRoute) -> None:
        if self.is_cut:
            route.close()
            return
        route.connect_to_server()
        self._open.append(route)

    def cut(self) -> None:
        self.is_cut = True
        for route in self._open:
            route.close()


def test_phone_that_was_away_between_two_first_questions_shows_the_second(
    serve: Serve, browser: Browser
) -> None:
    hall = serve(two_rounds())
    host = hall.host()
    phone = Phone(browser, hall.server.url, hall.staged.pin, "An", TEAMS[0])
    line = Line(phone)
    phone.page.reload()
    host.go_to("close")
    phone.see("main-1")
    text = phone.page.locator(".question-text")
    expect(text).to_have_text(question(1).text)
    phone.tap(0)
    line.cut()
    phone.see_connection("lost")
    host.act("advance")
    host.go_to("close")
    line.is_cut = False
    expect(text).to_have_text(question(2).text, timeout=PATIENCE_MS)
    assert phone.page.locator('button.option[aria-pressed="true"]').count() == 0
    phone.tap(1)
    phone.leave()
