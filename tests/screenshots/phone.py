"""A contestant's phone in the browser."""

from playwright.async_api import BrowserContext, Page, expect

from quiz.core.nouns.model import Answer, Kind, Question
from tests.screenshots.line import PageLine
from tests.screenshots.studio import PATIENCE_MS, PHONE, Studio


class PhonePage:
    """One phone: its page, and the line that connects it."""

    def __init__(self, page: Page, line: PageLine) -> None:
        self.page = page
        self.line = line

    async def come_in(self, door: str, name: str, team: str) -> None:
        """Join by the QR code's address."""
        await self.page.goto(door)
        await self.page.fill("#name", name)
        await self.page.get_by_text(team, exact=True).click()
        await self.page.locator("form button.primary").click()
        await self.see('[data-screen="lobby"], [data-screen="floor"]')

    async def see(self, what: str) -> None:
        """Wait until something (CSS) is on the screen."""
        await expect(self.page.locator(what).first).to_be_visible(timeout=PATIENCE_MS)

    async def see_question(self, phase: str) -> None:
        """Wait until the question is in this phase."""
        await self.see(f'.question[data-phase="{phase}"]')

    async def give(self, question: Question, answer: Answer, *, send: bool = True) -> None:
        """Answer as a thumb does; `send` only matters where there is a button to send."""
        await self.see_question("open")
        if isinstance(answer, str):
            await self.page.fill("#typed", answer)
        else:
            for option in answer:
                await self.page.locator(f'.option[data-option="{option}"]').click()
        if send and question.kind in (Kind.TEXT, Kind.NUMBER):
            await self.page.locator(".send button.primary").click()
        if send:
            await self.see('.answer-status[data-tone="recorded"]')


async def new_phone(studio: Studio, device: BrowserContext | None = None) -> PhonePage:
    """A phone that has not joined yet, or a second page of a device that has."""
    page, line = await studio.screen(PHONE, device=device), PageLine()
    await line.attach(page)
    return PhonePage(page, line)


async def switch_to_english(page: Page, address: str) -> None:
    """Open a page and switch its device to English."""
    await page.goto(address)
    await page.locator('.language button[value="en"]').first.click()
    await page.wait_for_load_state()
