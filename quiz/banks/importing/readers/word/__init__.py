"""Word files (.docx) of questions, in the many layouts that people type them in."""

import io
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby, pairwise

import docx

from quiz.banks.importing.bounds import within_line
from quiz.banks.importing.draft import Imported, UnreadableFile
from quiz.banks.importing.opening.encodings import Encoding, recognised, unicode_of
from quiz.banks.importing.opening.office import office_of
from quiz.banks.importing.opening.opening import within_count
from quiz.banks.importing.progress import counted
from quiz.banks.importing.readers.word.document.lines import DocumentReading, Grid, TextLine, flat
from quiz.banks.importing.readers.word.parts.cutting import parts_of
from quiz.banks.importing.readers.word.parts.grammar import (
    TRUTH,
    LinePart,
    PartRole,
    field_at,
    is_keys_head,
    is_section,
    option_start,
    pairs_in,
    question_start,
)
from quiz.banks.importing.readers.word.parts.key_lists import key_list_apart
from quiz.banks.importing.readers.word.parts.other_labels import with_other_labels
from quiz.banks.importing.readers.word.parts.tables import (
    Block,
    keys_in,
    over_pages,
    parts_of_table,
)
from quiz.banks.importing.readers.word.questions.drafting import drafts_of
from quiz.banks.importing.readers.word.questions.grouping import Grouping

LONG = 100
"""Characters of a line before all questions that is surely no title."""
WIDEST_GAP = 10
"""Numbers left out at once; more are another count."""
NumberedKeys = list[tuple[int, str]]
"""Numbers of questions and the letters of their keys."""


def read_word(data: bytes, name: str) -> Imported:
    """The questions of a Word file; raises UnreadableFile."""
    office_of(data, "word/document.xml")
    try:
        document = docx.Document(io.BytesIO(data))
        reading = DocumentReading(document)
        body = document.element.body
        blocks = [
            block
            for child in counted(body, len(body), 0, 0.45)
            for block in reading.blocks([child])
        ]
    except Exception as error:
        # A damaged file makes the library raise whatever the damage leads to.
        raise UnreadableFile("broken", "Word") from error
    blocks, encoding = in_unicode(over_pages(blocks))
    return of_blocks(blocks, {*reading.converted, *([encoding] if encoding else [])})


def of_blocks(blocks: Sequence[Block], old: Collection[Encoding]) -> Imported:
    """The questions of lines and tables, from wherever; `old` encodings they were converted from.

    Raises UnreadableFile.
    """
    for block in blocks:
        for line in lines_of(block):
            within_line(line.text)
    pieces = [piece for block in blocks for piece in key_list_apart(block)]
    parts = with_other_labels(parts_in(pieces))
    grouping = Grouping(any(part.role is PartRole.QUESTION for part in parts))
    grouping.take_all(parts)
    within_count(len(grouping.found))
    left_out = grouping.left_out + sum(len(line) > LONG for line in grouping.preamble[1:])
    gaps = missing_numbers([one.label for one in grouping.found])
    notes = (
        *(f"converted_{each}" for each in sorted(old)),
        *(["key_table"] if grouping.listed else []),
        *([f"left_out:{left_out}"] if left_out else []),
        *([f"numbers_missing:{', '.join(map(str, gaps))}"] if gaps else []),
    )
    title = next((line for line in grouping.preamble if line), "")
    return Imported(drafts_of(grouping.found), " ".join(title.split()), notes)


def missing_numbers(labels: Sequence[str]) -> list[int]:
    """The numbers that are left out between one question and the next, in a few of them."""
    numbers = [int(label) for label in labels if label.isdecimal()]
    gaps = (range(one + 1, other) for one, other in pairwise(numbers) if other - one <= WIDEST_GAP)
    known = set(numbers)
    return [number for gap in gaps for number in gap if number not in known]


