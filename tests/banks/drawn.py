"""Pictures made for tests: what people send, and what somebody ill-meaning might."""

import io
import struct
import zlib
from typing import Any

from PIL import Image, ImageDraw

RED, WHITE, BLUE = (200, 16, 46), (255, 255, 255), (0, 60, 160)
GPS = 0x8825
ORIENTATION = 0x0112


def photograph(width: int, height: int) -> Image.Image:
    """Many colours: red grows to the right, green downwards, with grain."""
    across = Image.linear_gradient("L").rotate(90).resize((width, height))
    down = Image.linear_gradient("L").resize((width, height))
    grain = Image.effect_noise((max(1, width // 8), max(1, height // 8)), 40)
    return Image.merge("RGB", (across, down, grain.resize((width, height))))


def drawing(width: int = 400, height: int = 300) -> Image.Image:
    """Few colours: the upper left quarter is red, the rest white."""
    image = Image.new("RGB", (width, height), WHITE)
    ImageDraw.Draw(image).rectangle((0, 0, width // 2 - 1, height // 2 - 1), fill=RED)
    return image


def saved(image: Image.Image, format: str, **how: Any) -> bytes:
    """The image as a file."""
    out = io.BytesIO()
    image.save(out, format, **how)
    return out.getvalue()


def chunk(kind: bytes, data: bytes) -> bytes:
    """One part of a PNG."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is this large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + parts + chunk(b"IEND", b"")
