"""Which requests are carried out at all: those whose head came to its end and says how long it is.

It asks for an address in the letters that addresses have, of one host that can be one: what pages
and libraries do with others differs.

Where a connection ends in the middle of a head, both HTTP servers take that for the head's end. A
body in chunks tells no length, and eventlet reads the line before each chunk however long it is.
"""

import re
from collections.abc import Callable
from email.message import Message
from ipaddress import IPv6Address
from typing import Any

_CLOSED = b"Connection: close\r\nContent-Length: 0\r\n\r\n"
BAD_REQUEST = b"HTTP/1.1 400 Bad Request\r\n" + _CLOSED
LENGTH_REQUIRED = b"HTTP/1.1 411 Length Required\r\n" + _CLOSED
_TARGET = re.compile(r"[\x21-\x7e]+")
_HOST = re.compile(r"([A-Za-z0-9._-]*|\[([0-9A-Fa-f:.]+)\])(?::[0-9]{0,5})?")
_LENGTH = re.compile(r"[0-9]{1,12}")


class HeadRefused(Exception):
    """A request that is not carried out; `answer` is all that is said to it, nothing if empty."""

    def __init__(self, answer: bytes) -> None:
        super().__init__(answer)
        self.answer = answer


class HeadLines:
    """The lines of a head as they are read; `source` is what they are read from."""

    def __init__(self, source: Any) -> None:
        self.source = source

    def readline(self, size: int = -1) -> bytes:
        """The next line, at most `size` bytes of it.

        Raises:
            HeadRefused: the connection has ended before the head.
        """
        line: bytes = self.source.readline(size)
        if not line:
            raise HeadRefused(b"")
        return line

    def check(self, target: str, headers: Message) -> None:
        """Look at the head once it was read, and at what it asks for; raises HeadRefused."""
        if headers.get("transfer-encoding") is not None:
            raise HeadRefused(LENGTH_REQUIRED)
        lengths, hosts = headers.get_all("content-length", []), headers.get_all("host", [])
        if not (
            _TARGET.fullmatch(target)
            and _is_one(lengths, _LENGTH.fullmatch)
            and _is_one([host.strip() for host in hosts], is_host)
        ):
            raise HeadRefused(BAD_REQUEST)


def is_host(value: str) -> bool:
    """Whether a header names a host as libraries read it: by name or address, or not at all."""
    found = _HOST.fullmatch(value)
    if found is None:
        return False
    name, address = found.groups()
    try:
        if address:
            IPv6Address(address)
        else:
            name.lower().encode("idna").decode("idna")
    except ValueError:
        return False
    return True


def _is_one(values: list[str], may_be: Callable[[str], object]) -> bool:
    """Whether there is one value that may be, or none."""
    return len(values) < 2 and all(map(may_be, values))
