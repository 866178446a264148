"""A role handed out, taken up on a phone, seen at the host's, and taken back."""

import re

from playwright.sync_api import Browser, expect

from tests.e2e.conftest import Serve
from tests.e2e.contest import golden_bell
from tests.e2e.pages import CONSOLE, PATIENCE_MS, PHONE, Watched, context_of


def test_role_is_taken_up_seen_and_taken_back(serve: Serve, browser: Browser) -> None:
    hall = serve(golden_bell(2))
    url, contest = hall.server.url, hall.staged.contest
    desk = context_of(browser, CONSOLE)
    for cookie in hall.cookie.split("; "):
        name, value = cookie.split("=", 1)
        desk.add_cookies([{"name": name, "value": value, "url": url}])
    host = Watched(desk.new_page())
    host.page.goto(f"{url}/host/contests/{contest}/roles")
    host.page.select_option("#role", "prompter")
    host.page.fill("#who", "Cô Hà")
    host.page.click("main form .primary")
    link = re.sub(r"^https?://[^/]+", url, host.page.input_value("#fresh-link"))

    mc = Watched(context_of(browser, PHONE).new_page())
    mc.page.goto(link)
    mc.page.click("main form .primary")
    mc.page.wait_for_url("**/prompter")
    expect(mc.page.locator("#connection")).to_have_attribute(
        "data-status", "online", timeout=PATIENCE_MS
    )
    expect(host.page.locator(".badge.connected")).to_be_visible(timeout=PATIENCE_MS)
    expect(host.page.locator("#fresh-link")).to_have_count(0)

    host.page.click("#holders .danger")
    expect(host.page.locator("tr.revoked")).to_be_visible(timeout=PATIENCE_MS)
    expect(mc.page.locator("h1")).to_have_text("Vai đã kết thúc", timeout=PATIENCE_MS)
    assert (host.errors, mc.errors) == ([], [])
    for context in (desk, mc.page.context):
        context.close()


def test_console_gives_the_mc_a_code_by_one_press(serve: Serve, browser: Browser) -> None:
    hall = serve(golden_bell(2))
    url, contest = hall.server.url, hall.staged.contest
    desk = context_of(browser, CONSOLE)
    for cookie in hall.cookie.split("; "):
        name, value = cookie.split("=", 1)
        desk.add_cookies([{"name": name, "value": value, "url": url}])
    console = desk.new_page()
    console.goto(f"{url}/host/contests/{contest}")
    with console.expect_popup() as popup:
        console.get_by_role("button", name="QR cho MC").click()
    roles = popup.value
    expect(roles.locator(".fresh-qr")).to_be_visible(timeout=PATIENCE_MS)
    link = re.sub(r"^https?://[^/]+", url, roles.input_value("#fresh-link"))

    mc = Watched(context_of(browser, PHONE).new_page())
    mc.page.goto(link)
    mc.page.click("main form .primary")
    expect(mc.page.locator(".say").first).to_contain_text("Kính chào", timeout=PATIENCE_MS)
    for context in (desk, mc.page.context):
        context.close()
