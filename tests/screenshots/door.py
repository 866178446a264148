"""Coming in: PIN, name, team, what can go wrong at the door, the lobby."""

from quiz.cli.demo_contest import TEAMS
from tests.screenshots.hall import ContestScreens
from tests.screenshots.phone import PhonePage, new_phone, switch_to_english
from tests.screenshots.studio import PHONE


async def picture(hall: ContestScreens) -> None:
    """The door, then the lobby on every screen."""
    await pin(hall)
    await form(hall)
    await locked(hall)
    await hall.champion.see('[data-screen="lobby"]')
    await hall.album.take(hall.champion.page, "phone", "lobby")
    await hall.everywhere("lobby")
    await taken_over(hall)


async def pin(hall: ContestScreens) -> None:
    """The first page, and a PIN that nobody knows."""
    page = await hall.studio.screen(PHONE, f"{hall.server.url}/")
    await hall.album.take(page, "phone", "pin")
    await page.fill("#pin", "000111")
    await page.locator("form button.primary").click()
    await hall.album.take(page, "phone", "pin-unknown")
    await page.close()


async def form(hall: ContestScreens) -> None:
    """Name and team: empty, then refused for want of a name and of a team."""
    page = await hall.studio.screen(PHONE, hall.door)
    await hall.album.take(page, "phone", "join")
    await page.locator("form button.primary").click()
    await hall.album.take(page, "phone", "join-name-missing")
    await page.fill("#name", "Nguyễn Thị Phương Thảo")
    await page.locator("form button.primary").click()
    await hall.album.take(page, "phone", "join-team-missing")
    await page.close()


async def locked(hall: ContestScreens) -> None:
    """The room is closed to newcomers."""
    await hall.host.act("lock_room", locked=True)
    page = await hall.studio.screen(PHONE, hall.door)
    await hall.album.take(page, "phone", "room-locked")
    await hall.album.take(hall.console, "console", "lobby-locked")
    await hall.host.act("lock_room", locked=False)
    await page.close()


async def taken_over(hall: ContestScreens) -> None:
    """The same seat on a second page, which the first one says; then the seat is taken away."""
    first = await new_phone(hall.studio)
    await first.come_in(hall.door, "Vi Thị Mai", TEAMS[2])
    second = await new_phone(hall.studio, first.page.context)
    await second.page.goto(first.page.url)
    await first.see('[data-screen="taken"]')
    await hall.album.take(first.page, "phone", "taken-over")
    number = int(await second.page.locator(".head-number").inner_text())
    await hall.host.act("remove_contestant", number=number)
    await second.line.cut()
    second.line.mend()
    await second.see('[data-screen="removed"]')
    await hall.album.take(second.page, "phone", "removed")
    await first.page.context.close()


async def english_phone(hall: ContestScreens) -> PhonePage:
    """A contestant who reads English, pictured on the way in."""
    phone = await new_phone(hall.studio)
    await switch_to_english(phone.page, hall.door)
    await hall.album.take(phone.page, "english-phone", "join")
    await phone.come_in(hall.door, "Anna Lý", TEAMS[3])
    await hall.album.take(phone.page, "english-phone", "lobby")
    return phone
