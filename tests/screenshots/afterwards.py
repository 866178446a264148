"""After the evening: statistics, figures for a complaint, personal data."""

from playwright.async_api import Page

from tests.screenshots.album import Album
from tests.screenshots.hall import ContestScreens

PAGES = {
    "statistics": "statistics",
    "seal": "seal-after",
    "figures": "figures",
    "figures/1": "figures-of-one",
    "data": "personal-data",
}
"""Path below the contest's, and the picture's name."""


async def picture(hall: ContestScreens) -> None:
    """The pages of the contest that has just ended, on the console's screen."""
    page, contest = hall.console, f"{hall.server.url}/host/contests/{hall.staged.contest}"
    await pages_of(hall.album, page, "console", contest)
    await page.goto(contest)


async def pages_of(album: Album, page: Page, group: str, contest: str) -> None:
    """A picture of each."""
    for path, name in PAGES.items():
        await page.goto(f"{contest}/{path}")
        await album.take(page, group, name, whole=True)
