"""What comes behind a part of a file, which tells what the part is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from quiz.banks.importing.readers.word.parts.grammar import LinePart, PartRole

FIRST = ("A", "1", "I")
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
    optioned: bool
    """Whether there is an option among them."""

    def own(self) -> Iterator[LinePart]:
        """The parts up to the next question."""
        for position in range(self.place, len(self.parts)):
            if self.parts[position].role in (PartRole.QUESTION, PartRole.KEYS):
                return
            yield self.parts[position]

    def text(self) -> str:
        """The text before the first option or field."""
        roles = (PartRole.TEXT, PartRole.GAP, PartRole.BULLET)
        return " ".join(part.rich.text for part in takewhile(lambda p: p.role in roles, self.own()))


def options_ahead(parts: Sequence[LinePart]) -> list[bool]:
    """For each place and the end, whether an option comes from there on before a question."""
    found = [False]
    for part in reversed(parts):
        if part.role in (PartRole.QUESTION, PartRole.KEYS):
            found.append(False)
        else:
            found.append(found[-1] or part.role is PartRole.OPTION)
    return found[::-1]


def goes_on(option: str, line: str) -> bool:
    """Whether the line is surely more of the option before it."""
    if not option or line[0].islower() or line[0] in ",.;:)]":
        return True
    return is_unfinished(option)


def is_unfinished(option: str) -> bool:
    """Whether an option ends with what something more is said behind."""
    return option[-1] in ",:(-–/" or option.split()[-1].casefold() in UNFINISHED


def first_options_ahead(parts: Sequence[LinePart]) -> list[bool]:
    """For each place and the end, whether the next labelled part from there on is an A."""
    found = [False]
    for part in reversed(parts):
        if part.role is PartRole.OPTION:
            found.append(part.label in FIRST)
        elif part.role in (PartRole.FIELD, PartRole.QUESTION, PartRole.KEYS):
            found.append(False)
        else:
            found.append(found[-1])
    return found[::-1]
