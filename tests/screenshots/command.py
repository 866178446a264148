"""`run.py screenshots DIR`: every page in every state, off a real server.

Two servers in turn, a browser, and the scenes in the order of an evening.
"""

import argparse
import asyncio
import os
import shutil
import sys
import tempfile
from pathlib import Path

from quiz.cli.demo import NotServed, serving
from quiz.cli.demo_contest import Staged, stage
from quiz.cli.serving import problems
from quiz.core.nouns.model import Plan
from tests.screenshots import (
    afterwards,
    contests,
    door,
    four_screens,
    front_desk,
    long_words,
    seats,
    troubles,
)
from tests.screenshots.album import EVERY_SIZE, Album
from tests.screenshots.contests import LONG_NAMES
from tests.screenshots.formats import buzzer, golden_bell, points
from tests.screenshots.hall import Evening, open_hall
from tests.screenshots.host import signed_in
from tests.screenshots.phone import switch_to_english
from tests.screenshots.studio import CONSOLE, HALL, Studio, opened

ROOT = Path(__file__).resolve().parents[2]
README_PICTURE = ROOT / "docs" / "pictures" / "four-screens.png"
ADDRESS = "http://192.168.1.20:5000"
"""What the pictures show as the address for phones; nothing is fetched from it."""
LOCAL = argparse.Namespace(host="127.0.0.1", port="0", driver="")
ENGLISH = {
    "banks": "banks/",
    "questions": "banks/charter-xii-2020",
    "question": "banks/charter-xii-2020/questions/dl12-001",
    "import": "banks/import",
    "duplicates": "banks/duplicates",
}
"""Pictures of the library in English, and their paths below the host's."""
ROBOTS, FEW_ROBOTS = 64, 12


def parse(arguments: list[str]) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        prog="run.py screenshots", description="Chụp mọi trang · Take a picture of every page"
    )
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument(
        "--every-size", action="store_true", help="thêm các cỡ màn hình khác · other sizes too"
    )
    parser.add_argument(
        "--readme", action="store_true", help="thay cả ảnh trong README · renew the README's too"
    )
    return parser.parse_args(arguments)


async def first_day(album: Album, studio: Studio, folder: Path) -> None:
    """A machine on which nothing has happened yet."""
    with serving(LOCAL, folder) as server:
        await front_desk.picture(album, studio, server)


async def whole_evening(show: Evening, staged: Staged, plan: Plan) -> None:
    """The contest with everything in it."""
    async with open_hall(show, staged, plan, ROBOTS) as hall:
        await door.picture(hall)
        english = await door.english_phone(hall)
        await golden_bell.picture(hall, english)
        await golden_bell.picture_bell(hall, english)
        await afterwards.picture(hall)


async def in_english(show: Evening, staged: Staged, token: str) -> None:
    """The host's pages and the hall in English, on a device of their own."""
    url, device = show.server.url, await show.studio.device()
    page = await show.studio.screen(CONSOLE, f"{url}/host/enter/{token}", device)
    await switch_to_english(page, f"{url}/host/")
    await show.album.take(page, "english", "list")
    for name, path in {"new-contest": "contests/new", **ENGLISH}.items():
        await page.goto(f"{url}/host/{path}")
        await show.album.take(page, "english", name)
    await front_desk.steps_in_english(show.album, page, f"{url}/host/contests/new")
    contest = f"{url}/host/contests/{staged.contest}"
    await page.goto(contest)
    await show.album.take(page, "english", "console")
    await afterwards.pages_of(show.album, page, "english", contest)
    hall = await show.studio.screen(HALL, f"{url}/projector/{staged.contest}", device)
    await show.album.take(hall, "english", "projector")
    await device.close()


async def all_contests(album: Album, studio: Studio, folder: Path) -> None:
    """The contests of the evening, one after the other on one server."""
    plans = (
        contests.evening(),
        contests.silent(),
        contests.points(),
        contests.buzzers(),
        contests.long(),
        contests.points(),
    )
    bell, silent, scored, buzzers, long, crowded = (stage(folder, plan) for plan in plans)
    with serving(LOCAL, folder) as server:
        device = await studio.device()
        await studio.screen(CONSOLE, server.link, device)
        async with signed_in(server, bell.token) as visitor:
            show = Evening(album, studio, server, device, visitor)
            await whole_evening(show, bell, plans[0])
            await in_english(show, bell, silent.token)
            async with open_hall(show, silent, plans[1], FEW_ROBOTS) as hall:
                await golden_bell.picture_silent_bell(hall)
            async with open_hall(show, scored, plans[2], FEW_ROBOTS) as hall:
                await points.picture(hall)
            async with open_hall(show, buzzers, plans[3], FEW_ROBOTS) as hall:
                await buzzer.picture(hall)
            async with open_hall(show, long, plans[4], FEW_ROBOTS, LONG_NAMES) as hall:
                await long_words.picture(hall)
            async with open_hall(show, crowded, plans[5], FEW_ROBOTS) as hall:
                await troubles.picture_flood(hall)
                await seats.picture(hall)
                await troubles.picture_lost_time(hall)


async def shoot(album: Album, data: Path) -> None:
    """Take all pictures, with servers on `data`.

    Raises:
        CannotStart: there is no browser.
        NotServed: a server did not start; it has said why.
    """
    async with opened() as studio:
        await first_day(album, studio, data / "first-day")
        await all_contests(album, studio, data / "evening")
        await four_screens.picture(studio, album)


def main(arguments: list[str]) -> int:
    """Take the pictures; 2 when there is no browser or no server."""
    options = parse(arguments)
    os.environ["QUIZ_PUBLIC_URL"] = ADDRESS
    options.folder.mkdir(parents=True, exist_ok=True)
    album = Album(options.folder, EVERY_SIZE if options.every_size else None)
    with tempfile.TemporaryDirectory(prefix="rung-chuong-vang-pictures-") as data:
        try:
            asyncio.run(shoot(album, Path(data)))
        except problems.CannotStart as problem:
            print(problem, file=sys.stderr)
            return 2
        except NotServed:
            return 2
    if options.readme:
        README_PICTURE.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(album.pictures["four-screens"], README_PICTURE)
    print(f"{len(album.pictures)} ảnh · pictures: {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
