"""Parts of a file put together: which of them make one question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quiz.banks.importing.readers.word.grammar import END, LinePart, PartRole, is_section
from quiz.banks.importing.readers.word.marks import WrittenOption
from quiz.banks.importing.readers.word.rich import Rich, joined


@dataclass
class FoundQuestion:
    """A question as its parts were met; `stray` are lines that belong nowhere for sure."""

    label: str = ""
    text: list[LinePart] = field(default_factory=list)
    choices: list[WrittenOption] = field(default_factory=list)
    fields: dict[str, list[Rich]] = field(default_factory=dict)
    pictures: list[tuple[str, bytes]] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    formula: bool = False
    keys: list[str] = field(default_factory=list)

    def take(self, part: LinePart) -> None:
        """Note the pictures and formulas of a part."""
        where = "options" if part.role is PartRole.OPTION else "picture"
        self.pictures += [(where, picture) for picture in part.pictures]
        self.formula = self.formula or part.formula


@dataclass
class Grouping:
    """The questions met so far; `numbered`: they begin with a number."""

    numbered: bool
    found: list[FoundQuestion] = field(default_factory=list)
    preamble: list[str] = field(default_factory=list)
    left_out: int = 0
    open_field: str = ""
    gap: bool = False
    listed: int = 0
    """Questions whose list of keys has been met."""

    @property
    def current(self) -> FoundQuestion | None:
        """The question being read."""
        return self.found[-1] if self.found else None

    def take_all(self, parts: Sequence[LinePart]) -> None:
        """Take all parts of a run of lines."""
        for place, part in enumerate(parts):
            if part.role is PartRole.GAP:
                self.gap = True
                continue
            self.one(part, first=not self.numbered and options_follow(parts, place + 1))
            self.gap = False

    def one(self, part: LinePart, *, first: bool) -> None:
        """Take one part; `first`: the next option is an A, in a file without numbers."""
        if part.role is PartRole.QUESTION and self.begins(part):
            self.begin(part)
        elif part.role is PartRole.QUESTION:
            self.text(LinePart(PartRole.TEXT, joined([part.mark, part.rich])), first=first)
        elif part.role is PartRole.OPTION:
            self.option(part)
        elif part.role is PartRole.KEYS:
            self.left_out += self.keys(part.pairs)
        elif part.role is PartRole.FIELD:
            self.field(part)
        else:
            self.text(part, first=first)

    def begins(self, part: LinePart) -> bool:
        """Whether this number begins a question, and is not one of a list within its text."""
        current = self.current
        if current is None or current.choices or current.fields or "âu" in part.mark.text.lower():
            return True
        before = current.label
        return not before.isdecimal() or int(part.label) == int(before) + 1 or not part.mark.text

    def begin(self, part: LinePart) -> None:
        """A new question."""
        self.found.append(FoundQuestion(part.label, [part]))
        self.found[-1].take(part)
        self.open_field = ""

    def option(self, part: LinePart) -> None:
        """One more option of the question, or of one whose text is missing."""
        if self.current is None:
            self.found.append(FoundQuestion())
        if self.open_field == "key" and not part.rich.text and not self.is_answered(self.found[-1]):
            self.found[-1].fields["key"].append(part.mark)
            return
        self.open_field = ""
        self.found[-1].choices.append(WrittenOption(part.label, part.mark, part.rich, part.ticked))
        self.found[-1].take(part)

    def field(self, part: LinePart) -> None:
        """A field of the question."""
        if self.current is None:
            self.preamble.append(part.rich.text)
            return
        self.open_field = part.label
        self.current.fields.setdefault(part.label, []).append(part.rich)
        self.current.take(part)

    def text(self, part: LinePart, *, first: bool) -> None:
        """A line without a label: more of what came before it, or a section's name."""
        text, current = part.rich.text, self.current
        if END.fullmatch(text):
            return
        full = current is None or bool(current.choices) or bool(current.fields)
        if full and first:
            self.begin(
                LinePart(PartRole.QUESTION, part.rich, pictures=part.pictures, formula=part.formula)
            )
        elif current is None:
            self.preamble.append(text)
        elif full and text and (part.heading or is_section(text)):
            self.left_out += 1
        else:
            current.take(part)
            self.more(current, part)

    def more(self, current: FoundQuestion, part: LinePart) -> None:
        """One more line of the question, of its last option or of its last field."""
        rich = joined([part.mark, part.rich]) if part.role is PartRole.BULLET else part.rich
        if not rich.text:
            return
        if self.open_field:
            name = "explanation" if self.is_answered(current) else self.open_field
            current.fields.setdefault(name, []).append(rich)
        elif not current.choices:
            current.text.append(part)
        elif self.gap:
            current.stray.append(rich.text)
        else:
            last = current.choices[-1]
            whole = joined([last.rich, rich])
            current.choices[-1] = WrittenOption(last.letter, last.mark, whole, last.ticked)

    def is_answered(self, current: FoundQuestion) -> bool:
        """Whether the key has been said, so that what follows explains it."""
        return self.open_field == "key" and any(rich.text for rich in current.fields["key"])

    def keys(self, pairs: Iterable[tuple[int, str]]) -> int:
        """Give the keys of a list to the questions before it; how many belong to none."""
        lost = 0
        for number, key in pairs:
            meant = [one for one in self.found[self.listed :] if one.label == str(number)]
            meant = meant or self.sole(number)
            for found in meant:
                # A number that several questions have tells no key of any of them.
                found.keys += [key] if len(meant) == 1 else [key, "?"]
            lost += not meant
        self.listed = len(self.found)
        self.open_field = ""
        return lost

    def sole(self, number: int) -> list[FoundQuestion]:
        """The one question of the whole file that has this number."""
        named = [found for found in self.found if found.label == str(number)]
        return named if len(named) == 1 else []


def options_follow(parts: Sequence[LinePart], place: int) -> bool:
    """Whether the next labelled part from a place on is a first option."""
    for position in range(place, len(parts)):
        part = parts[position]
        if part.role is PartRole.OPTION:
            return part.label == "A"
        if part.role in (PartRole.FIELD, PartRole.QUESTION, PartRole.KEYS):
            return False
    return False
