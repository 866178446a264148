"""A Word document as lines of text and tables of them, with pictures and automatic numbers."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from quiz.banks.importing.opening.encodings import Encoding, by_font, unicode_of
from quiz.banks.importing.readers.word.document.looks import (
    Looks,
    Properties,
    first,
    font,
    look,
    shade_of,
    style_of,
    value,
)
from quiz.banks.importing.readers.word.document.numbering import Numbering
from quiz.banks.importing.readers.word.document.rich import Rich, rich, run_together
from quiz.banks.importing.readers.word.document.symbols import LOST, in_font, shifted, symbol

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
IMAGE = "{urn:schemas-microsoft-com:vml}imagedata"
GONE = (qn("w:del"), qn("w:moveFrom"), FALLBACK)
WRAPPERS = (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"))
CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:ptab"): "\t",
    qn("w:noBreakHyphen"): "-",
}
TICKS = dict.fromkeys(map(ord, "üþ"), "✓")
TICKS_2 = dict.fromkeys(map(ord, "PR"), "✓")
ADDRESS = re.compile(r"\b(?:https?://|www\.)\w|\w@\w+\.\w", re.IGNORECASE)
TICKS_PRIVATE = {ord("\uf0fc"): "✓", ord("\uf0fe"): "✓"}
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line; an empty one is a gap. `heading`: its style is that of a heading."""

    rich: Rich
    heading: bool = False
    pictures: tuple[bytes, ...] = ()
    formula: bool = False

    @property
    def text(self) -> str:
        """The bare text."""
        return self.rich.text


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: rows of cells of lines."""

    rows: tuple[tuple[tuple[TextLine, ...], ...], ...]


@dataclass
class DocumentReading:
    """One document being read; `converted` are the old encodings that were met."""

    document: Document
    converted: set[Encoding] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.looks = Looks(self.document)
        self.numbering = Numbering(self.document, self.looks)

    def blocks(
        self, parent: Iterable[BaseOxmlElement], shade: str = ""
    ) -> Iterator[TextLine | Grid]:
        """The lines and tables in a body or a cell."""
        for child in parent:
            if child.tag == qn("w:p"):
                yield from self.lines(child, shade)
            elif child.tag == qn("w:tbl"):
                yield Grid(tuple(self.row(row) for row in own(child, "w:tr")))
            elif child.tag in WRAPPERS:
                yield from self.blocks(child, shade)

    def row(self, row: BaseOxmlElement) -> tuple[tuple[TextLine, ...], ...]:
        """The cells of a table's row."""
        return tuple(tuple(self.cell(cell)) for cell in own(row, "w:tc"))

    def cell(self, cell: BaseOxmlElement) -> Iterator[TextLine]:
        """The lines of a cell that hold something."""
        properties = cell.find(qn("w:tcPr"))
        shade = shade_of(properties.find(qn("w:shd"))) if properties is not None else ""
        for block in self.blocks(cell, shade):
            inner = [block] if isinstance(block, TextLine) else flat(block)
            yield from (line for line in inner if line.text or line.pictures)

    def lines(self, paragraph: BaseOxmlElement, shade: str) -> Iterator[TextLine]:
        """A paragraph's lines, its own number or letter before the first."""
        label = self.numbering.label(paragraph)
        whole = Rich()
        if label:
            whole = rich(f"{label} ", None)
        # Looked for once: each search goes through all runs of a paragraph.
        style = style_of(paragraph)
        heading = self.is_heading(style)
        whole += self.text(paragraph, style, shade)
        pictures = tuple(self.pictures(paragraph))
        formula = next(paragraph.iter(f"{MATH}oMath"), None) is not None
        for place, line in enumerate(whole.narrowed().lines()):
            found = TextLine(line, heading)
            yield replace(found, pictures=pictures, formula=formula) if place == 0 else found
        for box in boxes(paragraph):
            yield from (block for block in self.blocks(box) if isinstance(block, TextLine))

    def text(self, parent: BaseOxmlElement, style: str, shade: str) -> Rich:
        """The text below an element of a paragraph, without what was deleted."""
        parts: list[Rich] = []
        for child in parent:
            if child.tag in GONE:
                continue
            if child.tag == qn("w:r"):
                parts.append(self.run(child, self.looks.properties(child, style), shade))
            elif child.tag == qn("w:hyperlink"):
                parts.append(unlinked(self.text(child, style, shade)))
            elif child.tag == f"{MATH}t":
                parts.append(rich(child.text or ""))
            elif child.tag != qn("w:pPr"):
                parts.append(self.text(child, style, shade))
        return run_together(parts)

    def run(self, run: BaseOxmlElement, properties: Properties, shade: str) -> Rich:
        """The text of a run, converted when its font is an old Vietnamese one."""
        text = "".join(written(child) for child in run)
        name = font(properties)
        text = in_font(text, name)
        old = by_font(name)
        if name.startswith("Wingdings"):
            text = text.translate(TICKS_2 if name.endswith("2") else TICKS)
        elif old:
            encoding, capitals = old
            changed = unicode_of(text, encoding)
            if changed != text:
                self.converted.add(encoding)
            text = changed.upper() if capitals else changed
        text = shifted(text, value(first(properties, "w:vertAlign")))
        found = rich(text.translate(TICKS_PRIVATE), look(properties, shade))
        return unlinked(found) if self.looks.is_link(run) or ADDRESS.search(text) else found

    def pictures(self, paragraph: BaseOxmlElement) -> Iterator[bytes]:
        """The bytes of the pictures that stand in a paragraph."""
        named = [item.get(qn("r:embed")) for item in shown(paragraph, qn("a:blip"))]
        named += [item.get(qn("r:id")) for item in shown(paragraph, IMAGE)]
        for name in named:
            part = self.document.part.related_parts.get(name or "")
            yield part.blob if part is not None else b""
        # Charts and diagrams are drawn by Word itself: they can only be missed.
        yield from (b"" for tag in (CHART, DIAGRAM) for _ in shown(paragraph, tag))

    def is_heading(self, style: str) -> bool:
        """Whether a style is a heading's or the title's."""
        for each in self.looks.chain(style):
            name = value(each.find(qn("w:name"))).casefold()
            if name.startswith("heading") or name == "title":
                return True
        return False


