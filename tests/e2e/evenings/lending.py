"""A role handed out on the host's page and taken up on a device of somebody else's."""

import re

from playwright.sync_api import Browser, BrowserContext

from tests.e2e.conftest import Hall
from tests.e2e.pages import Watched, context_of


def lend(
    hall: Hall,
    browser: Browser,
    hosts: BrowserContext,
    *,
    role: str,
    who: str,
    viewport: dict[str, int],
) -> Watched:
    """The page that the role opens, on a new device; `hosts` is a browser that is signed in."""
    url = hall.server.url
    page = hosts.new_page()
    page.goto(f"{url}/host/contests/{hall.staged.contest}/roles")
    page.select_option("#role", role)
    page.fill("#who", who)
    page.click("main form .primary")
    link = re.sub(r"^https?://[^/]+", url, page.input_value("#fresh-link"))
    page.close()
    context = context_of(browser, viewport)
    hall.closing.callback(context.close)
    device = Watched(context.new_page())
    device.page.goto(link)
    device.page.click("main form .primary")
    device.page.wait_for_url(re.compile(f"/{hall.staged.contest}"))
    return device
