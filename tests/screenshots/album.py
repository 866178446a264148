"""The folder of pictures: each numbered in the order in which it was taken."""

import asyncio
from collections import Counter
from pathlib import Path

from playwright.async_api import Page

STILL_MS = 400
"""How long a page is left alone first, so that nothing is caught half-way in (ms)."""


class Album:
    """Names files `phone-07-clock.png`: the page, its how-manieth picture, the state."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.pictures: dict[str, Path] = {}
        self._taken: Counter[str] = Counter()

    def place(self, page_name: str, state: str) -> Path:
        """The next file for this page; remembered under `<page>-<state>`."""
        self._taken[page_name] += 1
        path = self.folder / f"{page_name}-{self._taken[page_name]:02d}-{state}.png"
        self.pictures[f"{page_name}-{state}"] = path
        return path

    async def take(self, page: Page, page_name: str, state: str, *, whole: bool = False) -> None:
        """Picture a page as it is now; `whole` is as long as the page, not as the screen."""
        path = self.place(page_name, state)
        await page.wait_for_timeout(STILL_MS)
        await page.screenshot(path=path, animations="disabled", full_page=whole)

    async def take_all(self, state: str, **pages: Page) -> None:
        """Picture several pages in the same state, at the same time."""
        await asyncio.gather(
            *(self.take(page, name.replace("_", "-"), state) for name, page in pages.items())
        )