def in_unicode(blocks: list[Block]) -> tuple[list[Block], Encoding | None]:
    """The lines with old Vietnamese text converted, where no font has told of it."""
    lines = (line for block in blocks for line in lines_of(block))
    encoding = recognised("\n".join(line.text for line in lines))
    change = partial(unicode_of, encoding=encoding) if encoding else without_soft_hyphens

    def changed(line: TextLine) -> TextLine:
        return replace(line, rich=line.rich.changed(change))

    def changed_block(block: Block) -> Block:
        if isinstance(block, TextLine):
            return changed(block)
        return Grid(tuple(tuple(tuple(map(changed, cell)) for cell in row) for row in block.rows))

    return [changed_block(block) for block in blocks], encoding


def without_soft_hyphens(text: str) -> str:
    """The text without marks of where a word may be parted; in old text they are a letter."""
    return text.replace("\u00ad", "")


def lines_of(block: Block) -> list[TextLine]:
    """The lines of a block."""
    return [block] if isinstance(block, TextLine) else flat(block)


def parts_in(blocks: Sequence[Block]) -> list[LinePart]:
    """The parts of the whole document in their order."""
    lines = (line for block in blocks for line in lines_of(block))
    by_word = any(question_start(line.text, by_word=True) for line in lines)
    parts: list[LinePart] = []
    for kind, run in groupby(
        counted(sorted_out(blocks), len(blocks), 0.65, 0.8), key=lambda each: each[0]
    ):
        found = list(run)
        if kind == "keys":
            pairs = tuple(pair for _, _, some in found for pair in some)
            parts.append(LinePart(PartRole.KEYS, pairs=pairs))
        elif kind == "table":
            grids = (block for _, block, _ in found if isinstance(block, Grid))
            for grid in grids:
                before = next((p.role for p in reversed(parts) if p.role is not PartRole.GAP), None)
                within = before in (PartRole.QUESTION, PartRole.TEXT)
                parts += parts_of_table(grid, by_word=by_word, within=within)
        elif kind == "line":
            some_lines = [block for _, block, _ in found if isinstance(block, TextLine)]
            for section in sections_of(some_lines):
                alone = by_word and is_numbered_alone(section)
                parts += parts_of(section, by_word=by_word and not alone)
    return parts


def sections_of(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """The lines cut at the names of sections."""
    found: list[list[TextLine]] = [[]]
    for line in lines:
        begins = line.heading or is_section(line.text)
        if begins and not option_start(line.text) and not question_start(line.text, by_word=True):
            found.append([])
        found[-1].append(line)
    return found


def is_numbered_alone(section: Sequence[TextLine]) -> bool:
    """Whether a section has numbers alone, in a file whose others have "Câu 1", and keys."""
    if any(question_start(line.text, by_word=True) for line in section):
        return False
    starts = [question_start(line.text, by_word=False) for line in section[1:]]
    numbers = [int(start["number"]) for start in starts if start]
    keyed = any(
        option_start(line.text) or TRUTH.search(line.text) or field_at(line.rich)
        for line in section[1:]
    )
    return (
        keyed and len(numbers) > 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    )


def sorted_out(blocks: Sequence[Block]) -> list[tuple[str, Block, NumberedKeys]]:
    """Each block as a line, a table, a list of keys or the head of one."""
    found: list[tuple[str, Block, NumberedKeys]] = []
    listing = False
    for place, block in enumerate(counted(blocks, len(blocks), 0.45, 0.65)):
        pairs = keys_in(block) if isinstance(block, Grid) else pairs_in(block.text)
        word = not isinstance(block, Grid) and block.text.lower().startswith("câu")
        if pairs and (listing or len(pairs) > 1 or word):
            listing = True
            found.append(("keys", block, pairs))
        elif (
            isinstance(block, TextLine)
            and is_keys_head(block.text)
            and has_keys_next(blocks, place + 1)
        ):
            listing = True
            found.append(("head", block, []))
        elif isinstance(block, TextLine):
            listing = listing and not block.text
            # Gaps within a list of keys must not cut it in two.
            if not listing:
                found.append(("line", block, []))
        else:
            listing = False
            found.append(("table", block, []))
    return found


def has_keys_next(blocks: Sequence[Block], start: int) -> bool:
    """Whether the next block from `start` on that is not empty is a list of keys."""
    for place in range(start, len(blocks)):
        block = blocks[place]
        if isinstance(block, Grid):
            return bool(keys_in(block))
        if block.text:
            return bool(pairs_in(block.text))
    return False
