"""Everything that takes part in the evening, and how its moments are pictured."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from playwright.async_api import BrowserContext, Page

from quiz.bots.visitor import HttpVisitor
from quiz.cli.demo import DemoServer
from quiz.cli.demo_contest import Staged
from quiz.core.nouns.model import Plan, Question
from tests.screenshots.album import Album
from tests.screenshots.crowd import Orders, filled
from tests.screenshots.host import Host, hosting
from tests.screenshots.line import PageLine
from tests.screenshots.phone import PhonePage, new_phone
from tests.screenshots.studio import CONSOLE, HALL, HALL_4X3, Studio

PEOPLE = "Nông Thị Lan", "Hoàng Văn Bình"


@dataclass(frozen=True)
class Evening:
    """What all contests of a server share: `device` is the host's, `visitor` the host's session."""

    album: Album
    studio: Studio
    server: DemoServer
    device: BrowserContext
    visitor: HttpVisitor


@dataclass
class ContestScreens:
    """A contest with its screens.

    `console`, `prompter`, `wide` and `square` are pages of one signed-in device; `champion` is
    right, `other` leaves; `orders` steer the robots.
    """

    album: Album
    studio: Studio
    server: DemoServer
    staged: Staged
    plan: Plan
    host: Host
    console: Page
    prompter: Page
    wide: Page
    square: Page
    wide_line: PageLine
    champion: PhonePage
    other: PhonePage
    orders: Orders = field(default_factory=Orders)

    @property
    def door(self) -> str:
        """What the QR code opens."""
        return f"{self.server.url}/j/{self.staged.pin}"

    def question(self, ordinal: int) -> Question:
        """A main question of the first round, counted from 1."""
        return self.plan.rounds[0].questions[ordinal - 1]

    async def scene(self, name: str) -> None:
        """Wait until the projectors show a scene."""
        for page in (self.wide, self.square):
            await page.locator(f'html[data-scene="{name}"]').wait_for()

    async def show(self, state: str, **more: Page) -> None:
        """Picture both projectors, and what else is named."""
        await self.album.take_all(state, projector=self.wide, projector_4x3=self.square, **more)

    async def everywhere(self, state: str, **more: Page) -> None:
        """Picture the projectors, the console and the prompter, and what else is named."""
        await self.show(state, console=self.console, prompter=self.prompter, **more)


async def screens_of(
    evening: Evening, staged: Staged, line: PageLine
) -> tuple[Page, Page, Page, Page]:
    """Console, prompter, and a projector of each shape, on the host's device."""
    studio, device = evening.studio, evening.device
    contest = f"{evening.server.url}/host/contests/{staged.contest}"
    show = f"{evening.server.url}/projector/{staged.contest}"
    console = await studio.screen(CONSOLE, contest, device)
    prompter = await studio.screen(CONSOLE, f"{contest}/prompter", device)
    wide = await studio.screen(HALL, device=device)
    await line.attach(wide)
    await wide.goto(show)
    return console, prompter, wide, await studio.screen(HALL_4X3, show, device)


@asynccontextmanager
async def open_hall(
    evening: Evening, staged: Staged, plan: Plan, robots: int, people: tuple[str, str] = PEOPLE
) -> AsyncIterator[ContestScreens]:
    """A hall with two phones in the browser and so many robots; the first phone comes first."""
    studio, server, line = evening.studio, evening.server, PageLine()
    champion, other = await new_phone(studio), await new_phone(studio)
    pages = await screens_of(evening, staged, line)
    async with hosting(evening.visitor, staged) as host:
        hall = ContestScreens(
            evening.album, studio, server, staged, plan, host, *pages, line, champion, other
        )
        for phone, name, team in zip((champion, other), people, plan.teams, strict=False):
            await phone.come_in(hall.door, name, team.name)
        async with filled(server, staged, plan, robots) as hall.orders:
            await host.online(robots + 2)
            yield hall
    for page in (*pages, champion.page, other.page):
        await page.close()
