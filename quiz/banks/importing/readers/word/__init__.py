"""Word files (.docx) of questions, in the many layouts that people type them in."""

import io
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from itertools import groupby

import docx

from quiz.banks.importing.draft import Imported, UnreadableFile
from quiz.banks.importing.opening.encodings import Encoding, recognised, unicode_of
from quiz.banks.importing.opening.office import office_of
from quiz.banks.importing.opening.opening import within_count
from quiz.banks.importing.progress import counted
from quiz.banks.importing.readers.word.cutting import parts_of
from quiz.banks.importing.readers.word.drafting import drafts_of
from quiz.banks.importing.readers.word.grammar import (
    LinePart,
    PartRole,
    is_keys_head,
    pairs_in,
    question_start,
)
from quiz.banks.importing.readers.word.grouping import Grouping
from quiz.banks.importing.readers.word.key_lists import key_list_apart
from quiz.banks.importing.readers.word.lines import DocumentReading, Grid, TextLine, flat
from quiz.banks.importing.readers.word.tables import keys_in, parts_of_table

Block = TextLine | Grid
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
    blocks, encoding = in_unicode(blocks)
    return of_blocks(blocks, {*reading.converted, *([encoding] if encoding else [])})


def of_blocks(blocks: Sequence[Block], old: Collection[Encoding]) -> Imported:
    """The questions of lines and tables, from wherever; `old` encodings they were converted from.

    Raises UnreadableFile.
    """
    parts = parts_in([piece for block in blocks for piece in key_list_apart(block)])
    grouping = Grouping(any(part.role is PartRole.QUESTION for part in parts))
    grouping.take_all(parts)
    within_count(len(grouping.found))
    notes = (
        *(f"converted_{each}" for each in sorted(old)),
        *(["key_table"] if grouping.listed else []),
        *([f"left_out:{grouping.left_out}"] if grouping.left_out else []),
    )
    title = next((line for line in grouping.preamble if line), "")
    return Imported(drafts_of(grouping.found), " ".join(title.split()), notes)


def in_unicode(blocks: list[Block]) -> tuple[list[Block], Encoding | None]:
    """The lines with old Vietnamese text converted, where no font has told of it."""
    lines = (line for block in blocks for line in lines_of(block))
    encoding = recognised("\n".join(line.text for line in lines))
    if encoding is None:
        return blocks, None
    change = partial(unicode_of, encoding=encoding)

    def changed(line: TextLine) -> TextLine:
        return replace(line, rich=line.rich.changed(change))

    def changed_block(block: Block) -> Block:
        if isinstance(block, TextLine):
            return changed(block)
        return Grid(tuple(tuple(tuple(map(changed, cell)) for cell in row) for row in block.rows))

    return [changed_block(block) for block in blocks], encoding


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
            parts += (part for grid in grids for part in parts_of_table(grid, by_word=by_word))
        elif kind == "line":
            some_lines = [block for _, block, _ in found if isinstance(block, TextLine)]
            parts += parts_of(some_lines, by_word=by_word)
    return parts


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
            and has_keys_next(blocks[place + 1 :])
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


def has_keys_next(blocks: Sequence[Block]) -> bool:
    """Whether the next block that is not empty is a list of keys."""
    for block in blocks:
        if isinstance(block, Grid):
            return bool(keys_in(block))
        if block.text:
            return bool(pairs_in(block.text))
    return False
