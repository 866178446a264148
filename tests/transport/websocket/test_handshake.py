"""Which requests for a socket come as far as the library."""

from typing import Any

import pytest

from quiz.transport.websocket.handshake import bare, only_handshakes

GOOD = {
    "REQUEST_METHOD": "GET",
    "PATH_INFO": "/socket.io/",
    "HTTP_HOST": "hall.local",
    "HTTP_CONNECTION": "keep-alive, Upgrade",
    "HTTP_UPGRADE": "WebSocket",
    "HTTP_SEC_WEBSOCKET_VERSION": "13",
    "HTTP_SEC_WEBSOCKET_KEY": "AAAAAAAAAAAAAAAAAAAAAA==",
}


def passed(environ: dict[str, str]) -> list[dict[str, str]]:
    """What the application behind is asked."""
    asked: list[dict[str, str]] = []

    def app(environ: Any, start_response: Any) -> list[bytes]:
        asked.append(environ)
        return []

    told: list[str] = []
    start: Any = lambda status, headers: told.append(status)  # noqa: E731
    only_handshakes(app)(environ, start)
    assert told == ([] if asked else ["400 BAD REQUEST"])
    return asked


def test_handshake_comes_in_without_extensions() -> None:
    assert passed(GOOD | {"HTTP_SEC_WEBSOCKET_EXTENSIONS": "permessage-deflate"}) == [GOOD]


@pytest.mark.parametrize(
    "changed",
    [
        {"REQUEST_METHOD": "POST"},
        {"HTTP_CONNECTION": "keep-alive"},
        {"HTTP_CONNECTION": "no-upgrade"},
        {"HTTP_UPGRADE": "h2c"},
        {"HTTP_SEC_WEBSOCKET_VERSION": "7"},
        {"HTTP_SEC_WEBSOCKET_KEY": ""},
        {"HTTP_SEC_WEBSOCKET_KEY": "\xff\xfe"},
        {"HTTP_SEC_WEBSOCKET_KEY": "A" * 24},
    ],
)
def test_request_that_is_no_handshake_never_becomes_a_socket(changed: dict[str, str]) -> None:
    assert passed(GOOD | changed) == []


@pytest.mark.parametrize("missing", [name for name in GOOD if name.startswith("HTTP_S")])
def test_handshake_without_one_of_its_headers_is_none(missing: str) -> None:
    assert passed({name: value for name, value in GOOD.items() if name != missing}) == []


def test_page_needs_no_handshake() -> None:
    page = {"REQUEST_METHOD": "POST", "PATH_INFO": "/join"}
    assert passed(page) == [page]


def test_library_is_shown_the_headers_of_the_handshake_alone() -> None:
    odd = {"HTTP_COOKIE": "\xff", "HTTP_HOST": "\x00", "HTTP_X": "\r\n"}
    assert bare(GOOD | odd) == GOOD | {"HTTP_HOST": "here"}
