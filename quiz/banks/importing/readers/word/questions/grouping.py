"""Parts of a file put together: which of them make one question."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from quiz.banks.importing.bounds import MOST_OPTIONS
from quiz.banks.importing.draft import UnreadableFile
from quiz.banks.importing.opening.opening import within_count
from quiz.banks.importing.readers.word.document.rich import joined
from quiz.banks.importing.readers.word.parts.ahead import (
    Ahead,
    first_options_ahead,
    goes_on,
    is_unfinished,
    options_ahead,
)
from quiz.banks.importing.readers.word.parts.grammar import (
    BY_NUMBER,
    END,
    INSTRUCTION,
    PAGE,
    PICTURED,
    LinePart,
    PartRole,
    is_section,
    passage_numbers,
)
from quiz.banks.importing.readers.word.questions.found_question import FoundQuestion, Passage
from quiz.banks.importing.readers.word.questions.marks import WrittenOption

LONGEST_INSTRUCTION = 50
"""Characters of a line below a section's name that is surely no passage."""


@dataclass
class Grouping:
    """The questions met so far; `numbered`: they begin with a number."""

    numbered: bool
    found: list[FoundQuestion] = field(default_factory=list)
    preamble: list[str] = field(default_factory=list)
    left_out: int = 0
    open_field: str = ""
    closed: bool = False
    """Whether the open field stood in brackets, so that nothing more belongs to it."""
    gap: bool = False
    section: str = ""
    between: bool = False
    """Whether a section's name has been met, and no question of it yet."""
    passages: list[Passage] = field(default_factory=list)
    passage: Passage | None = None
    """The passage being read."""
    waiting: list[bytes] = field(default_factory=list)
    """Pictures between two questions."""
    listed: int = 0
    """Questions whose list of keys has been met."""

    @property
    def current(self) -> FoundQuestion | None:
        """The question being read."""
        return self.found[-1] if self.found else None

    def take_all(self, parts: Sequence[LinePart]) -> None:
        """Take all parts of a run of lines."""
        optioned, firsts = options_ahead(parts), first_options_ahead(parts)
        for place, part in enumerate(parts):
            if part.role is PartRole.GAP:
                self.gap = True
                continue
            first = not self.numbered and firsts[place + 1]
            self.one(part, first=first, ahead=Ahead(parts, place + 1, optioned[place + 1]))
            self.gap = False
        if self.current:
            self.current.pictures += [("picture", picture) for picture in self.waiting]
        self.left_out += sum(len(each.lines) for each in self.passages if not each.begun)

    def one(self, part: LinePart, *, first: bool, ahead: Ahead) -> None:
        """Take one part; `first`: the next option is an A, in a file without numbers."""
        if part.role is PartRole.QUESTION and self.begins(part):
            self.begin(part, ahead)
        elif part.role is PartRole.QUESTION:
            bare = LinePart(PartRole.TEXT, joined([part.mark, part.rich]))
            self.text(bare, first=first, ahead=ahead)
        elif part.role is PartRole.OPTION:
            self.option(part)
        elif part.role is PartRole.KEYS:
            self.left_out += self.keys(part.pairs)
        elif part.role is PartRole.FIELD:
            self.field(part)
        else:
            self.text(part, first=first, ahead=ahead)

    def begins(self, part: LinePart) -> bool:
        """Whether this number begins a question, and is not one of a list within its text."""
        current = self.current
        if current is None or current.choices or current.fields or "âu" in part.mark.text.lower():
            return True
        before = current.label
        return not before.isdecimal() or int(part.label) == int(before) + 1 or not part.mark.text

    def begin(self, part: LinePart, ahead: Ahead) -> None:
        """A new question, below the passages that are for it."""
        before = self.current
        self.found.append(FoundQuestion(part.label, [part], section=self.section))
        within_count(len(self.found))
        self.found[-1].take(part)
        self.open_field, self.between, self.passage = "", False, None
        self.below_passages(self.found[-1])
        self.place_pictures(before, self.found[-1], f"{part.rich.text} {ahead.text()}")

    def below_passages(self, found: FoundQuestion) -> None:
        """Put the passages that are for a question before its text."""
        number = int(found.label) if found.label.isdecimal() else 0
        meant = [each for each in self.passages if not each.numbers or number in each.numbers]
        lines = [LinePart(PartRole.TEXT, line) for each in meant for line in each.lines]
        found.text = [*lines, *found.text]
        for each in meant:
            found.pictures += [("picture", picture) for picture in each.pictures]
            if not each.numbers:
                # Nothing says how many questions it is for.
                found.stray += [line.text for line in each.lines[:1]]
            each.begun = True
            each.numbers.discard(number)
        self.passages = [each for each in self.passages if each.numbers]

    def place_pictures(self, before: FoundQuestion | None, found: FoundQuestion, text: str) -> None:
        """Give pictures between two questions to the one that speaks of a picture."""
        said_before = before is not None and any(
            PICTURED.search(part.rich.text) for part in before.text
        )
        said = bool(PICTURED.search(text))
        for picture in self.waiting:
            if before is not None and said_before and not said:
                before.pictures.append(("picture", picture))
            elif said and not said_before:
                found.pictures.append(("picture", picture))
            else:
                found.pictures.append(("either", picture))
                if before is not None:
                    before.pictures.append(("either", picture))
        self.waiting = []

    def option(self, part: LinePart) -> None:
        """One more option of the question, or of one whose text is missing."""
        if self.current is None:
            self.found.append(FoundQuestion())
        if self.open_field == "key" and not part.rich.text and not self.is_answered(self.found[-1]):
            self.found[-1].fields["key"].append(part.mark)
            return
        self.open_field = ""
        if self.is_repeated(part):
            return
        if len(self.found[-1].choices) >= MOST_OPTIONS:
            place = f"Câu {self.found[-1].label or len(self.found)}"
            raise UnreadableFile("question_too_large", place)
        self.found[-1].choices.append(WrittenOption(part.label, part.mark, part.rich, part.ticked))
        self.found[-1].take(part)

    def is_repeated(self, part: LinePart) -> bool:
        """Whether the part says an option again behind an arrow, as "=> B. Hai" says the key."""
        choices = self.found[-1].choices
        if not part.ticked:
            return False
        for place, choice in enumerate(choices):
            again = (choice.letter, choice.rich.text) == (part.label, part.rich.text)
            if again:
                choices[place] = replace(choice, ticked=True)
                return True
        return False

    def field(self, part: LinePart) -> None:
        """A field of the question."""
        if self.current is None:
            self.preamble.append(part.rich.text)
            return
        self.open_field, self.closed = part.label, part.closed
        self.current.fields.setdefault(part.label, []).append(part.rich)
        self.current.take(part)

    def text(self, part: LinePart, *, first: bool, ahead: Ahead) -> None:
        """A line without a label: more of what came before it, a section's name, a passage."""
        text, current = part.rich.text, self.current
        full = current is None or bool(current.choices) or bool(current.fields)
        if END.fullmatch(text):
            return
        if PAGE.fullmatch(text):
            self.left_out += 1
            return
        if full and first:
            self.begin(replace(part, role=PartRole.QUESTION), ahead)
        elif full and self.is_between(part, ahead):
            return
        elif current is None:
            self.preamble.append(text)
        else:
            current.take(part)
            self.more(current, part, ahead)

    def is_between(self, part: LinePart, ahead: Ahead) -> bool:
        """Whether the line is no part of the question before it, and has been taken so."""
        text, current = part.rich.text, self.current
        numbers = passage_numbers(text) if text and self.numbered else None
        if numbers is not None and not ahead.optioned:
            self.passage = Passage(set(numbers))
            self.passages.append(self.passage)
        elif text and (part.heading or is_section(text)) and not self.is_unfinished():
            self.section, self.between, self.passage = text, True, None
            if current is None:
                self.preamble.append(text)
            else:
                self.left_out += 1
        elif self.passage is not None:
            self.passage.lines += [part.rich] if text else []
            self.passage.pictures += part.pictures
        elif not text and part.pictures and not ahead.optioned and not self.is_letter_bare():
            self.waiting += part.pictures
        elif self.between and text and current is not None:
            if len(text) > LONGEST_INSTRUCTION and not INSTRUCTION.search(text):
                self.passage = Passage(set(), [part.rich])
                self.passages.append(self.passage)
            else:
                self.left_out += 1
        else:
            return False
        return True

    def is_unfinished(self) -> bool:
        """Whether the last option surely goes on in the next line."""
        current = self.current
        text = current.choices[-1].rich.text if current and current.choices else ""
        return bool(text) and not self.open_field and is_unfinished(text)

    def is_letter_bare(self) -> bool:
        """Whether nothing stands behind the letter of the last option."""
        current = self.current
        return bool(current and current.choices and not current.choices[-1].rich.text)

    def more(self, current: FoundQuestion, part: LinePart, ahead: Ahead) -> None:
        """One more line of the question, of its last option or of its last field."""
        rich = joined([part.mark, part.rich]) if part.role is PartRole.BULLET else part.rich
        if not rich.text:
            return
        if self.is_field_over(current, rich.text, ahead):
            self.open_field = ""
        if self.open_field:
            listed = self.numbered and BY_NUMBER.match(rich.text)
            if self.is_answered(current) and listed:
                current.stray.append(rich.text)
                return
            name = "explanation" if self.is_answered(current) else self.open_field
            current.fields.setdefault(name, []).append(rich)
        elif not current.choices:
            current.text.append(part)
        elif self.gap:
            current.stray.append(rich.text)
        elif ahead.optioned or goes_on(current.choices[-1].rich.text, rich.text):
            last = current.choices[-1]
            current.choices[-1] = replace(last, rich=joined([last.rich, rich]))
        else:
            current.below.append(rich.text)

    def is_field_over(self, current: FoundQuestion, text: str, ahead: Ahead) -> bool:
        """Whether a line below a source or a topic is the question's again."""
        aside = self.open_field not in ("", "key", "explanation") and not current.choices
        return aside and (
            self.closed or (ahead.optioned and (not text[0].islower() or text.endswith("?")))
        )

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
