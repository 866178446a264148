"""The folder of pictures: each numbered in the order in which it was taken."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Page

STILL_MS = 700
"""How long a page is left alone first, so that nothing is caught half-way in (ms)."""


@dataclass(frozen=True)
class Look:
    """Another way to see a page: its size (CSS px), and how large its text is (%)."""

    name: str
    size: tuple[int, int]
    text: int = 100


NARROW, LARGE_TEXT = Look("narrow", (320, 568)), Look("large-text", (390, 844), 200)
EVERY_SIZE: Mapping[str, Sequence[Look]] = {
    "phone": (NARROW, LARGE_TEXT),
    "english-phone": (NARROW, LARGE_TEXT),
    "projector": (Look("small", (1280, 720)),),
}
"""What a page is pictured at besides its own size."""
FITTING_MS = 150
"""How long a page takes to fit its texts to a new size (ms)."""
SET_TEXT = "(percent) => { document.documentElement.style.fontSize = percent; }"


class Album:
    """Names files `phone-007-clock.png`: the page, its how-manieth picture, the state."""

    def __init__(self, folder: Path, looks: Mapping[str, Sequence[Look]] | None = None) -> None:
        self.folder = folder
        self.looks = looks or {}
        self.pictures: dict[str, Path] = {}
        self._taken: Counter[str] = Counter()

    def place(self, page_name: str, state: str) -> Path:
        """The next file for this page; remembered under `<page>-<state>`."""
        self._taken[page_name] += 1
        path = self.folder / f"{page_name}-{self._taken[page_name]:03d}-{state}.png"
        self.pictures[f"{page_name}-{state}"] = path
        return path

    async def take(self, page: Page, page_name: str, state: str, *, whole: bool = False) -> None:
        """Picture a page as it is now; `whole` is as long as the page, not as the screen."""
        path = self.place(page_name, state)
        await page.wait_for_timeout(STILL_MS)
        if whole:
            await self._take_whole(page, path)
            return
        await page.screenshot(path=path, animations="disabled")
        for look in self.looks.get(page_name, ()):
            await self._take_so(page, path.with_stem(f"{path.stem}-{look.name}"), look)

    async def _take_whole(self, page: Page, path: Path) -> None:
        """On a screen as long as the page: what keeps to the screen's foot is at the page's."""
        own = page.viewport_size
        assert own is not None
        height = await page.evaluate("document.documentElement.scrollHeight")
        await page.set_viewport_size({"width": own["width"], "height": max(height, own["height"])})
        await page.wait_for_timeout(FITTING_MS)
        await page.screenshot(path=path, animations="disabled")
        await page.set_viewport_size(own)

    async def _take_so(self, page: Page, path: Path, look: Look) -> None:
        """Picture it at another size, and put it back."""
        own = page.viewport_size
        assert own is not None
        await page.set_viewport_size({"width": look.size[0], "height": look.size[1]})
        await page.evaluate(SET_TEXT, f"{look.text}%")
        await page.wait_for_timeout(FITTING_MS)
        await page.screenshot(path=path, animations="disabled")
        self.pictures[path.stem] = path
        await page.evaluate(SET_TEXT, "")
        await page.set_viewport_size(own)

    async def take_all(self, state: str, **pages: Page) -> None:
        """Picture several pages in the same state, at the same time."""
        await asyncio.gather(
            *(self.take(page, name.replace("_", "-"), state) for name, page in pages.items())
        )
