"""Word files made for the tests, and what is read from them in short."""

from collections.abc import Sequence
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

from quiz.banks.importing.readers.word import read_word

RED, BLUE = RGBColor(0xFF, 0, 0), RGBColor(0, 0, 0xFF)


def saved(document: Document) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def slim() -> bytes:
    """An empty document without the many parts and styles that no test needs."""
    document = docx.Document()
    for part in (document.part, document.part.package):
        for name, relation in list(part.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] not in ("styles", "numbering", "officeDocument"):
                del part.rels[name]
    styles = document.styles.element
    for style in list(styles):
        if style.tag == qn("w:latentStyles") or style.get(qn("w:type")) == "table":
            styles.remove(style)
    return saved(document)


def empty() -> Document:
    """A document to be filled."""
    return docx.Document(BytesIO(EMPTY))


EMPTY = slim()


class Styled(str):
    """Text of a run with a look: `bold`, `italic`, `underline`, `red`, `blue`, `yellow`, ..."""

    look = ""

    @classmethod
    def of(cls, text: str, look: str) -> "Styled":
        made = cls(text)
        made.look = look
        return made


def styled(look: str):
    return lambda text: Styled.of(text, look)


bold, italic, underline, red, blue, yellow, black = map(
    styled, ("bold", "italic", "underline", "red", "blue", "yellow", "black")
)
Paragraph = Sequence[str]
"""A text, or the runs of one."""


def write(target, *lines: Paragraph) -> None:
    """Add paragraphs of runs to a document or a cell."""
    for line in lines:
        paragraph = target.add_paragraph()
        for text in (line,) if isinstance(line, str) else line:
            dress(paragraph.add_run(text), getattr(text, "look", ""))


def dress(run, look: str) -> None:
    if look in ("bold", "italic", "underline"):
        setattr(run, look, True)
    elif look in ("red", "blue", "black"):
        run.font.color.rgb = {"red": RED, "blue": BLUE, "black": RGBColor(0, 0, 0)}[look]
    elif look == "yellow":
        mark = OxmlElement("w:highlight")
        mark.set(qn("w:val"), "yellow")
        run._r.get_or_add_rPr().append(mark)
    elif look == "shaded":
        mark = OxmlElement("w:shd")
        mark.set(qn("w:fill"), "FFFF00")
        run._r.get_or_add_rPr().append(mark)
    elif look:
        run.font.name = look


def word(*lines: Paragraph) -> bytes:
    """A .docx of these paragraphs."""
    document = empty()
    write(document, *lines)
    return saved(document)


def grid(document: Document, rows) -> None:
    """Add a table; a cell's lines are apart by line breaks, or a tuple of runs."""
    table = document.add_table(len(rows), max(map(len, rows)))
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, content in zip(cells.cells, row, strict=False):
            runs = (content,) if isinstance(content, Styled) else content
            lines: Sequence[Paragraph] = runs.split("\n") if isinstance(runs, str) else [runs]
            for place, line in enumerate(lines):
                paragraph = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
                for text in (line,) if isinstance(line, str) else line:
                    dress(paragraph.add_run(text), getattr(text, "look", ""))


def tables(*parts) -> bytes:
    """A .docx of paragraphs and tables (lists of rows) in order."""
    document = empty()
    for part in parts:
        if isinstance(part, list):
            grid(document, part)
        else:
            write(document, part)
    return saved(document)


def short(draft):
    """A draft in short: text, options, key as letters, codes of its doubts."""
    keys = [
        entry if isinstance(entry, str) else "".join("ABCDEFGH"[place] for place in entry)
        for entry in draft.key
    ]
    doubts = [doubt.code for doubt in draft.doubts]
    return (draft.text, list(draft.options), " ".join(keys), *doubts)


def understood(data: bytes):
    """The questions of a file in short."""
    return [short(draft) for draft in read_word(data, "a.docx").drafts]
