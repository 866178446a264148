"""Which requests are carried out at all: those whose head came to its end and says how long it is.

Where a connection ends in the middle of a head, both HTTP servers take that for the head's end. A
body in chunks tells no length, and eventlet reads the line before each chunk however long it is.
"""

import re
from collections.abc import Mapping
from typing import Any

_CLOSED = b"Connection: close\r\nContent-Length: 0\r\n\r\n"
BAD_REQUEST = b"HTTP/1.1 400 Bad Request\r\n" + _CLOSED
LENGTH_REQUIRED = b"HTTP/1.1 411 Length Required\r\n" + _CLOSED
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
        self._has_ended = False

    def readline(self, size: int = -1) -> bytes:
        """The next line, at most `size` bytes of it."""
        line: bytes = self.source.readline(size)
        self._has_ended = line in (b"\r\n", b"\n")
        return line

    def check(self, headers: Mapping[str, str]) -> None:
        """Look at the head once it was read; raises HeadRefused."""
        if not self._has_ended:
            raise HeadRefused(b"")
        if headers.get("transfer-encoding") is not None:
            raise HeadRefused(LENGTH_REQUIRED)
        if not _LENGTH.fullmatch(headers.get("content-length") or "0"):
            raise HeadRefused(BAD_REQUEST)
