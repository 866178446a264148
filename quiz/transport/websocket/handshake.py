"""Requests for websockets as browsers make them: any other is refused before there is a socket.

Engine.IO opens a socket first and looks at the request afterwards: one that is no handshake left
it open without anybody behind it, and on gevent the library's mistake with it on the terminal.
"""

import re
from collections.abc import Mapping
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

SOCKETS = "/socket.io/"
_KEY = re.compile(r"[A-Za-z0-9+/]{22}==")
_NEEDED = frozenset(
    f"HTTP_{name}"
    for name in ("CONNECTION", "UPGRADE", "SEC_WEBSOCKET_KEY", "SEC_WEBSOCKET_VERSION")
)


def is_handshake(environ: Mapping[str, Any]) -> bool:
    """Whether this is an opening handshake (RFC 6455)."""
    connection = environ.get("HTTP_CONNECTION", "").lower().split(",")
    return (
        environ["REQUEST_METHOD"] == "GET"
        and environ.get("HTTP_UPGRADE", "").lower() == "websocket"
        and "upgrade" in map(str.strip, connection)
        and environ.get("HTTP_SEC_WEBSOCKET_VERSION") == "13"
        and _KEY.fullmatch(environ.get("HTTP_SEC_WEBSOCKET_KEY", "")) is not None
    )


def only_handshakes(app: WSGIApplication) -> WSGIApplication:
    """The same application, whose sockets are asked for by a handshake alone.

    It is deaf to websocket extensions: compression costs 91 KB per phone.
    """

    def checked(environ: WSGIEnvironment, start_response: StartResponse) -> Any:
        if environ.get("PATH_INFO", "").startswith(SOCKETS) and not is_handshake(environ):
            start_response("400 BAD REQUEST", [("Content-Length", "0")])
            return []
        environ.pop("HTTP_SEC_WEBSOCKET_EXTENSIONS", None)
        return app(environ, start_response)

    return checked


def bare(environ: WSGIEnvironment) -> WSGIEnvironment:
    """The same request with no header but those of the handshake, and any host.

    What a library reads of the others it may stumble over.
    """
    kept = {
        name: value
        for name, value in environ.items()
        if not name.startswith("HTTP_") or name in _NEEDED
    }
    return kept | {"HTTP_HOST": "here"}
