"""Coming in over HTTP at little cost: page and form on one connection, as a browser does it."""

import asyncio
import re
from urllib.parse import urlencode

_TOKEN = re.compile(rb'name="csrf_token"[^>]* value="([^"]+)"')
_COOKIE = re.compile(rb"(?i)\r\nset-cookie: ([^;\r]+)")
_LENGTH = re.compile(rb"(?i)\r\ncontent-length: (\d+)")
_SEATED = re.compile(rb"(?i)\r\nlocation: \S*/play/([^/\r]+)")


async def join(host: str, pin: str, name: str) -> tuple[bytes, str]:
    """Take a seat: the request for its websocket, and the contest's id.

    Raises:
        ConnectionError: the server did not let this phone in.
    """
    reader, writer = await asyncio.open_connection(*host.split(":"))
    try:
        writer.write(_request(host, f"GET /j/{pin}"))
        head, page = await _response(reader)
        token = _TOKEN.search(page)
        if token is None:
            raise ConnectionError(f"no form: {head!r}")
        fields = {"pin": pin, "name": name, "csrf_token": token[1].decode()}
        form = urlencode(fields).encode()
        kind = "Content-Type: application/x-www-form-urlencoded"
        size = f"Content-Length: {len(form)}"
        writer.write(_request(host, "POST /join", kind, size, *_cookies(head)) + form)
        head, _ = await _response(reader)
        seated = _SEATED.search(head)
        if seated is None:
            raise ConnectionError(f"no seat: {head!r}")
        return _upgrade(host, head), seated[1].decode()
    finally:
        writer.close()


def _upgrade(host: str, head: bytes) -> bytes:
    act = "GET /socket.io/?EIO=4&transport=websocket"
    asked = ("Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Version: 13")
    key = "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA=="
    return _request(host, act, *asked, key, *_cookies(head))


def _cookies(head: bytes) -> list[str]:
    """The line that brings back the cookies of an answer."""
    given = b"; ".join(_COOKIE.findall(head)).decode()
    return [f"Cookie: {given}"] if given else []


def _request(host: str, act: str, *lines: str) -> bytes:
    site = (f"Host: {host}", f"Origin: http://{host}", f"Referer: http://{host}/")
    return "\r\n".join((f"{act} HTTP/1.1", *site, *lines, "\r\n")).encode()


async def _response(reader: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """Head and body."""
    head = await reader.readuntil(b"\r\n\r\n")
    length = _LENGTH.search(head)
    return head, await reader.readexactly(int(length[1])) if length else b""
