"""Numbers and letters that Word puts before paragraphs by itself."""

from collections import defaultdict
from dataclasses import dataclass, field

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from quiz.banks.importing.readers.word.document.looks import Looks, style_of, value

ROMANS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
MOST = 1_000
"""A count beyond it is written in digits, whatever its list says."""
ListLevel = tuple[str, int]
"""A list and a level in it."""


@dataclass
class Numbering:
    """The lists of one document, counted along as its paragraphs are read in order."""

    document: Document
    looks: Looks
    counts: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    begun: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        root = numbering_of(self.document)
        items = [] if root is None else list(root)
        self.lists = {item.get(qn("w:numId")): item for item in items if item.tag == qn("w:num")}
        self.models = {
            item.get(qn("w:abstractNumId")): item
            for item in items
            if item.tag == qn("w:abstractNum")
        }

    def label(self, paragraph: BaseOxmlElement) -> str:
        """What stands before the paragraph: "Câu 3:", "B.", "-" for a bullet, or nothing."""
        place = self.place(paragraph)
        if place is None:
            return ""
        name, level = place
        model_id = value(self.lists[name].find(qn("w:abstractNumId")))
        levels = self.levels(name, model_id)
        if level not in levels:
            return ""
        counts = self.counts[model_id]
        self.begin(name, counts)
        start = int(value(levels[level].find(qn("w:start"))) or 1)
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [known for known in counts if known > level]:
            del counts[deeper]
        return written(levels, level, counts)

    def place(self, paragraph: BaseOxmlElement) -> ListLevel | None:
        """The list that the paragraph or its style is in."""
        styles = self.looks.chain(style_of(paragraph))
        for holder in (paragraph, *styles):
            found = holder.find("/".join(map(qn, ("w:pPr", "w:numPr"))))
            if found is None:
                continue
            name = value(found.find(qn("w:numId")))
            if name:
                level = value(found.find(qn("w:ilvl"))) or "0"
                known = name in self.lists and level.isdecimal()
                return (name, int(level)) if known else None
        return None

    def levels(self, name: str, model_id: str) -> dict[int, BaseOxmlElement]:
        """The levels of a list, with those that it changes itself."""
        model = self.models.get(model_id)
        found = list(model.iterchildren(qn("w:lvl"))) if model is not None else []
        for change in self.lists[name].iterchildren(qn("w:lvlOverride")):
            found += change.iterchildren(qn("w:lvl"))
        return {int(level.get(qn("w:ilvl"), "0")): level for level in found}

    def begin(self, name: str, counts: dict[int, int]) -> None:
        """Count anew where a list that has not been met yet says so."""
        if name in self.begun:
            return
        self.begun.add(name)
        for change in self.lists[name].iterchildren(qn("w:lvlOverride")):
            start = value(change.find(qn("w:startOverride")))
            if start.isdecimal():
                counts[int(change.get(qn("w:ilvl"), "0"))] = int(start) - 1


def numbering_of(document: Document) -> BaseOxmlElement | None:
    """The part of the document that describes its lists."""
    parts = (relation for relation in document.part.rels.values() if not relation.is_external)
    found = (part.target_part for part in parts if part.reltype.endswith("/numbering"))
    return next((getattr(part, "element", None) for part in found), None)


def written(levels: dict[int, BaseOxmlElement], level: int, counts: dict[int, int]) -> str:
    """The label of a paragraph at this level."""
    form = value(levels[level].find(qn("w:numFmt")))
    if form == "bullet":
        return "-"
    text = value(levels[level].find(qn("w:lvlText")))
    for other, element in levels.items():
        count = counts.get(other, int(value(element.find(qn("w:start"))) or 1))
        form = value(element.find(qn("w:numFmt")))
        text = text.replace(f"%{other + 1}", counted(count, form))
    return text


def counted(count: int, form: str) -> str:
    """A count in the form of a list."""
    if form == "none":
        return ""
    if count > MOST:
        return str(count)
    if form in ("upperLetter", "lowerLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("upperRoman", "lowerRoman"):
        return roman(count).upper() if form == "upperRoman" else roman(count)
    return str(count)


def roman(count: int) -> str:
    """A count as i, ii, iii, iv."""
    found = ""
    for size, letters in ROMANS:
        while count >= size:
            found += letters
            count -= size
    return found
