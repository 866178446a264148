"""A cell that holds more than one thing: all options of a question, or the question with them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quiz.banks.files.record import clean
from quiz.banks.importing.readers.word.document.lines import TextLine
from quiz.banks.importing.readers.word.document.rich import Rich, joined, rich
from quiz.banks.importing.readers.word.parts.cutting import parts_of
from quiz.banks.importing.readers.word.parts.grammar import LinePart, PartRole
from quiz.banks.importing.readers.word.questions.marks import WrittenOption

NUMBERED = re.compile(r"(?P<number>[1-8])\s*[.):]\s*(?P<text>\S.*)")
SEPARATORS = (";", "|")
SIGN = r"(?:[*✓✔√☑✅]+|[(\[](?:Đ|Đúng|ĐÚNG|đúng)[)\]])"
TICK = re.compile(rf"{SIGN}\s*(?P<text>\S.*)|(?P<before>.*\S)\s*{SIGN}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class CellContents:
    """What was told apart in a cell: a text, and options with their letters.

    `right` are the places of the options that have a tick, `key` what is said to be the key,
    `rest` lines that are none of these.
    """

    text: str = ""
    options: tuple[str, ...] = ()
    letters: tuple[str, ...] = ()
    right: tuple[int, ...] = ()
    key: str = ""
    rest: tuple[str, ...] = ()


def options_in(cell: str) -> CellContents:
    """The options of a cell that is named for all of them: by letter, number, line or bar."""
    lines = [line.strip() for line in cell.split("\n") if line.strip()]
    lettered = apart(lines)
    if lettered.options and not lettered.text:
        return lettered
    numbered = [NUMBERED.fullmatch(line) for line in lines]
    if [match and int(match["number"]) for match in numbered] == [*range(1, len(lines) + 1)]:
        lines = [match["text"] for match in numbered if match]
    if len(lines) == 1:
        lines = next((found for each in SEPARATORS if len(found := cut(lines[0], each)) > 1), lines)
    options = [unticked(WrittenOption("", Rich(), rich(line.lstrip("-–•●+ ")))) for line in lines]
    return contents("", options)


def cut(line: str, separator: str) -> list[str]:
    """The parts of a line between separators."""
    return [part.strip() for part in line.split(separator) if part.strip()]


def unticked(option: WrittenOption) -> WrittenOption:
    """The option without a sign before or behind it, ticked if there was one."""
    match = TICK.fullmatch(option.rich.text)
    if match is None:
        return option
    name = "text" if match["text"] else "before"
    return WrittenOption(option.letter, option.mark, option.rich.cut(*match.span(name)), True)


def question_in(cell: str) -> CellContents:
    """A cell named for a question, with the options that may stand below it, from A on."""
    found = apart([line.strip() for line in cell.split("\n") if line.strip()])
    if len(found.options) < 2 or found.letters[0] != "A" or not found.text:
        return CellContents(clean(cell))
    return found


def apart(lines: Sequence[str]) -> CellContents:
    """Lines as Word files have them: a text, then lettered options, several on a line maybe."""
    text: list[Rich] = []
    options: list[WrittenOption] = []
    keys: list[str] = []
    rest: list[str] = []
    for part in parts_of([TextLine(rich(line).narrowed()) for line in lines], by_word=False):
        if part.role is PartRole.OPTION:
            options.append(WrittenOption(part.label, part.mark, part.rich, part.ticked))
        elif part.role is PartRole.FIELD and part.label == "key" and options:
            keys.append(clean(part.rich.text))
        elif part.role is PartRole.FIELD:
            rest.append(whole(part).text)
        elif options:
            last = options[-1]
            joint = joined([last.rich, whole(part)])
            options[-1] = WrittenOption(last.letter, last.mark, joint, last.ticked)
        else:
            text.append(whole(part))
    found = contents(joined(text).text, [unticked(option) for option in options])
    return replace(found, key="; ".join(keys), rest=tuple(rest))


def whole(part: LinePart) -> Rich:
    """All that a part shows."""
    name = rich(f"{part.label}: ") if part.role is PartRole.FIELD else part.mark
    return joined([name, part.rich])


def contents(text: str, options: Sequence[WrittenOption]) -> CellContents:
    """The contents of a cell, cleaned; semicolons between options are none of theirs."""
    texts = [clean(option.rich.text) for option in options]
    if len(texts) > 1 and all(each.endswith(";") for each in texts[:-1]):
        texts = [each.rstrip(" ;") for each in texts]
    return CellContents(
        clean(text),
        tuple(texts),
        tuple(option.letter for option in options),
        tuple(place for place, option in enumerate(options) if option.ticked),
    )
