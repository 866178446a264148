"""What comes behind a part of a file, which tells what the part is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from quiz.banks.importing.readers.word.grammar import LinePart, PartRole

UNFINISHED = frozenset(
    word
    for words in (
        "của và là ở tại các những cho với trong về do từ đến tới theo hoặc hay khi để mà bởi thì",
        "như được một mỗi mọi bằng trên dưới giữa vào ra nước tỉnh the of and or to in a an",
    )
    for word in words.split()
)
"""Words that something more is said behind."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What comes from a place on, up to the next question."""

    parts: Sequence[LinePart]
    place: int

    def own(self) -> Iterator[LinePart]:
        """The parts up to the next question."""
        for position in range(self.place, len(self.parts)):
            if self.parts[position].role in (PartRole.QUESTION, PartRole.KEYS):
                return
            yield self.parts[position]

    def has_options(self) -> bool:
        """Whether there is an option among them."""
        return any(part.role is PartRole.OPTION for part in self.own())

    def text(self) -> str:
        """The text before the first option or field."""
        roles = (PartRole.TEXT, PartRole.GAP, PartRole.BULLET)
        return " ".join(part.rich.text for part in takewhile(lambda p: p.role in roles, self.own()))


def goes_on(option: str, line: str) -> bool:
    """Whether the line is surely more of the option before it."""
    if not option or line[0].islower() or line[0] in ",.;:)]":
        return True
    return is_unfinished(option)


def is_unfinished(option: str) -> bool:
    """Whether an option ends with what something more is said behind."""
    return option[-1] in ",:(-–/" or option.split()[-1].casefold() in UNFINISHED


def options_follow(parts: Sequence[LinePart], place: int) -> bool:
    """Whether the next labelled part from a place on is a first option."""
    for position in range(place, len(parts)):
        part = parts[position]
        if part.role is PartRole.OPTION:
            return part.label in ("A", "1", "I")
        if part.role in (PartRole.FIELD, PartRole.QUESTION, PartRole.KEYS):
            return False
    return False
