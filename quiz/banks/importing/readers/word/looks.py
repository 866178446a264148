"""How a run of a Word document looks, with what its styles say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from quiz.banks.importing.readers.word.rich import Look

OFF = ("0", "false", "off", "none")
BLACK = ("", "auto", "000000")
WHITE = ("", "auto", "FFFFFF", "ffffff", "none")
Properties = list[BaseOxmlElement]
"""Elements w:rPr, the strongest first."""


@dataclass
class Looks:
    """The styles of one document."""

    document: Document
    chains: dict[str, Properties] = field(default_factory=dict)

    @cached_property
    def styles(self) -> dict[str, BaseOxmlElement]:
        """Styles by their id."""
        found = self.document.styles.element.iterchildren(qn("w:style"))
        return {style.get(qn("w:styleId"), ""): style for style in found}

    @cached_property
    def defaults(self) -> Properties:
        """What holds where nothing else is said."""
        root = self.document.styles.element
        usual = [
            name
            for name, style in self.styles.items()
            if style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) == "1"
        ]
        base = [item for name in usual for item in self.of_style(name)]
        return [
            *base,
            *root.iterfind("/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr")))),
        ]

    def of_style(self, name: str) -> Properties:
        """What a style and those it is based on say."""
        if name not in self.chains:
            self.chains[name] = []
            self.chains[name] = [
                item for style in self.chain(name) for item in style.iterchildren(qn("w:rPr"))
            ]
        return self.chains[name]

    def chain(self, name: str) -> Iterator[BaseOxmlElement]:
        """A style, then those it is based on."""
        met = set()
        while name in self.styles and name not in met:
            met.add(name)
            yield self.styles[name]
            name = value(self.styles[name].find(qn("w:basedOn")))

    def properties(self, run: BaseOxmlElement | None, paragraph: BaseOxmlElement) -> Properties:
        """All that is said of a run (None: the paragraph's mark, and so its number)."""
        holder = paragraph.find(qn("w:pPr")) if run is None else run
        own = list(holder.iterchildren(qn("w:rPr"))) if holder is not None else []
        named = [value(item.find(qn("w:rStyle"))) for item in own]
        styled = [item for name in named if name for item in self.of_style(name)]
        outer = self.of_style(style_of(paragraph)) if style_of(paragraph) else []
        return [*own, *styled, *outer, *self.defaults]


def look(properties: Properties, shade: str) -> Look:
    """The look that properties make, on a ground of the colour `shade`."""
    colour = value(first(properties, "w:color"))
    return Look(
        bold=is_on(first(properties, "w:b")),
        italic=is_on(first(properties, "w:i")),
        underline=is_on(first(properties, "w:u"), usually=False),
        colour="" if colour in BLACK else colour.upper(),
        highlight=highlight(properties) or shade,
    )


def highlight(properties: Properties) -> str:
    """The colour behind the letters."""
    marked = value(first(properties, "w:highlight"))
    ground = shade_of(first(properties, "w:shd"))
    return marked if marked not in (*WHITE, "white") else ground


def shade_of(shading: BaseOxmlElement | None) -> str:
    """The ground that an element w:shd gives."""
    fill = shading.get(qn("w:fill"), "") if shading is not None else ""
    return "" if fill in WHITE else fill.upper()


def font(properties: Properties) -> str:
    """The font of Latin letters."""
    found = first(properties, "w:rFonts")
    if found is None:
        return ""
    return found.get(qn("w:ascii")) or found.get(qn("w:hAnsi")) or ""


def first(properties: Iterable[BaseOxmlElement], name: str) -> BaseOxmlElement | None:
    """The strongest word on one property."""
    found = (item.find(qn(name)) for item in properties)
    return next((item for item in found if item is not None), None)


def is_on(element: BaseOxmlElement | None, *, usually: bool = True) -> bool:
    """Whether a property is on; without a value it is `usually`."""
    if element is None:
        return False
    written = element.get(qn("w:val"))
    return usually if written is None else written not in OFF


def value(element: BaseOxmlElement | None) -> str:
    """An element's w:val."""
    return element.get(qn("w:val"), "") if element is not None else ""


def style_of(paragraph: BaseOxmlElement) -> str:
    """The id of a paragraph's style."""
    properties = paragraph.find(qn("w:pPr"))
    return value(properties.find(qn("w:pStyle"))) if properties is not None else ""
