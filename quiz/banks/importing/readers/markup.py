"""Text and category names as Moodle and others write them, HTML and all, made plain."""

import re
from html import unescape
from html.parser import HTMLParser

from quiz.banks.files.record import clean

TAG = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|span|div|sub|sup|img|ul|ol|li|font|h[1-6]|table|tbody|tr|td|th"
    r"|a|pre|code|hr|small|big|center)\b[^<>]*>",
    re.IGNORECASE,
)
LONGEST = 100_000
"""Characters of one text that are looked through for HTML."""
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
APART = frozenset(
    ("p", "br", "div", "li", "ul", "ol", "tr", "td", "th", "hr", "pre", "table", *HEADINGS)
)


class Plain(HTMLParser):
    """Collects the text between the tags and how many pictures there are."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.pictures = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A picture is counted; a block stands apart from what was before it."""
        self.pictures += tag == "img"
        if tag in APART:
            self.parts.append(" ")

    def handle_endtag(self, tag: str) -> None:
        """A block stands apart from what comes after it."""
        if tag in APART:
            self.parts.append(" ")

    def handle_data(self, data: str) -> None:
        """Text is kept as it is."""
        self.parts.append(data)


def plain(text: str) -> tuple[str, int]:
    """HTML as plain text, and how many pictures it shows; too much of it stays as it is."""
    if len(text) > LONGEST:
        return clean(text), 0
    reader = Plain()
    reader.feed(text)
    reader.close()
    return clean("".join(reader.parts)), reader.pictures


def guessed(text: str) -> tuple[str, int]:
    """Text of no stated format: HTML where it has tags, or plain text with entities at most."""
    if len(text) <= LONGEST and TAG.search(text):
        return plain(text)
    return clean(unescape(text) if re.search(r"&(?:#\d+|#x[\da-f]+|\w+);", text) else text), 0


def topic(path: str) -> str:
    """The last part of a Moodle category's path; a doubled slash is one of the name's own."""
    parts = [part.strip() for part in path.replace("//", "\0").split("/")]
    if parts[-1] == "top" and len(parts) > 1:
        return ""
    return clean(parts[-1].replace("\0", "/"))
