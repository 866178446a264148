"""Text that knows how each of its letters looks."""

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import chain, groupby

SOFT = "\u00ad"
WIDE = 30
VERY_WIDE = re.compile(rf"[^\S\n]{{{WIDE},}}")


@dataclass(frozen=True, slots=True)
class Look:
    """How letters look; a colour or highlight of "" is the page's own."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: str = ""
    highlight: str = ""


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Rich:
    """A text, and the look of each of its characters; None where Word itself has put it there."""

    text: str = ""
    looks: tuple[Look | None, ...] = ()

    def __add__(self, other: "Rich") -> "Rich":
        return Rich(self.text + other.text, self.looks + other.looks)

    def cut(self, start: int, end: int | None = None) -> "Rich":
        """The part between two positions, without white space around it."""
        part = self.text[start:end]
        start += len(part) - len(part.lstrip())
        part = part.strip()
        return Rich(part, self.looks[start : start + len(part)])

    def narrowed(self) -> "Rich":
        """The text without very wide white space, which would take long to look through."""
        kept, start = [], 0
        for gap in VERY_WIDE.finditer(self.text):
            end = gap.start() + WIDE
            kept.append(Rich(self.text[start:end], self.looks[start:end]))
            start = gap.end()
        return run_together((*kept, Rich(self.text[start:], self.looks[start:]))) if start else self

    def lines(self) -> list["Rich"]:
        """The parts between line breaks."""
        found, start = [], 0
        for line in self.text.split("\n"):
            found.append(self.cut(start, start + len(line)))
            start += len(line) + 1
        return found

    def changed(self, change: Callable[[str], str]) -> "Rich":
        """The text changed, each part that looks alike by itself."""
        parts, start = [], 0
        for look, group in groupby(self.looks):
            end = start + len(list(group))
            parts.append(rich(change(self.text[start:end]), look))
            start = end
        return run_together(parts)

    def seen(self) -> list[Look | None]:
        """The looks of its letters and digits."""
        return [look for char, look in zip(self.text, self.looks, strict=True) if char.isalnum()]


def rich(text: str, look: Look | None = PLAIN) -> Rich:
    """A text that looks the same throughout."""
    text = unicodedata.normalize("NFC", seen(text))
    return Rich(text, (look,) * len(text))


def run_together(parts: Iterable[Rich]) -> Rich:
    """The parts as one; to add them one by one would copy what is there each time."""
    whole = tuple(parts)
    text = "".join(part.text for part in whole)
    return Rich(text, tuple(chain.from_iterable(part.looks for part in whole)))


def seen(text: str) -> str:
    """The text without characters that nobody sees: joiners, marks of direction.

    Soft hyphens stay: in old Vietnamese text they are a letter.
    """
    if text.isascii():
        return text
    return "".join(char for char in text if unicodedata.category(char) != "Cf" or char == SOFT)


def joined(parts: list[Rich], between: str = " ") -> Rich:
    """The parts one after another."""
    gap, filled = rich(between), [part for part in parts if part.text]
    return run_together([each for part in filled for each in (gap, part)][1:])
