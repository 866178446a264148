"""Console, projector and phones of one contest together, as its host sees and uses them."""

from collections.abc import Iterable

from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.conftest import Hall
from tests.e2e.host import Host
from tests.e2e.pages import PATIENCE_MS, Console, Phone, Watched

People = Iterable[tuple[str, str]]
"""Names, each with its team."""


class Screens:
    """Console, projector and phones of one contest, and the host's own line to it."""

    def __init__(self, hall: Hall, browser: Browser, people: People) -> None:
        url, staged = hall.server.url, hall.staged
        self.hall = hall
        self.console = Console.entered(browser, hall.server.link, url, staged.contest)
        hall.closing.callback(self.console.context.close)
        self.projector = self.console.projector()
        self.phones = [self._phone(browser, *who) for who in people]
        self.host: Host = hall.host()

    def _phone(self, browser: Browser, name: str, team: str) -> Phone:
        phone = Phone(browser, self.hall.server.url, self.hall.staged.pin, name, team)
        self.hall.closing.callback(phone.context.close)
        return phone

    @property
    def page(self) -> Page:
        """The console's page."""
        return self.console.page

    @property
    def wall(self) -> Page:
        """The projector's page."""
        return self.projector.page

    def press(self, words: str, within: Locator | None = None) -> None:
        """Press the button with these words, and wait until the server has done it."""
        self.console.click(self.host, words, within)

    def confirm(self, words: str, within: Locator | None = None) -> str:
        """Have the page say what this would change, and do it; returns what it said."""
        (within or self.page).get_by_role("button", name=words).click()
        dialog = self.page.locator("dialog")
        told = dialog.locator("section", has_text="Nếu làm vậy")
        expect(told).to_be_visible(timeout=PATIENCE_MS)
        said = told.inner_text()
        self.press(f"Đồng ý: {words}", dialog)
        return said

    def contestant(self, name: str) -> Locator:
        """The open dialog of a contestant."""
        self.page.locator("#people .person", has_text=name).click()
        return self.page.locator("dialog")

    def answered(self, *wrong: int) -> None:
        """Everybody who may answers the question in hand, the phones named wrongly; locked."""
        self.host.go_to("close")
        key = int(self.host.key[0])
        may = {square["name"] for square in self.host.view["hall"]["squares"] if on_floor(square)}
        for place, phone in enumerate(self.phones):
            if phone.name in may:
                phone.see(self.host.asked)
                phone.tap((key + 1) % 4 if place in wrong else key)
        self.host.act("close_now")

    def see_squares(self, *states: str) -> None:
        """Wait until the floor on the wall looks like this."""
        squares = self.wall.locator(".square")
        for place, state in enumerate(states):
            expect(squares.nth(place)).to_have_attribute("data-state", state, timeout=PATIENCE_MS)

    def see_verdicts(self, *verdicts: str) -> None:
        """Wait until the phones tell these verdicts."""
        for phone, verdict in zip(self.phones, verdicts, strict=True):
            banner = phone.page.locator(f'.verdict[data-verdict="{verdict}"]')
            expect(banner).to_be_visible(timeout=PATIENCE_MS)

    def no_errors(self) -> None:
        """No script failed on any screen."""
        everyone: list[Watched] = [self.console.watched, self.projector]
        everyone += [phone.watched for phone in self.phones]
        assert [watched.errors for watched in everyone] == [[]] * len(everyone)


def on_floor(square: dict[str, str]) -> bool:
    return square["state"] in ("in", "returned")
