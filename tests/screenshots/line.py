"""A phone's line to the server, in the photographer's hand: held, cut, mended."""

import re
from functools import partial

from playwright.async_api import Page, WebSocketRoute

SOCKET = re.compile(r"/socket\.io/")


class PageLine:
    """Passes on what a page sends, unless it is told otherwise."""

    def __init__(self) -> None:
        self._up = True
        self._waiting: list[tuple[WebSocketRoute, str | bytes]] | None = None
        self._pages: list[WebSocketRoute] = []

    async def attach(self, page: Page) -> None:
        """Take this page's sockets in hand; before the page is opened."""
        await page.route_web_socket(SOCKET, self._meet)

    async def _meet(self, page: WebSocketRoute) -> None:
        if not self._up:
            await page.close()
            return
        self._pages.append(page)
        page.on_message(partial(self._pass_on, page.connect_to_server()))

    def _pass_on(self, server: WebSocketRoute, message: str | bytes) -> None:
        if self._waiting is None:
            server.send(message)
        else:
            self._waiting.append((server, message))

    def hold(self) -> None:
        """Keep back what the page sends, as a slow network does."""
        self._waiting = []

    def release(self) -> None:
        """Send what was kept back."""
        waiting, self._waiting = self._waiting or [], None
        for server, message in waiting:
            server.send(message)

    async def cut(self) -> None:
        """Break the connection, and let none be made."""
        self._up = False
        pages, self._pages = self._pages, []
        for page in pages:
            await page.close()

    def mend(self) -> None:
        """Let connections be made again."""
        self._up = True
