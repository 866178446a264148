import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.banks.importing.draft import UnreadableFile
from quiz.banks.importing.opening.encodings import (
    Encoding,
    decoded,
    is_syllable,
    recognised,
    unicode_of,
)

TEXT = "Công đoàn Việt Nam thành lập ngày nào? Những người lao động được nghỉ, ở đâu."
TCVN3 = "C«ng ®oµn ViÖt Nam thµnh lËp ngµy nµo? Nh÷ng ng­êi lao ®éng ®­îc nghØ, ë ®©u."
VNI = "Coâng ñoaøn Vieät Nam thaønh laäp ngaøy naøo? Nhöõng ngöôøi lao ñoäng ñöôïc nghæ, ôû ñaâu."


@pytest.mark.parametrize(("old", "encoding"), [(TCVN3, Encoding.TCVN3), (VNI, Encoding.VNI)])
def test_old_text_is_recognised_and_converted(old: str, encoding: Encoding) -> None:
    assert recognised(old) is encoding
    assert unicode_of(old, encoding) == TEXT


def test_vni_capitals() -> None:
    assert unicode_of("ÑAÛNG COÄNG SAÛN VIEÄT NAM, ÖÙNG CÖÛ", Encoding.VNI) == (
        "ĐẢNG CỘNG SẢN VIỆT NAM, ỨNG CỬ"
    )


@pytest.mark.parametrize(
    "text", [TEXT, "Là và cà", "plain", "Le café à Noël était très bon", "Số 5", "°C ± 2 µm"]
)
def test_other_text_is_left_alone(text: str) -> None:
    assert recognised(text) is None


@pytest.mark.parametrize(
    "word", ["nghiêng", "khuya", "quyển", "giữ", "giếng", "thuở", "oằn", "nguệch", "hươu", "ủy"]
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["café", "ộcole", "Noởl", "tệệ", "bđa", "ẳẳ"])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), None),
        (TEXT.encode("utf-8-sig"), None),
        (TEXT.encode("utf-16"), None),
        (TCVN3.encode("latin-1"), Encoding.TCVN3),
        (TCVN3.encode(), Encoding.TCVN3),
        (VNI.encode("latin-1"), Encoding.VNI),
        (VNI.encode(), Encoding.VNI),
    ],
)
def test_bytes_of_any_encoding(data: bytes, encoding: Encoding | None) -> None:
    assert decoded(data) == (TEXT, encoding)


def windows(text: str) -> bytes:
    """Vietnamese of old Windows: tones are letters of their own."""
    found = b""
    for char in text:
        apart = unicodedata.normalize("NFD", char)
        tone = [mark for mark in apart if mark in "\u0300\u0301\u0303\u0309\u0323"]
        bare = "".join(mark for mark in apart if mark not in tone)
        found += unicodedata.normalize("NFC", bare).encode("cp1258")
        found += "".join(tone).encode("cp1258")
    return found


def test_bytes_of_old_windows() -> None:
    assert decoded(windows(TEXT)) == (TEXT, None)


def test_bytes_of_an_unknown_encoding() -> None:
    with pytest.raises(UnreadableFile) as raised:
        decoded("これは日本語です。問題と答え".encode("shift_jis"))
    assert raised.value.code == "encoding"


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    encoding = recognised(text)
    assert encoding is None or unicode_of(text, encoding) != text
