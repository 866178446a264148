"""The host's pages besides the console, in a real browser."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Hall
from tests.e2e.pages import Watched, context_of

BANK = "charter-xii-2020"
TOPIC = "Văn bản và huy hiệu"


class Desk:
    """The host's pages in a browser, signed in."""

    def __init__(self, hall: Hall, browser: Browser, viewport: dict[str, int]) -> None:
        self.url = hall.server.url
        context = context_of(browser, viewport)
        hall.closing.callback(context.close)
        self.watched = Watched(context.new_page())
        self.page.goto(hall.server.link)

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.watched.page

    def cookie(self) -> str:
        """What this browser is known by, for a line of one's own to the server."""
        kept = self.page.context.cookies()
        return "; ".join(f"{each['name']}={each['value']}" for each in kept)

    def open(self, path: str) -> None:
        """Open a page of the host's."""
        self.page.goto(f"{self.url}{path}")

    def begin(self, preset: str = "Rung chuông vàng 20 câu", step: str = "questions/0") -> str:
        """Begin a draft by a preset and open a step; the draft's address."""
        self.open("/host/contests/new")
        self.page.locator(".preset", has_text=preset).click()
        self.page.wait_for_url("**/host/drafts/*/contest")
        draft = self.page.url.rpartition("/")[0]
        self.page.goto(f"{draft}/{step}")
        return draft

    def keep(self) -> None:
        """Wait until what was typed is kept."""
        expect(self.page.locator("#saved")).to_contain_text("Đã lưu lúc")

    def quota(self, level: int, count: str, pool: str = "main", topic: str = TOPIC) -> None:
        """Fill in a cell of the table."""
        self.page.fill(f'[name="quota:{pool}:{BANK}:{level}:{topic}"]', count)

    def save(self, words: str) -> bytes:
        """Press what downloads a file; the file."""
        with self.page.expect_download() as download:
            self.page.get_by_role("link", name=words).click()
        return Path(download.value.path()).read_bytes()
