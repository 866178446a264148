"""Aiken: a question, its lettered options, and a line `ANSWER: B`, all in plain text."""

import re
from dataclasses import dataclass, field, replace

from quiz.banks.files.record import clean
from quiz.banks.importing.checking import checked, chosen
from quiz.banks.importing.draft import Doubt, DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.opening.encodings import decoded
from quiz.banks.importing.opening.opening import within_count, within_size
from quiz.banks.importing.progress import counted
from quiz.banks.importing.readers.word.document.rich import rich
from quiz.banks.importing.readers.word.parts.grammar import field_at
from quiz.banks.importing.values.labels import unlabelled

OPTION = re.compile(r"([A-Z])[.)](?:\s+(.*)|)$|([A-Z])[.)](\S.*)$")
ANSWER = re.compile(r"(?:ANSWER|ĐÁP ÁN)\s*:\s*(.*)$", re.IGNORECASE)
LETTER = re.compile(r"[A-Z]")
NUMBERED = re.compile(r"(\d{1,4})\s*[.):/]\s*(?=\D)")
SAID = ("explanation", "citation", "topic")
"""Fields that may stand on a line behind the answer."""


@dataclass
class AikenBlock:
    """The lines of one question, sorted as they are met."""

    text: list[str] = field(default_factory=list)
    options: list[tuple[str, str]] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)

    def say(self, name: str, text: str) -> None:
        """Add to a field."""
        self.fields[name] = f"{self.fields.get(name, '')} {text}".strip()


def read_aiken(data: bytes, name: str) -> Imported:
    """The questions of an Aiken file; raises UnreadableFile."""
    text, encoding = decoded(within_size(data))
    blocks = blocks_of(text)
    if not any(block.answers and block.options for block in blocks):
        raise UnreadableFile("not_this_kind")
    within_count(len(blocks))
    unnumber(blocks)
    numbered = enumerate(counted(blocks, len(blocks), 0, 1), start=1)
    drafts = (draft_of(block, f"Câu {number}") for number, block in numbered)
    return Imported(tuple(drafts), notes=(f"converted_{encoding}",) if encoding else ())


def blocks_of(text: str) -> list[AikenBlock]:
    """The file's questions: one ends with its answer, or where text follows options and a gap."""
    blocks = [AikenBlock()]
    gap = False
    lines = [line.strip() for line in text.split("\n")]
    for line, ends in zip(lines, gaps_before_options(lines), strict=True):
        answer = ANSWER.match(line)
        option = None if answer else OPTION.match(line)
        last = blocks[-1]
        said = field_at(rich(line).narrowed()) if last.answers and not answer else None
        if answer:
            last.answers.append(answer[1])
        elif not line:
            gap = True
            continue
        elif said and said.label in SAID:
            last.say(said.label, said.rich.text)
        elif last.fields and ends and not gap:
            last.say([*last.fields][-1], line)
        elif option and (last.text or last.options):
            if last.answers:
                blocks.append(AikenBlock())
            blocks[-1].options.append((option[1] or option[3], option[2] or option[4] or ""))
        else:
            if last.answers or (gap and last.options):
                blocks.append(AikenBlock())
            add_text(blocks[-1], line)
        gap = False
    return [block for block in blocks if block != AikenBlock()]


def unnumber(blocks: list[AikenBlock]) -> None:
    """Take the numbers off, if all questions have theirs."""
    starts = [NUMBERED.match(block.text[0] if block.text else "") for block in blocks]
    if [int(start[1]) for start in starts if start] == [*range(1, len(blocks) + 1)]:
        for block, start in zip(blocks, starts, strict=True):
            block.text[0] = block.text[0][start.end() if start else 0 :]


def gaps_before_options(lines: list[str]) -> list[bool]:
    """For each line, whether a gap, or the end, comes before the next option."""
    found, ends = [], True
    for line in reversed(lines):
        ends = not line or (ends and not OPTION.match(line))
        found.append(ends)
    return found[::-1]


def add_text(block: AikenBlock, line: str) -> None:
    """A further line of the last option, or of the question."""
    if block.options:
        letter, text = block.options[-1]
        block.options[-1] = (letter, f"{text} {line}")
    else:
        block.text.append(line)


def draft_of(block: AikenBlock, place: str) -> DraftQuestion:
    """The question of a block, its key only where one letter points at one option."""
    draft = DraftQuestion(
        place,
        unlabelled(clean(" ".join(block.text))),
        options=tuple(clean(text) for _, text in block.options),
        explanation=clean(block.fields.get("explanation", "")),
        citation=clean(block.fields.get("citation", "")),
        topic=clean(block.fields.get("topic", "")),
    )
    names = [letter for letter, _ in block.options]
    if names != [chr(ord("A") + place) for place in range(len(names))]:
        return checked(replace(draft, doubts=(Doubt("letters", "options", " ".join(names)),)))
    if not block.answers:
        return chosen(draft, (), several=None)
    given = LETTER.findall(" ".join(block.answers).upper())
    words = re.sub(r"[\s,;.)]|and|và", "", " ".join(block.answers), flags=re.IGNORECASE)
    if not given or len(words) > len(given) or set(given) - set(names):
        return checked(
            replace(draft, doubts=(Doubt("key_unknown", "key", clean(" / ".join(block.answers))),))
        )
    if len(block.answers) > 1:
        return checked(
            replace(draft, doubts=(Doubt("many_keys", "key", clean(" / ".join(block.answers))),))
        )
    return chosen(draft, tuple(names.index(letter) for letter in given), several=None)
