"""The library: banks, their questions, the editor with its preview, history, duplicates, export."""

from playwright.async_api import Page

from quiz.cli.demo import DemoServer
from tests.screenshots.album import Album
from tests.screenshots.studio import CONSOLE, PHONE

NUMBER = {
    "#number": "38",
    "#explanation": "Điều lệ có 38 điều.",
    "#citation": "Điều lệ Công đoàn Việt Nam",
    "#topic": "Đề của đơn vị",
}
"""A question of one's own, with another answer than the bundled bank gives."""


async def picture(album: Album, page: Page, server: DemoServer) -> None:
    """The pages as a host goes through them, then on a phone."""
    await sized(page, CONSOLE)
    await page.goto(f"{server.url}/host/banks/")
    await album.take(page, "console", "banks")
    await page.locator(".bank-name h2 a").first.click()
    await page.locator(".bank-row summary").first.click()
    bank = page.url
    await album.take(page, "console", "bank-questions")
    await edited(album, page)
    for name in ("history", "export"):
        await page.goto(f"{bank}/{name}")
        await album.take(page, "console", f"bank-{name}")
    await page.goto(f"{bank}?kind=number")
    text = await page.locator(".bank-row-text").first.inner_text()
    await duplicated(album, page, server, text.partition(". ")[2])
    await sized(page, PHONE)
    await page.goto(f"{bank}?q=cong+doan")
    await album.take(page, "console", "bank-questions-phone")


async def sized(page: Page, size: tuple[int, int]) -> None:
    """The same page on a screen of this size."""
    await page.set_viewport_size({"width": size[0], "height": size[1]})


async def edited(album: Album, page: Page) -> None:
    """The editor before and after a change, and at the reveal."""
    await page.locator(".bank-row-acts a").first.click()
    hall = page.frame_locator(".preview-hall")
    await hall.locator(".option, .pad").first.wait_for()
    await album.take(page, "console", "question")
    await page.locator("#explanation").fill("Giải thích được viết lại cho gọn.")
    await page.locator('[data-when="reveal"]').click()
    await hall.locator(".because").wait_for()
    await album.take(page, "console", "question-reveal")
    await page.locator("#question button.primary").click()
    await page.locator(".revision ins").first.wait_for()
    await album.take(page, "console", "question-history", whole=True)


async def duplicated(album: Album, page: Page, server: DemoServer, text: str) -> None:
    """A bank of one's own that asks what another one asks; merging the two."""
    await page.goto(f"{server.url}/host/banks/new")
    await page.fill("#title", "Đề của đơn vị")
    await page.fill("#as_of", "2026")
    await album.take(page, "console", "bank-new")
    await page.locator("form.stack button.primary").click()
    await page.locator(".empty a.primary").click()
    await page.select_option("#kind", "number")
    for field, value in {"#text": text, **NUMBER}.items():
        await page.fill(field, value)
    await page.locator("#question button.primary").click()
    await page.frame_locator(".preview-hall").locator(".pad").wait_for()
    await album.take(page, "console", "question-like-another")
    await page.goto(f"{server.url}/host/banks/duplicates")
    await album.take(page, "console", "duplicates")
    await page.goto(f"{server.url}/host/banks/merge?from=de-cua-don-vi")
    await page.select_option("#into", index=1)
    await page.locator("main form button").first.click()
    await page.locator("#merge-outcome").wait_for()
    await album.take(page, "console", "merge", whole=True)
