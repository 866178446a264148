"""Plain text in the layouts that people type in Word: read by the same grammar, without looks."""

import re

from quiz.banks.importing.draft import DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.opening.encodings import Encoding, decoded
from quiz.banks.importing.opening.opening import within_size
from quiz.banks.importing.readers.word import of_blocks
from quiz.banks.importing.readers.word.document.lines import TextLine
from quiz.banks.importing.readers.word.document.rich import rich
from quiz.banks.importing.readers.word.parts.grammar import question_start

FENCE = re.compile(r"[ \t]*```\w*[ \t]*")


def read_text(data: bytes, name: str) -> Imported:
    """The questions of a text; raises UnreadableFile, "not_this_kind" where most lines are none."""
    lines, encoding = lines_of(data)
    try:
        found = of_blocks(lines, [encoding] if encoding else [])
    except UnreadableFile as problem:
        raise UnreadableFile("not_this_kind") if problem.code == "empty" else problem from None
    asked = sum(is_asked(draft) for draft in found.drafts)
    if not asked or 2 * asked < len(found.drafts):
        raise UnreadableFile("not_this_kind")
    return found


def lines_of(data: bytes) -> tuple[list[TextLine], Encoding | None]:
    """The lines of a text without fences, and the old encoding that they were converted from."""
    text, encoding = decoded(within_size(data))
    lines = [line for line in text.split("\n") if not FENCE.fullmatch(line)]
    return [TextLine(rich(line).narrowed().cut(0)) for line in lines], encoding


def is_asked(draft: DraftQuestion) -> bool:
    """Whether there is anything to answer."""
    return len(draft.options) > 1 or bool(draft.key)


def is_numbered(data: bytes) -> bool:
    """Whether the text numbers its questions, by word or one after another."""
    try:
        lines, _ = lines_of(data)
    except UnreadableFile:
        return False
    if any(question_start(line.text, by_word=True) for line in lines):
        return True
    starts = (question_start(line.text, by_word=False) for line in lines)
    return [int(start["number"]) for start in starts if start][:2] == [1, 2]
