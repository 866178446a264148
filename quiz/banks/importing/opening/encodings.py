"""Old Vietnamese encodings: TCVN3 (.VnTime) and VNI text recognised and made Unicode.

Both put their letters on the places of Western European ones, so text is only converted where
a font of theirs says so, or where the outcome is Vietnamese syllables and the text as it stands
is not.
"""

import re
import unicodedata
from enum import StrEnum

from quiz.banks.files.record import seen
from quiz.banks.importing.draft import UnreadableFile
from quiz.banks.importing.opening.opening import MARKS, text_of


class Encoding(StrEnum):
    """How old text is kept; the value ends the note of a file that was converted."""

    TCVN3 = "tcvn3"
    VNI = "vni"


TCVN3_LETTERS = (
    "àµ á¸ ả¶ ã· ạ¹ ă¨ ằ» ắ¾ ẳ¼ ẵ½ ặÆ â© ầÇ ấÊ ẩÈ ẫÉ ậË đ® èÌ éÐ ẻÎ ẽÏ ẹÑ êª ềÒ ếÕ ểÓ ễÔ ệÖ "
    "ì× íÝ ỉØ ĩÜ ịÞ òß óã ỏá õâ ọä ô« ồå ốè ổæ ỗç ộé ơ¬ ờê ớí ởë ỡì ợî ùï úó ủñ ũò ụô "
    "ư\u00ad ừõ ứø ửö ữ÷ ựù ỳú ýý ỷû ỹü ỵþ Ă¡ Â¢ Ê£ Ô¤ Ơ¥ Ư¦ Đ§"
)
TCVN3 = {ord(pair[1]): pair[0] for pair in TCVN3_LETTERS.split(" ")}
GRAVE, ACUTE, HOOK, TILDE, DOT = "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"
BREVE, ROOF = "\u0306", "\u0302"
TONES = frozenset((GRAVE, ACUTE, HOOK, TILDE, DOT))
VNI_MARKS = {
    "ø": GRAVE,
    "ù": ACUTE,
    "û": HOOK,
    "õ": TILDE,
    "ï": DOT,
    "ê": BREVE,
    "â": ROOF,
    "è": BREVE + GRAVE,
    "é": BREVE + ACUTE,
    "ú": BREVE + HOOK,
    "ü": BREVE + TILDE,
    "ë": BREVE + DOT,
    "à": ROOF + GRAVE,
    "á": ROOF + ACUTE,
    "å": ROOF + HOOK,
    "ã": ROOF + TILDE,
    "ä": ROOF + DOT,
}
VNI_LETTERS = {"ö": "ư", "ô": "ơ", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
VNI_LETTERS |= {old.upper(): new.upper() for old, new in VNI_LETTERS.items()}
VNI_LETTER = re.compile(
    f"([aeouyöô])([{''.join(VNI_MARKS)}])|[{''.join(VNI_LETTERS)}]", re.IGNORECASE
)
ONLY_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9\u0300-\u0323]")
SYLLABLE = re.compile(
    "(?:ngh?|nh|gh|gi|qu|kh|ph|th|tr|ch|[bcdđghklmnpqrstvx])?"
    "(?:[oôuưiyơ]?[aăâeêioôơuưy][iyuoa]?|uyê|uya|uyu|uôi|ươi|ươu|iêu|yêu|oai|oay|oeo|uây)"
    "(?:ng|nh|ch|[cmnpt])?"
)
WORD = re.compile(r"[^\s\x00-\x26\x28-\x40\x5b-\x60\x7b-\x7f–—“”‘’…]+")
FEWEST_WORDS, SHARE = 2, 0.85


def by_font(font: str) -> tuple[Encoding, bool] | None:
    """The encoding that a font's text is in, and whether the font shows capitals only."""
    if font.startswith(".Vn"):
        return Encoding.TCVN3, font.endswith("H")
    if font.upper().startswith("VNI"):
        return Encoding.VNI, False
    return None


def unicode_of(text: str, encoding: Encoding) -> str:
    """Old text as composed Unicode; text that holds Vietnamese Unicode already is left alone."""
    if ONLY_UNICODE.search(text):
        return text
    if encoding is Encoding.TCVN3:
        return text.translate(TCVN3)
    return unicodedata.normalize("NFC", VNI_LETTER.sub(vni_letter, text))


def vni_letter(match: re.Match[str]) -> str:
    """One letter of VNI text: often two places, the letter and its marks."""
    if match[1] is None:
        return VNI_LETTERS.get(match[0], match[0])
    return VNI_LETTERS.get(match[1], match[1]) + VNI_MARKS[match[2].lower()]


def recognised(text: str) -> Encoding | None:
    """The old encoding that the text is in, if it surely is in one."""
    if text.isascii() or ONLY_UNICODE.search(text):
        return None
    shares = {encoding: share(unicode_of(text, encoding)) for encoding in Encoding}
    best = max(shares, key=lambda encoding: shares[encoding])
    return best if shares[best] >= SHARE and shares[best] > share(text) else None


def share(text: str) -> float:
    """How many of its different words with letters beyond ASCII are Vietnamese, 0 to 1."""
    words = {word for word in WORD.findall(text) if not word.isascii()}
    if len(words) < FEWEST_WORDS:
        return 0
    return sum(is_syllable(word) for word in words) / len(words)


def is_syllable(word: str) -> bool:
    """Whether the word has the form of a Vietnamese syllable, with one tone at most."""
    apart = unicodedata.normalize("NFD", word.lower())
    bare = "".join(char for char in apart if char not in TONES)
    one_tone = len(apart) - len(bare) <= 1
    return one_tone and bool(SYLLABLE.fullmatch(unicodedata.normalize("NFC", bare)))


def decoded(data: bytes) -> tuple[str, Encoding | None]:
    """The text of a file in Unicode or in an old encoding, and which old one it was.

    Characters that nobody sees are left out. Raises UnreadableFile("encoding") where none of the
    encodings makes Vietnamese of it.
    """
    text, encoding = as_written(data)
    return seen(text), encoding


def as_written(data: bytes) -> tuple[str, Encoding | None]:
    """The same with all its characters; one of them is a letter in an old encoding."""
    try:
        text = text_of(data)
    except UnreadableFile as problem:
        if problem.code != "broken" or data.startswith(tuple(MARKS)):
            raise
        western = data.decode("cp1252", errors="replace").replace("\r\n", "\n")
        windows = unicodedata.normalize("NFC", data.decode("cp1258", errors="replace"))
        if share(windows) >= SHARE:
            return windows.replace("\r\n", "\n"), None
        encoding = recognised(western)
        if encoding is None:
            raise UnreadableFile("encoding") from None
        return unicode_of(western, encoding), encoding
    encoding = recognised(text)
    return (unicode_of(text, encoding), encoding) if encoding else (text, None)
