"""A page that has nothing but one of our scripts, on a socket that the test made."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Route

SCRIPTS = Path(__file__).parents[2] / "static" / "js"
SITE = "http://phone.test"


def serving(page: str, socket: str) -> Callable[[Route], None]:
    """Serves this page, our scripts, and the script `socket` in place of Socket.IO's."""

    def serve(route: Route) -> None:
        path = urlsplit(route.request.url).path
        if path == "/":
            route.fulfill(body=page, content_type="text/html")
        elif path.startswith("/vendor/"):
            route.fulfill(body=socket, content_type="text/javascript")
        else:
            route.fulfill(path=SCRIPTS / path.removeprefix("/js/"))

    return serve
