"""The picture of the README: projector, console and two phones on one table."""

import base64
from pathlib import Path
from string import Template

from tests.screenshots.album import Album
from tests.screenshots.studio import Studio

LAYOUT = Path(__file__).with_suffix(".html")
SIZE = (1360, 960)
CHOSEN = {
    "projector": "projector-clock",
    "console": "console-clock",
    "phone": "phone-recorded",
    "left": "phone-left",
}


def as_address(picture: Path) -> str:
    """A picture as an address that needs no file beside the page."""
    return f"data:image/png;base64,{base64.b64encode(picture.read_bytes()).decode()}"


async def picture(studio: Studio, album: Album) -> None:
    """Put four pictures of the album together into `four-screens.png`."""
    page = await studio.screen(SIZE)
    chosen = {name: as_address(album.pictures[state]) for name, state in CHOSEN.items()}
    await page.set_content(Template(LAYOUT.read_text(encoding="utf-8")).substitute(chosen))
    path = album.folder / "four-screens.png"
    await page.screenshot(path=path)
    album.pictures["four-screens"] = path
    await page.context.close()
