"""Word files made for the tests, and what is read from them in short."""

import base64
from collections.abc import Sequence
from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import RGBColor

from quiz.banks.importing.readers.word import read_word

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
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


LEVEL = (
    '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
)


def lists(document, *models, nums) -> None:
    """Describe lists: a model is (form, text) for each level; nums are (id, model, anew)."""
    root = document.part.numbering_part.element
    for item in list(root):
        root.remove(item)
    for number, levels in enumerate(models):
        inner = "".join(LEVEL.format(level, *kind) for level, kind in enumerate(levels))
        xml = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{inner}</w:abstractNum>'
        root.append(parse_xml(xml))
    for number, model, anew in nums:
        again = (
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if anew else ""
        )
        root.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{number}">'
                f'<w:abstractNumId w:val="{model}"/>{again}</w:num>'
            )
        )


def item(document, text, number: int, level: int = 0) -> None:
    write(document, text)
    properties = document.paragraphs[-1]._p.get_or_add_pPr()
    properties.append(
        parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/>'
            f'<w:numId w:val="{number}"/></w:numPr>'
        )
    )


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
