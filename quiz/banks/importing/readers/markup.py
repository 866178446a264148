"""Text and category names as Moodle and others write them, HTML and all, made plain."""

import re
from html import unescape
from html.parser import HTMLParser
from typing import NamedTuple

from quiz.banks.files.record import clean
from quiz.banks.importing.draft import Doubt
from quiz.banks.importing.values.raised import lowered, raised

TAG = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|span|div|sub|sup|img|ul|ol|li|font|h[1-6]|table|tbody|tr|td|th"
    r"|a|pre|code|hr|small|big|center|math)\b[^<>]*>",
    re.IGNORECASE,
)
TEX = re.compile(r"\\\(.+?\\\)|\\\[.+?\\\]|\$\$.+?\$\$|\\(?:frac|sqrt|times|cdot)\b", re.DOTALL)
SHIFTS = {"sup": ("^", raised), "sub": ("_", lowered)}
LONGEST = 100_000
"""Characters of one text that are looked through for HTML."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
APART = frozenset(
    ("p", "br", "div", "li", "ul", "ol", "tr", "td", "th", "hr", "pre", "table", *HEADINGS)
)


class ShownText(NamedTuple):
    """A text as people see it, and how many pictures and formulas stand in it.

    A formula is one that plain text cannot show: MathML, TeX, an exponent without letters for it.
    """

    text: str
    pictures: int = 0
    formulas: int = 0


class Plain(HTMLParser):
    """Collects the text between the tags, and how many pictures and formulas there are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.pictures = self.formulas = 0
        self.shifts: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A picture is counted; a block stands apart from what was before it."""
        self.pictures += tag == "img"
        self.formulas += tag == "math"
        if tag in SHIFTS:
            self.shifts.append((tag, len(self.parts)))
        if tag in APART:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """A block stands apart from what comes after it; an exponent or index is whole."""
        if tag in APART:
            self.parts.append(" ")
        if self.shifts and self.shifts[-1][0] == tag:
            self.shift(*self.shifts.pop())

    def handle_data(self, data: str) -> None:
        """Text is kept as it is."""
        self.parts.append(data)

    def shift(self, tag: str, start: int) -> None:
        """Raise or lower what was collected since a place."""
        text = "".join(self.parts[start:])
        del self.parts[start:]
        sign, change = SHIFTS[tag]
        shifted = change(text)
        self.formulas += shifted is None
        self.parts.append(f"{sign}({text})" if shifted is None else shifted)


def plain(text: str) -> ShownText:
    """HTML as plain text; too much of it stays as it is."""
    if len(text) > LONGEST:
        return ShownText(clean(text))
    reader = Plain()
    reader.feed(text)
    reader.close()
    shown = as_typed("".join(reader.parts))
    return shown._replace(pictures=reader.pictures, formulas=reader.formulas + shown.formulas)


def as_typed(text: str) -> ShownText:
    """Text without tags."""
    return ShownText(clean(text), formulas=len(TEX.findall(text)))


def guessed(text: str) -> ShownText:
    """Text of no stated format: HTML where it has tags, or plain text with entities at most."""
    if len(text) <= LONGEST and TAG.search(text):
        return plain(text)
    return as_typed(unescape(text) if re.search(r"&(?:#\d+|#x[\da-f]+|\w+);", text) else text)


def doubts_of(shown: ShownText, pictures: str, formulas: str) -> tuple[Doubt, ...]:
    """The doubts about the fields that its pictures and its formulas belong to."""
    return (
        *((Doubt("picture", pictures),) if shown.pictures else ()),
        *((Doubt("formula", formulas),) if shown.formulas else ()),
    )


def topic(path: str) -> str:
    """The last part of a Moodle category's path; a doubled slash is one of the name's own."""
    parts = [part.strip() for part in path.replace("//", "\0").split("/")]
    if parts[-1] == "top" and len(parts) > 1:
        return ""
    return clean(parts[-1].replace("\0", "/"))
