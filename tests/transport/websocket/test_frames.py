import pytest

from quiz.transport.websocket.frames import short_text, text_frame, unmasked


@pytest.mark.parametrize(
    ("size", "head"),
    [
        (125, b"\x81\x7d"),
        (126, b"\x81\x7e\x00\x7e"),
        (65_535, b"\x81\x7e\xff\xff"),
        (65_536, b"\x81\x7f" + b"\x00" * 5 + b"\x01\x00\x00"),
    ],
)
def test_text_frame_says_its_length(size: int, head: bytes) -> None:
    assert text_frame("x" * size) == head + b"x" * size


def test_text_frame_counts_bytes_not_letters() -> None:
    assert text_frame("Đúng") == b"\x81\x06" + "Đúng".encode()


@pytest.mark.parametrize("text", [b"", b"a", b"four", "Công đoàn".encode()])
def test_unmasked_is_what_the_client_masked(text: bytes) -> None:
    mask = (0x37, 0xFA, 0x21, 0x3D)
    masked = bytes(byte ^ mask[place % 4] for place, byte in enumerate(text))

    assert unmasked(masked, mask) == text


def test_unmasked_goes_on_where_the_message_broke_off() -> None:
    mask = (0x37, 0xFA, 0x21, 0x3D)

    assert unmasked(bytes((0xFA ^ 0x61, 0x21 ^ 0x62)), mask, 5) == b"ab"


def masked(text: bytes, first: int = 0x81) -> bytes:
    mask = bytes((0x37, 0xFA, 0x21, 0x3D))
    body = bytes(byte ^ mask[place % 4] for place, byte in enumerate(text))
    return bytes((first, 0x80 | len(text))) + mask + body


def test_short_text_is_read_with_what_follows() -> None:
    assert short_text(masked("Đúng".encode()) + b"more") == ("Đúng", b"more")


def test_longest_short_text_is_read() -> None:
    assert short_text(masked(b"x" * 125)) == ("x" * 125, b"")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        masked(b"text")[:-1],
        masked(b"text")[:5],
        masked(b"text", 0x01),
        masked(b"text", 0x80),
        masked(b"text", 0x82),
        masked(b"", 0x88),
        masked(b"text", 0xC1),
        masked(b"\xff"),
        b"\x81\xfe\x00\x7e" + bytes(4) + b"x" * 126,
        b"\x81\xff" + bytes(20),
        b"\x81\x04text" + bytes(4),
    ],
    ids=[
        "nothing",
        "cut off",
        "head cut off",
        "fragment",
        "continuation",
        "bytes",
        "good-bye",
        "compressed",
        "not UTF-8",
        "longer",
        "much longer",
        "not masked",
    ],
)
def test_anything_else_is_no_short_text(data: bytes) -> None:
    assert short_text(data) is None
