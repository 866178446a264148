"""Pictures of questions: checked by decoding, made to fit a screen, rid of everything but pixels.

What goes out is always drawn anew from the pixels, so nothing of the file that came in (a place
where a photograph was taken, a script hidden behind the picture) reaches a phone.
"""

import hashlib
import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageCms, ImageOps, UnidentifiedImageError

from quiz.banks.files.problem_words import WORDS
from quiz.banks.saying import Tongue, vietnamese

LARGEST = 20 * 1024 * 1024
"""Bytes of a file."""
MOST_PIXELS = 40_000_000
FORMATS = ("PNG", "JPEG", "WEBP", "GIF")
BOX = (1600, 1200)
"""The largest width and height that go out."""
NAME_DIGITS = 32
"""Hex digits of a picture's name: 128 bits, which nobody guesses before the question is shown."""
DRAWING_COLOURS = 4096
"""A picture of no more colours is taken for a drawing, kept exact if that is light enough."""
LIGHT = 150_000
"""Bytes of a drawing that is kept exact."""
QUALITIES = (85, 70, 55)
HEAVY = 300_000
"""Bytes above which a lower quality is taken: a whole hall fetches a picture at one instant."""

PHONE_BOX = (960, 720)
"""The same for phones, which show it some 390 points wide, at two or three pixels each."""
LIGHT_FOR_PHONES = 50_000
PHONE_QUALITIES = (75, 60, 45)
HEAVY_FOR_PHONES = 80_000


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is sent; `name` is told from the data, so equal pictures are one."""

    name: str
    data: bytes


class Unusable(Exception):
    """The file gives no picture; `code` is a word of `quiz.banks.files.problem_words`.

    `picture_too_large` (bytes), `picture_too_many_pixels`, `picture_unknown`, `picture_damaged`.
    """

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def sentence(unusable: Unusable, tongue: Tongue = vietnamese) -> str:
    """Why the file gives no picture, for a person."""
    words = tongue(WORDS[unusable.code])
    return f"{words[0].upper()}{words[1:]}."


def prepared(data: bytes) -> Picture:
    """The picture in a file, at most 1600 × 1200, upright, its first frame, on white.

    Takes up to a second of computing for a large photograph. The same file gives the same
    picture.

    Raises:
        Unusable: it is too large, broken, or no PNG, JPEG, WebP or GIF.
    """
    if len(data) > LARGEST:
        raise Unusable("picture_too_large")
    out = written(pixels(opened(data)))
    return Picture(f"{hashlib.sha256(out).hexdigest()[:NAME_DIGITS]}.webp", out)


def for_phones(data: bytes) -> bytes:
    """A picture that was made ready, smaller; the very same where that makes it no lighter.

    Takes a fifth of a second of computing for the largest.
    """
    if len(data) <= LIGHT_FOR_PHONES:
        return data
    with Image.open(io.BytesIO(data), formats=("WEBP",)) as image:
        image.thumbnail(PHONE_BOX, Image.Resampling.LANCZOS)
        smaller = written(image, LIGHT_FOR_PHONES, PHONE_QUALITIES, HEAVY_FOR_PHONES)
    return min(smaller, data, key=len)


def opened(data: bytes) -> Image.Image:
    """The picture by its content, not decoded yet; its size is checked before that."""
    try:
        with warnings.catch_warnings():
            # How many pixels are too many is said below, and by less than half of Pillow's own.
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=FORMATS)
    except Image.DecompressionBombError:
        raise Unusable("picture_too_many_pixels") from None
    except UnidentifiedImageError:
        raise Unusable("picture_unknown") from None
    except Exception:  # noqa: BLE001  Whatever broken data do to a decoder, the file is refused.
        raise Unusable("picture_damaged") from None
    if image.width * image.height > MOST_PIXELS:
        raise Unusable("picture_too_many_pixels")
    return image


def pixels(image: Image.Image) -> Image.Image:
    """Nothing but the pixels, as people see them: upright, in plain colours, on white."""
    try:
        # A JPEG may be decoded smaller, never below what is sent, whichever way up it is.
        image.draft(None, (min(BOX), min(BOX)))
        image.load()
        seen = in_colour(upright(image))
        seen.thumbnail(BOX, Image.Resampling.LANCZOS)
    except Image.DecompressionBombError:
        raise Unusable("picture_too_many_pixels") from None
    except Exception:  # noqa: BLE001  Whatever broken data do to a decoder, the file is refused.
        raise Unusable("picture_damaged") from None
    clean = Image.new("RGB", seen.size, "white")
    clean.paste(seen, mask=seen if seen.mode == "RGBA" else None)
    return clean


def upright(image: Image.Image) -> Image.Image:
    """Turned as the camera was held; where that cannot be read, as it lies."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return ImageOps.exif_transpose(image)
    except Exception:  # noqa: BLE001  A broken note beside a whole picture is no reason to refuse.
        return image


def in_colour(image: Image.Image) -> Image.Image:
    """RGB, or RGBA where parts are see-through."""
    if image.mode.startswith("I"):
        # 16 bits of grey: the upper eight are what a screen can show.
        return image.convert("I").point(lambda grey: grey * (1 / 256)).convert("L").convert("RGB")
    if image.has_transparency_data:
        return image.convert("RGBA")
    return in_screen_colours(image) or image.convert("RGB")


def in_screen_colours(image: Image.Image) -> Image.Image | None:
    """In the colours of screens, by the profile of camera or press; None without a usable one."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("RGB", "CMYK"):
        return None
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, screen, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError):
        return None


def written(
    image: Image.Image,
    light: int = LIGHT,
    qualities: tuple[int, ...] = QUALITIES,
    heavy: int = HEAVY,
) -> bytes:
    """The picture as WebP: exact for a drawing that stays light, else as a good photograph."""
    if image.getcolors(DRAWING_COLOURS):
        exact = io.BytesIO()
        image.save(exact, "WEBP", lossless=True)
        if exact.tell() <= light:
            return exact.getvalue()
    for quality in qualities:
        good = io.BytesIO()
        image.save(good, "WEBP", quality=quality)
        if good.tell() <= heavy:
            break
    return good.getvalue()
