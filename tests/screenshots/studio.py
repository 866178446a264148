"""The browser of the photographer, and the screens it can be."""

import shutil
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Page, async_playwright

from quiz.cli.serving.problems import CannotStart

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
USUAL = (
    Path("/usr/bin/chromium"),
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("C:/Program Files/Google/Chrome/Application/chrome.exe"),
)
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
PATIENCE_MS = 15_000

PHONE = (390, 844)
CONSOLE = (1366, 768)
HALL = (1920, 1080)
HALL_4X3 = (1024, 768)


def find_chromium(on_path: Iterable[str | None], usual: Iterable[Path]) -> str:
    """The first browser that is there.

    Raises:
        CannotStart: there is none.
    """
    for found in (*on_path, *(str(path) for path in usual if path.exists())):
        if found:
            return found
    raise CannotStart(
        "Không tìm thấy Chromium hay Chrome trên máy này. Hãy cài một trong hai rồi chạy lại.",
        "There is no Chromium or Chrome on this machine. Install one of them and run this again.",
    )


class Studio:
    """Opens pages; each context is a device of its own, with its own cookies."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser

    async def device(self) -> BrowserContext:
        """A device that nobody has used yet."""
        context = await self._browser.new_context(locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
        context.set_default_timeout(PATIENCE_MS)
        return context

    async def screen(
        self, size: tuple[int, int], address: str = "", device: BrowserContext | None = None
    ) -> Page:
        """A page of this size (CSS px), on a new device unless one is given."""
        page = await (device or await self.device()).new_page()
        await page.set_viewport_size({"width": size[0], "height": size[1]})
        if address:
            await page.goto(address)
        return page


@asynccontextmanager
async def opened() -> AsyncIterator[Studio]:
    """A studio, closed again with the block.

    Raises:
        CannotStart: there is no browser.
    """
    chromium = find_chromium(map(shutil.which, NAMES), USUAL)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=OPTIONS)
        try:
            yield Studio(browser)
        finally:
            await browser.close()
