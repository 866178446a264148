"""The pages as people use them, in a real browser."""

from playwright.sync_api import Browser, BrowserContext, Locator, Page, WebSocket, expect

from tests.e2e.host import Host

PATIENCE_MS = 20_000
PHONE = {"width": 390, "height": 844}
HALL = {"width": 1920, "height": 1080}
CONSOLE = {"width": 1366, "height": 768}
ARMED = "button => button.classList.contains('armed')"
PRESS_AGAIN_S = 0.6


def context_of(browser: Browser, viewport: dict[str, int]) -> BrowserContext:
    """A browser of its own, with Vietnamese pages and the time of day of Hanoi."""
    context = browser.new_context(
        viewport={"width": viewport["width"], "height": viewport["height"]},
        locale="vi-VN",
        timezone_id="Asia/Ho_Chi_Minh",
    )
    context.set_default_timeout(PATIENCE_MS)
    return context


class Watched:
    """A page whose script errors are kept."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))


class Phone:
    """A contestant's phone; `another`: of somebody whose name is in the team already."""

    def __init__(
        self, browser: Browser, url: str, pin: str, name: str, team: str, *, another: bool = False
    ) -> None:
        self.name = name
        self.context = context_of(browser, PHONE)
        self.frames: list[str] = []
        self.watched = self._open()
        self.page.goto(f"{url}/j/{pin}")
        self.page.fill("#name", name)
        self.page.get_by_text(team, exact=True).click()
        self.page.locator("form button.primary").click()
        if another:
            self.page.get_by_role("button", name="Tôi là người khác").click()
        self.page.wait_for_url("**/play/**")
        self.address = self.page.url
        expect(self.page.locator('[data-screen="lobby"]')).to_be_visible(timeout=PATIENCE_MS)

    def replaced(self, browser: Browser, url: str, digits: str) -> None:
        """Its owner goes on with another phone, by the nine digits that the host reads out."""
        self.context = context_of(browser, PHONE)
        self.watched = self._open()
        self.page.goto(url)
        self.page.fill("#pin", digits)
        self.page.locator("form button.primary").click()
        self.page.get_by_role("button", name="Mở trên máy này").click()
        self.page.wait_for_url("**/play/**")

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.watched.page

    def _open(self) -> Watched:
        watched = Watched(self.context.new_page())
        watched.page.on("websocket", self._listen)
        return watched

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self.frames.append(str(frame)))

    def leave(self) -> None:
        """Close the page; the cookies stay."""
        assert self.watched.errors == []
        self.page.close()

    def come_back(self) -> None:
        """Open the page again."""
        self.watched = self._open()
        self.page.goto(self.address)

    def see(self, asked: str) -> None:
        """Wait until this question is on the screen and may be answered."""
        question = f'.question[data-asked$="{asked}"][data-phase="open"]'
        expect(self.page.locator(question)).to_be_visible(timeout=PATIENCE_MS)

    def tap(self, option: int) -> None:
        """Tap an option, and wait until the phone says that it is recorded."""
        self.page.locator(f'button.option[data-option="{option}"]').click()
        self.see_recorded(option)

    def choose(self, options: list[int]) -> str:
        """Tap these options, press the button that sends them if any; what the phone says then."""
        for option in options:
            self.page.locator(f'button.option[data-option="{option}"]').click()
        send = self.page.locator(".send button.primary")
        if send.is_visible():
            send.click()
        return [self.see_recorded(option) for option in options][-1]

    def see_recorded(self, option: int) -> str:
        """Wait until this answer stands as recorded; returns the words that say so."""
        chosen = self.page.locator(f'button.option[data-option="{option}"]')
        expect(chosen).to_have_attribute("aria-pressed", "true", timeout=PATIENCE_MS)
        status = self.page.locator('.answer-status[data-tone="recorded"]')
        expect(status).to_be_visible(timeout=PATIENCE_MS)
        return status.inner_text()

    def seconds(self) -> int:
        """The seconds on the countdown."""
        return int(self.page.locator(".ring-seconds").inner_text())

    def see_connection(self, status: str) -> None:
        """Wait until the banner is in this state: `online`, `lost`."""
        banner = self.page.locator("#connection")
        expect(banner).to_have_attribute("data-status", status, timeout=PATIENCE_MS)

    def see_screen(self, name: str) -> None:
        """Wait for a screen without a question."""
        expect(self.page.locator(f'[data-screen="{name}"]')).to_be_visible(timeout=PATIENCE_MS)


class Console:
    """The host's console in a browser."""

    def __init__(self, watched: Watched, url: str, contest: str) -> None:
        self.watched = watched
        self._address = f"{url}/host/contests/{contest}"
        self._projector = f"{url}/projector/{contest}"
        self.open()

    @classmethod
    def entered(cls, browser: Browser, link: str, url: str, contest: str) -> "Console":
        """The console in a browser of its own, which `link` lets in."""
        watched = Watched(context_of(browser, CONSOLE).new_page())
        watched.page.goto(link)
        return cls(watched, url, contest)

    @property
    def context(self) -> BrowserContext:
        """The browser that it is in."""
        return self.page.context

    def open(self) -> None:
        """Open the console, or open it again."""
        self.page.goto(self._address)
        expect(self.primary).to_have_attribute("aria-disabled", "false", timeout=PATIENCE_MS)

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.watched.page

    @property
    def primary(self) -> Locator:
        """The primary button."""
        return self.page.locator("#primary")

    def second_tab(self) -> Watched:
        """The same console in one more tab."""
        return self._opened(self._address, CONSOLE)

    def projector(self) -> Watched:
        """The hall's screen."""
        return self._opened(self._projector, HALL)

    def _opened(self, address: str, size: dict[str, int]) -> Watched:
        """One more page of this browser; the console stays in front, where a click is quick."""
        watched = Watched(self.context.new_page())
        watched.page.set_viewport_size({"width": size["width"], "height": size["height"]})
        watched.page.goto(address)
        self.page.bring_to_front()
        return watched

    def click(self, host: Host, words: str, within: Locator | None = None) -> None:
        """Press the button with these words until it is done: one too soon is passed over."""
        acted = host.view["acted"]
        button = (within or self.page.locator("body")).get_by_role("button", name=words, exact=True)
        for is_again in range(30):
            if not is_again or button.is_visible():
                button.click()
            if host.moves_from(acted, PRESS_AGAIN_S):
                return
            expect(self.primary).not_to_have_text("Đang gửi…", timeout=PATIENCE_MS)
            if host.moves_from(acted, PRESS_AGAIN_S):
                return
        raise AssertionError(f"“{words}” was not done; {host.state()}")

    def press(self, host: Host, *keys: str) -> None:
        """Press keys (the space bar) until the contest moves: some steps ask for a second press."""
        expect(self.primary).to_have_attribute("aria-disabled", "false", timeout=PATIENCE_MS)
        acted, words = host.view["acted"], self.primary.inner_text()
        for _ in range(30):
            if self.primary.inner_text() == words or self.primary.evaluate(ARMED):
                for key in keys or ("Space",):
                    self.page.keyboard.press(key)
            if host.moves_from(acted, PRESS_AGAIN_S):
                return
        raise AssertionError(f"the space bar did nothing; {host.state()}")


def see_scene(projector: Watched, scene: str) -> None:
    """Wait until the hall's screen shows this scene."""
    page = projector.page.locator("html")
    expect(page).to_have_attribute("data-scene", scene, timeout=PATIENCE_MS)
