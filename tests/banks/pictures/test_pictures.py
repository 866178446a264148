"""Pictures: what comes out of what people send, and of files made to do harm."""

import hashlib
import io
import zlib

import pytest
from PIL import Image, ImageCms, PngImagePlugin

from quiz.banks.pictures.pictures import (
    HEAVY_FOR_PHONES,
    PHONE_BOX,
    Unusable,
    for_phones,
    prepared,
    sentence,
)
from quiz.cli.bank.english import english
from tests.banks.drawn import (
    BLUE,
    GPS,
    ORIENTATION,
    RED,
    WHITE,
    bomb,
    chunk,
    drawing,
    photograph,
    saved,
)

SCRIPT = b"<script>alert(1)</script>"
WITHIN = 12
"""How far a colour may be off after a lossy format (of 255)."""
PNG_HEAD = 33
"""Bytes of a PNG's signature and its first part."""


def shown(data: bytes) -> Image.Image:
    """The prepared picture, decoded."""
    return Image.open(io.BytesIO(prepared(data).data))


def refused(data: bytes) -> str:
    """The code that a file is refused with."""
    with pytest.raises(Unusable) as refusal:
        prepared(data)
    return refusal.value.code


def colour(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place given as parts of width and height."""
    found = image.convert("RGB").getpixel((int(x * image.width), int(y * image.height)))
    assert isinstance(found, tuple)
    return tuple(int(part) for part in found)


def near(found: tuple[int, ...], wanted: tuple[int, ...]) -> bool:
    return all(abs(one - other) <= WITHIN for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize(
    ("sent", "size"),
    [
        ((3200, 2400), (1600, 1200)),
        ((3200, 1000), (1600, 500)),
        ((1000, 2400), (500, 1200)),
        ((1600, 1200), (1600, 1200)),
        ((40, 30), (40, 30)),
        ((9000, 3), (1600, 1)),
    ],
)
def test_picture_fits_and_is_never_enlarged(sent: tuple[int, int], size: tuple[int, int]) -> None:
    assert shown(saved(photograph(*sent), "JPEG")).size == size


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP", "GIF"])
def test_every_format_by_its_content(format: str) -> None:
    image = shown(saved(drawing(), format))

    assert image.size == (400, 300)
    assert near(colour(image, 0.2, 0.2), RED)
    assert near(colour(image, 0.8, 0.8), WHITE)


def test_name_is_told_from_the_data() -> None:
    data = saved(drawing(), "PNG")
    picture = prepared(data)

    assert picture == prepared(data)
    assert picture.name == f"{hashlib.sha256(picture.data).hexdigest()[:32]}.webp"


def test_photograph_becomes_light() -> None:
    sent = saved(photograph(3000, 2000), "PNG")

    assert len(prepared(sent).data) < len(sent) / 10


def test_photograph_in_greys_becomes_light() -> None:
    grey = Image.effect_noise((400, 300), 60).resize((1600, 1200))
    exact = saved(grey.convert("RGB"), "WEBP", lossless=True)

    assert len(prepared(saved(grey, "PNG")).data) < len(exact) / 2


def test_drawing_stays_exact() -> None:
    found = shown(saved(drawing(), "PNG")).convert("RGB")

    assert found.tobytes() == drawing().tobytes()


def test_nothing_but_pixels_is_left() -> None:
    image = photograph(400, 300)
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (21.0, 51.0, 12.0)
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    notes = {"exif": exif.tobytes(), "icc_profile": profile, "xmp": b"<x:xmpmeta>SecretNote"}
    sent = saved(image, "JPEG", comment="SecretWords", **notes)

    assert all(word in sent for word in (b"SecretCamera", b"SecretNote", b"SecretWords"))
    for data in (sent, saved(image, "WEBP", **notes)):
        found = shown(data)
        assert (dict(found.getexif()), found.info.keys() & {"exif", "xmp", "icc_profile"}) == (
            {},
            set(),
        )
        assert b"Secret" not in prepared(data).data


def test_texts_of_a_png_are_left_behind() -> None:
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Comment", "SecretWords")
    notes.add_itxt("XML:com.adobe.xmp", "SecretNote", zip=True)

    sent = saved(drawing(), "PNG", pnginfo=notes)
    plain = saved(drawing(), "PNG")

    assert prepared(sent) == prepared(plain)


@pytest.mark.parametrize(
    ("turned", "corner", "size"),
    [
        (1, (0.1, 0.1), (400, 300)),
        (2, (0.9, 0.1), (400, 300)),
        (3, (0.9, 0.9), (400, 300)),
        (4, (0.1, 0.9), (400, 300)),
        (5, (0.1, 0.1), (300, 400)),
        (6, (0.9, 0.1), (300, 400)),
        (7, (0.9, 0.9), (300, 400)),
        (8, (0.1, 0.9), (300, 400)),
    ],
)
def test_picture_is_upright(
    turned: int, corner: tuple[float, float], size: tuple[int, int]
) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = turned

    found = shown(saved(drawing(), "JPEG", quality=95, exif=exif.tobytes()))

    assert found.size == size
    assert near(colour(found, *corner), RED)


def test_broken_note_beside_a_whole_picture_is_passed_over() -> None:
    sent = saved(drawing(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\x7f broken")

    assert shown(sent).size == (400, 300)


@pytest.mark.parametrize("format", ["GIF", "WEBP", "PNG"])
def test_moving_picture_stands_at_its_first_frame(format: str) -> None:
    later = [Image.new("RGB", (400, 300), BLUE) for _ in range(3)]
    sent = saved(drawing(), format, save_all=True, append_images=later, duration=100)

    found = shown(sent)

    assert getattr(found, "n_frames", 1) == 1
    assert near(colour(found, 0.2, 0.2), RED)


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "CMYK"])
def test_every_way_to_keep_colours(mode: str) -> None:
    image = Image.new("L", (40, 30), 255) if mode in "1L" else drawing(40, 30)
    sent = saved(
        image.quantize() if mode == "P" else image.convert(mode),
        "JPEG" if mode == "CMYK" else "PNG",
    )

    found = shown(sent)

    assert near(colour(found, 0.9, 0.9), WHITE)
    assert near(colour(found, 0.2, 0.2), WHITE if mode in "1L" else RED)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_see_through_lies_on_white(mode: str) -> None:
    image = Image.new("RGBA", (40, 30), (0, 0, 0, 0))
    image.paste((0, 0, 0, 255), (0, 0, 20, 15))
    sent = saved(image.convert(mode), "PNG")

    found = shown(sent)

    assert colour(found, 0.2, 0.2) == (0, 0, 0)
    assert colour(found, 0.9, 0.9) == WHITE


def test_sixteen_bits_of_grey_keep_their_light() -> None:
    image = Image.new("I;16", (40, 30), 0x8000)

    assert near(colour(shown(saved(image, "PNG")), 0.5, 0.5), (128, 128, 128))


def test_colours_of_a_profile_become_those_of_screens() -> None:
    screen = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    # A camera whose red is the blue of screens.
    parts = screen.replace(b"rXYZ", b"????").replace(b"bXYZ", b"rXYZ").replace(b"????", b"bXYZ")
    pure = Image.new("RGB", (40, 30), (255, 0, 0))

    def red(profile: bytes) -> tuple[int, ...]:
        return colour(shown(saved(pure, "PNG", icc_profile=profile)), 0.5, 0.5)

    assert near(red(parts), (0, 0, 255))
    assert near(red(screen), (255, 0, 0))
    assert red(b"no profile at all") == (255, 0, 0)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        b'<?xml version="1.0"?><!DOCTYPE svg><svg/>',
        b"%PDF-1.7\n",
        b"%!PS-Adobe-3.0 EPSF-3.0\n",
        saved(drawing(), "BMP"),
        saved(drawing(), "TIFF"),
        saved(drawing(), "ICO"),
    ],
)
def test_what_is_no_picture_of_the_four_kinds_is_refused(data: bytes) -> None:
    assert refused(data) == "picture_unknown"


@pytest.mark.parametrize("size", [(60_000, 60_000), (40_001, 1000), (1, 2_000_000_000)])
def test_bomb_is_refused_before_it_is_decoded(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def decoded(image: Image.Image) -> None:
        raise AssertionError(image.size)

    monkeypatch.setattr(Image.Image, "load", decoded)

    assert refused(bomb(*size)) == "picture_too_many_pixels"


def test_large_file_is_refused_unread() -> None:
    assert refused(bytes(20 * 1024 * 1024 + 1)) == "picture_too_large"


def test_compressed_note_that_swells_is_refused() -> None:
    plain = saved(drawing(), "PNG")
    note = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(50_000_000)))

    assert refused(plain[:PNG_HEAD] + note + plain[PNG_HEAD:]) == "picture_damaged"


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP", "GIF"])
@pytest.mark.parametrize("part", [0.2, 0.5, 0.9])
def test_truncated_file_is_refused(format: str, part: float) -> None:
    whole = saved(photograph(300, 200), format)

    assert refused(whole[: int(len(whole) * part)]) == "picture_damaged"


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP", "GIF"])
def test_what_hides_behind_a_picture_is_left_behind(format: str) -> None:
    sent = saved(drawing(), format) + SCRIPT + b"PK\x03\x04"

    assert SCRIPT not in prepared(sent).data


def test_sentence_for_a_person() -> None:
    unusable = Unusable("picture_too_large")

    assert sentence(unusable) == "Tệp ảnh lớn hơn 20 MB."
    assert sentence(unusable, english) == "The picture's file is larger than 20 MB."


def test_phones_get_a_smaller_picture_of_the_same_shape() -> None:
    whole = prepared(saved(photograph(1600, 1200), "JPEG")).data
    small = for_phones(whole)
    with Image.open(io.BytesIO(small)) as image:
        assert (image.format, image.size) == ("WEBP", PHONE_BOX)
    assert len(small) < min(len(whole), HEAVY_FOR_PHONES)


@pytest.mark.parametrize("size", [(320, 240), (1600, 1200)])
def test_light_picture_is_the_same_on_phones(size: tuple[int, int]) -> None:
    whole = prepared(saved(drawing(*size), "PNG")).data
    assert for_phones(whole) == whole
