"""The console's dialogs."""

from tests.screenshots.hall import ContestScreens


async def picture_dialogs(hall: ContestScreens) -> None:
    """Help, a past question, a contestant, and the lists on the right."""
    for state, opener in (
        ("help", "#help"),
        ("past-question", ".run-button >> nth=-1"),
        ("contestant", "#people button.person >> nth=0"),
    ):
        await hall.console.locator(opener).click()
        await hall.console.locator("dialog[open]").wait_for()
        await hall.album.take(hall.console, "console", f"dialog-{state}")
        await hall.console.keyboard.press("Escape")
    for place, tab in enumerate(("floor", "standings", "teams")):
        await hall.console.get_by_role("tab").nth(place).click()
        if place:
            await hall.album.take(hall.console, "console", f"tab-{tab}")
    await hall.console.get_by_role("tab").first.click()
    await hall.console.fill('#people input[type="search"]', "nong lan")
    await hall.album.take(hall.console, "console", "search")
    await hall.console.fill('#people input[type="search"]', "")
