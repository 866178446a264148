"""Frames of websockets (RFC 6455): ours to write, and a client's mask to take off."""

import struct
from collections.abc import Sequence

_TEXT, _MASKED = 0x81, 0x80
_HEAD = 6
"""Bytes before a short text: what it is, its length, its mask."""


def text_frame(text: str) -> bytes:
    """A text as one whole websocket frame from a server (RFC 6455)."""
    payload = text.encode()
    size = len(payload)
    if size < 126:
        head = bytes((_TEXT, size))
    elif size < 65_536:
        head = struct.pack("!BBH", _TEXT, 126, size)
    else:
        head = struct.pack("!BBQ", _TEXT, 127, size)
    return head + payload


def short_text(data: bytes) -> tuple[str, bytes] | None:
    """The text of a client's short frame and what follows it, or None.

    Nearly all that phones send is that: whole, in one frame, up to 125 bytes.
    """
    if len(data) < _HEAD or data[0] != _TEXT or not _MASKED <= data[1] < _MASKED + 126:
        return None
    end = _HEAD + data[1] - _MASKED
    if len(data) < end:
        return None
    try:
        return unmasked(data[_HEAD:end], data[2:_HEAD]).decode(), data[end:]
    except UnicodeDecodeError:
        return None


def unmasked(data: bytes, mask: Sequence[int], offset: int = 0) -> bytes:
    """What a client masked with these four bytes; `offset` bytes of its message came before."""
    size, turn = len(data), offset % 4
    turned = bytes((*mask[turn:], *mask[:turn])) if turn else bytes(mask)
    key = int.from_bytes((turned * (size // 4 + 1))[:size])
    return (int.from_bytes(data) ^ key).to_bytes(size)
