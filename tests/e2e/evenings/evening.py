"""An evening as it is played: the host's console, the wall, the phones of the people."""

from collections.abc import Iterable
from typing import Any

from playwright.sync_api import Browser, expect

from tests.e2e import reference
from tests.e2e.conftest import Hall
from tests.e2e.pages import PATIENCE_MS, PRESS_AGAIN_S, Console, Phone, Watched

ON_FLOOR = ("in", "returned")


class Evening:
    """Everybody who takes part. What is done is pressed on a page; `host` only looks on."""

    def __init__(self, hall: Hall, browser: Browser, console: Console) -> None:
        self.hall = hall
        self.console = console
        self.host = hall.host()
        self.phones: dict[str, Phone] = {}
        self.others: list[Watched] = []
        self.told: dict[tuple[str, str], str] = {}
        """What a phone said when its answer was recorded, by its name and the question."""
        self._browser = browser

    def join(self, name: str, team: str, *, another: bool = False) -> Phone:
        """Somebody comes in by the page that the code on the wall opens."""
        url, pin = self.hall.server.url, self.hall.staged.pin
        phone = Phone(self._browser, url, pin, name, team, another=another)
        self.hall.closing.callback(phone.context.close)
        self.phones[name] = phone
        return phone

    def press(self, *keys: str) -> None:
        """Press on the console until the contest moves."""
        self.console.press(self.host, *keys)

    def press_back(self) -> None:
        """Press the clicker's way back until an act is undone: it asks for a second press."""
        acted = self.host.view["acted"]
        for _ in range(30):
            self.console.page.keyboard.press("PageUp")
            if self.host.moves_from(acted, PRESS_AGAIN_S):
                return
        raise AssertionError(f"nothing was undone; {self.host.state()}")

    def go_to(self, *steps: str, keys: Iterable[str] = ()) -> None:
        """Press until the primary button does one of these next."""
        while self.host.step not in steps:
            self.press(*keys)

    def click(self, words: str) -> None:
        """Press a button of the console, and wait until the server has done it."""
        self.console.click(self.host, words)

    def question(self, *wrong: str, keys: Iterable[str] = ()) -> str:
        """A question from its preparing to its key; who is named answers wrongly. Which it was."""
        self.go_to("close", keys=keys)
        asked = self.host.asked
        self.answer(*self.playing(), wrong=wrong)
        self.host.until(lambda: 0 < self.host.counts["eligible"] == self.host.counts["answered"])
        self.go_to("settle", keys=keys)
        return asked

    def answer(self, *names: str, wrong: Iterable[str] = ()) -> None:
        """These answer the question in hand, and see that it is recorded."""
        right = [int(position) for position in self.host.key]
        count = len(self.host.view["draft"]["options"])
        for name in names:
            phone = self.phones[name]
            phone.see(self.host.asked)
            said = phone.choose([(right[0] + 1) % count] if name in wrong else right)
            self.told[name, self.host.asked] = said

    def playing(self) -> list[str]:
        """Who may answer now: in a round where nobody leaves, everybody."""
        hall = self.host.view["hall"]
        if not hall["round"]["eliminates"]:
            return list(self.phones)
        states = {square["name"]: square["state"] for square in hall["squares"]}
        return [name for name in self.phones if states.get(name) in ON_FLOOR]

    def tick(self, name: str) -> None:
        """Tick somebody on the list of a rescue, or take the tick away, and wait until it is so."""
        v = self.host.view["v"]
        self.console.page.locator(".rescue-list label", has_text=name).click()
        self.host.until(lambda: bool(self.host.view["v"] > v))

    def see_verdicts(self, **verdicts: Iterable[str]) -> None:
        """Wait until phones tell these verdicts: `right=("Lê An",)`."""
        for verdict, names in verdicts.items():
            for name in names:
                banner = self.phones[name].page.locator(f'.verdict[data-verdict="{verdict}"]')
                expect(banner).to_be_visible(timeout=PATIENCE_MS)

    def standings(self) -> list[dict[str, Any]]:
        """The standings as the server tells the console."""
        return list(self.host.view["standings"])

    def journal(self) -> list[tuple[str, dict[str, Any]]]:
        """Kind and data of all that happened, what was undone included."""
        return reference.rows(self.hall.server.data, self.hall.staged.contest)

    def no_errors(self) -> None:
        """No script failed on any page."""
        pages = [self.console.watched, *self.others, *(p.watched for p in self.phones.values())]
        assert [watched.errors for watched in pages] == [[]] * len(pages)
