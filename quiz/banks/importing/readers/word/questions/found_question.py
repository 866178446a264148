"""A question as its parts were met, and a text that several questions are about."""

from dataclasses import dataclass, field

from quiz.banks.importing.readers.word.document.rich import Rich
from quiz.banks.importing.readers.word.parts.grammar import LinePart, PartRole
from quiz.banks.importing.readers.word.questions.marks import WrittenOption


@dataclass
class FoundQuestion:
    """A question as its parts were met; `stray` are lines that belong nowhere for sure.

    `below` are lines without a label behind the last option, `section` the name of its section.
    """

    label: str = ""
    text: list[LinePart] = field(default_factory=list)
    choices: list[WrittenOption] = field(default_factory=list)
    fields: dict[str, list[Rich]] = field(default_factory=dict)
    pictures: list[tuple[str, bytes]] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)
    section: str = ""
    formula: bool = False
    table: bool = False
    keys: list[str] = field(default_factory=list)

    def take(self, part: LinePart) -> None:
        """Note the pictures and formulas of a part."""
        where = "options" if part.role is PartRole.OPTION else "picture"
        self.pictures += [(where, picture) for picture in part.pictures]
        self.formula = self.formula or part.formula
        self.table = self.table or part.table


@dataclass
class Passage:
    """A text for several questions; without `numbers` it is for the next one, or for more."""

    numbers: set[int]
    lines: list[Rich] = field(default_factory=list)
    pictures: list[bytes] = field(default_factory=list)
    begun: bool = False
    """Whether a question it is for has been met."""
