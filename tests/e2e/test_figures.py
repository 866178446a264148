"""A complaint settled: from the contestant at the console to the figures on paper."""

from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.e2e.conftest import Serve
from tests.e2e.contest import TEAMS, golden_bell
from tests.e2e.pages import PATIENCE_MS, Console, Phone


def test_figures_of_a_contestant_open_from_the_console_and_print(
    serve: Serve, browser: Browser, tmp_path: Path
) -> None:
    hall = serve(golden_bell(2))
    phone = Phone(browser, hall.server.url, hall.staged.pin, "Lê An", TEAMS[0])
    hall.closing.callback(phone.context.close)
    host = hall.host()
    host.go_to("close")
    phone.see("main-1")
    phone.tap(0)
    phone.tap(1)
    host.go_to("settle")
    console = Console.entered(browser, hall.server.link, hall.server.url, hall.staged.contest)
    hall.closing.callback(console.context.close)
    console.page.locator("button.person").first.click()
    with console.context.expect_page() as opened:
        console.page.locator('a[href$="/figures/1"]').click()
    page = opened.value
    rows = page.locator(".answers tbody tr")
    expect(rows).to_have_count(2, timeout=PATIENCE_MS)
    expect(rows.nth(1)).to_have_class("counted")
    expect(page.locator(".answers")).to_contain_text("Phương án hai của câu 1")
    page.emulate_media(media="print")
    expect(page.locator("#print")).to_be_hidden()
    paper = tmp_path / "figures.pdf"
    page.pdf(path=paper, prefer_css_page_size=True)
    assert paper.read_bytes()[:5] == b"%PDF-"
