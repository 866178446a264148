"""What a phone fetches before it is in, and how long a slow one takes, in Chromium.

    .venv/bin/python benchmarks/pages.py

The slow phone: 1.6 Mbit/s down, 0.75 up, 150 ms to the server and back, a quarter of this
machine's speed. Bytes are those on the wire, headers included.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from hosting import contest, serving
from playwright.sync_api import BrowserContext, Page, sync_playwright

TEAMS = ("Tuyên giáo – Nữ công", "Văn phòng – Tài chính")
PHONE = {"width": 390, "height": 844}
SLOW = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
SLOWER_CPU = 4
READY = "#connection[data-status=online]"


@dataclass
class Fetched:
    """What came over the wire since it was last read."""

    count: int = 0
    size: int = 0

    def add(self, event: dict[str, float]) -> None:
        """One file has come."""
        self.count += 1
        self.size += int(event["encodedDataLength"])

    def read(self) -> str:
        """Files and KB, and begin anew."""
        text = f"{self.count} | {self.size / 1000:.1f}"
        self.count = self.size = 0
        return text


def measured(page: Page, fetched: Fetched, act: Callable[[], object]) -> str:
    """Files, KB and seconds of what an act fetches."""
    began = time.monotonic()
    act()
    took = time.monotonic() - began
    page.wait_for_timeout(700)
    return f"{fetched.read()} | {took:.2f}"


def visit(context: BrowserContext, url: str, pin: str, *, slow: bool) -> None:
    """The join page, the phone page, and the phone page again."""
    page, fetched = context.new_page(), Fetched()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    wire.on("Network.loadingFinished", fetched.add)
    if slow:
        wire.send("Network.emulateNetworkConditions", SLOW)
        wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER_CPU})

    def enter() -> None:
        page.locator("button.primary").click()
        page.locator(READY).wait_for(state="attached", timeout=60_000)

    def again() -> None:
        page.reload()
        page.locator(READY).wait_for(state="attached", timeout=60_000)

    name = "slow phone" if slow else "fast phone"
    print(f"| {name} | join | {measured(page, fetched, lambda: page.goto(f'{url}/j/{pin}'))} |")
    page.locator("#name").fill("Nguyễn Thị Ánh Đào")
    page.locator("[name=team]").first.check()
    print(f"| {name} | phone, after joining | {measured(page, fetched, enter)} |")
    print(f"| {name} | phone, opened again | {measured(page, fetched, again)} |", flush=True)


def main() -> None:
    """Print the table."""
    print("| phone | page | files | KB | s |\n|---|---|---|---|---|")
    with serving(contest(1, 60, TEAMS)) as (url, _, staged), sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        for slow in (False, True):
            context = browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True)
            visit(context, url, staged.pin, slow=slow)
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
