"""An HTTP client: the server's pages as one browser visits them, with cookies of its own."""

from dataclasses import dataclass
from urllib.parse import urlsplit

import aiohttp


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What came back: the status, the text, and where a redirect points (a path, or empty)."""

    status: int
    text: str
    location: str


class HttpVisitor:
    """One browser: thousands of them share `http`, so the cookies are kept here."""

    def __init__(self, http: aiohttp.ClientSession, url: str) -> None:
        self.http = http
        self.url = url.rstrip("/")
        self.cookies: dict[str, str] = {}

    @property
    def headers(self) -> dict[str, str]:
        """What a browser sends with every request of this site, sockets too."""
        parts = urlsplit(self.url)
        headers = {"Origin": f"{parts.scheme}://{parts.netloc}", "Referer": f"{self.url}/"}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{name}={text}" for name, text in self.cookies.items())
        return headers

    async def get(self, path: str) -> FetchedPage:
        """Open a page; a redirect is returned, not followed.

        Raises:
            aiohttp.ClientError, TimeoutError: the server cannot be reached.
        """
        return await self._request("GET", path, None)

    async def post(self, path: str, fields: dict[str, str]) -> FetchedPage:
        """Send a form; a redirect is returned, not followed.

        Raises:
            aiohttp.ClientError, TimeoutError: the server cannot be reached.
        """
        return await self._request("POST", path, fields)

    async def _request(self, method: str, path: str, fields: dict[str, str] | None) -> FetchedPage:
        async with self.http.request(
            method, self.url + path, data=fields, headers=self.headers, allow_redirects=False
        ) as answer:
            for name, morsel in answer.cookies.items():
                self.cookies[name] = morsel.value
            location = urlsplit(answer.headers.get("Location", ""))
            return FetchedPage(answer.status, await answer.text(), location.path)