def unlinked(text: Rich) -> Rich:
    """The text without the colour and the line that Word gives to links."""
    looks = (each and replace(each, colour="", underline=False) for each in text.looks)
    return replace(text, looks=tuple(looks))


def flat(grid: Grid) -> list[TextLine]:
    """All lines of a table, row by row."""
    return [line for row in grid.rows for cell in row for line in cell]


def own(parent: BaseOxmlElement, name: str) -> Iterator[BaseOxmlElement]:
    """The rows of a table or the cells of a row, but not those of a table within."""
    for child in parent:
        if child.tag == qn(name):
            yield child
        elif child.tag in WRAPPERS:
            yield from own(child, name)


def written(child: BaseOxmlElement) -> str:
    """What one element of a run puts on the page."""
    if child.tag == qn("w:t"):
        return child.text or ""
    if child.tag == qn("w:sym"):
        code = child.get(qn("w:char"), "")
        known = re.fullmatch(r"[0-9A-Fa-f]{1,6}", code)
        return symbol(child.get(qn("w:font"), ""), int(code, 16)) if known else LOST
    return CHARACTERS.get(child.tag, "")


def shown(paragraph: BaseOxmlElement, tag: str) -> Iterable[BaseOxmlElement]:
    """Elements of a paragraph that are not only there for older programs."""
    for item in paragraph.iter(tag):
        if not any(outer.tag == FALLBACK for outer in item.iterancestors()):
            yield item


def boxes(paragraph: BaseOxmlElement) -> Iterable[BaseOxmlElement]:
    """The text boxes anchored in a paragraph; those within one are found in its own."""
    tag = qn("w:txbxContent")
    for box in shown(paragraph, tag):
        within = takewhile(lambda outer: outer is not paragraph, box.iterancestors(tag, qn("w:p")))
        if not any(outer.tag == tag for outer in within):
            yield box
