"""A phone that broke: its owner at the door again, the code at the console, the seat elsewhere."""

from playwright.async_api import Locator

from tests.screenshots.hall import PEOPLE, ContestScreens
from tests.screenshots.phone import PhonePage, new_phone


async def picture(hall: ContestScreens) -> None:
    """From the question whether they are the same person to the seat on the new phone."""
    await hall.champion.line.cut()
    await away(hall)
    new = await new_phone(hall.studio)
    await at_the_door(hall, new)
    dialog = await code(hall)
    await new.page.fill("#pin", await dialog.locator(".big-pin").inner_text())
    await hall.album.take(new.page, "phone", "seat-digits")
    await new.page.locator("form button.primary").click()
    take = new.page.get_by_role("button", name="Mở trên máy này")
    await take.wait_for()
    await hall.album.take(new.page, "phone", "seat")
    await take.click()
    await new.see('[data-screen="lobby"]')
    await dialog.locator(".note.right").wait_for()
    await hall.album.take(hall.console, "console", "seat-opened")
    await hall.console.keyboard.press("Escape")
    hall.champion.line.mend()
    await hall.champion.page.reload()
    await hall.album.take(hall.champion.page, "phone", "seat-moved")
    await new.page.context.close()


async def away(hall: ContestScreens) -> None:
    """Who lost the line, at the console."""
    lost = hall.console.get_by_role("button", name="Mất kết nối").first
    await lost.click()
    await hall.console.locator("#people .marks").first.wait_for()
    await hall.album.take(hall.console, "console", "away")
    await lost.click()


async def at_the_door(hall: ContestScreens, new: PhonePage) -> None:
    """The name that is in already."""
    await new.page.goto(hall.door)
    await new.page.fill("#name", PEOPLE[0])
    await new.page.get_by_text(hall.plan.teams[0].name, exact=True).click()
    await new.page.locator("form button.primary").click()
    await new.see('[data-code="namesake"]')
    await hall.album.take(new.page, "phone", "namesake")
    await new.page.get_by_role("button", name="Đó là tôi, máy cũ của tôi hỏng").click()
    await new.see(".seat-number")
    await hall.album.take(new.page, "phone", "seat-ask-host")


async def code(hall: ContestScreens) -> Locator:
    """The dialog with the code."""
    await hall.console.locator("#people button.person").first.click()
    dialog = hall.console.locator("dialog[open]")
    await dialog.get_by_role("button", name="Mở lại bằng máy khác").click()
    await dialog.locator("img.qr").wait_for()
    await hall.album.take(hall.console, "console", "seat-code")
    return dialog
