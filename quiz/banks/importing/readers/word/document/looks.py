"""How a run of a Word document looks, with what its styles say."""

import colorsys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from quiz.banks.importing.readers.word.document.rich import Look

OFF = ("0", "false", "off", "none")
BLACK = ("", "auto", "000000")
WHITE = ("", "auto", "FFFFFF", "ffffff", "none")
LINKS = ("hyperlink", "followedhyperlink", "internet link", "visited internet link")
LINK_COLOURS = ("0563C1", "954F72", "467886", "96607D", "1155CC", "0000EE", "551A8B")
"""What Word, Google Docs and browsers give to links, with a line below."""
DARK, DARK_GREY, GREYISH = 0x42, 0x6A, 0x18
"""The brightest channel of what the eye takes for black, of a grey, and how far a grey's differ."""
PALE = 0xEE
"""The darkest channel of what the eye takes for white paper."""
HUES = ((20, "red"), (70, "yellow"), (165, "green"), (265, "blue"), (330, "purple"), (361, "red"))
"""Hues in degrees below each bound."""
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

    def is_link(self, run: BaseOxmlElement) -> bool:
        """Whether a run is in the style that Word gives to links."""
        names = [value(item.find(qn("w:rStyle"))) for item in run.iterchildren(qn("w:rPr"))]
        styles = (style for name in names for style in self.chain(name))
        return any(value(style.find(qn("w:name"))).casefold() in LINKS for style in styles)

    def properties(self, run: BaseOxmlElement, style: str) -> Properties:
        """All that is said of a run in a paragraph of this style."""
        own = list(run.iterchildren(qn("w:rPr")))
        named = [value(item.find(qn("w:rStyle"))) for item in own]
        styled = [item for name in named if name for item in self.of_style(name)]
        outer = self.of_style(style) if style else []
        return [*own, *styled, *outer, *self.defaults]


def look(properties: Properties, shade: str) -> Look:
    """The look that properties make, on a ground of the colour `shade`."""
    colour = value(first(properties, "w:color"))
    line = is_on(first(properties, "w:u"), usually=False)
    if line and colour.upper() in LINK_COLOURS:
        colour, line = "", False
    return Look(
        bold=is_on(first(properties, "w:b")),
        italic=is_on(first(properties, "w:i")),
        underline=line,
        colour="" if colour in BLACK or is_near_black(colour) else colour.upper(),
        highlight=highlight(properties) or shade,
    )


def is_near_black(colour: str) -> bool:
    """Whether a colour is a very dark one or a dark grey, as texts pasted from pages have."""
    channels = channels_of(colour)
    if not channels:
        return False
    brightest = max(channels)
    grey = brightest - min(channels) <= GREYISH
    return brightest <= (DARK_GREY if grey else DARK)


def channels_of(colour: str) -> tuple[int, ...]:
    """Red, green and blue, each 0 to 255; nothing for what is no RRGGBB."""
    try:
        return tuple(bytes.fromhex(colour)) if len(colour) == 6 else ()
    except ValueError:
        return ()


def hue(colour: str) -> str:
    """The name of a colour's hue; the colour itself where it is none."""
    channels = channels_of(colour)
    if not channels or max(channels) - min(channels) <= GREYISH:
        return "grey" if channels else colour
    degrees = colorsys.rgb_to_hsv(*(channel / 255 for channel in channels))[0] * 360
    return next(name for bound, name in HUES if degrees < bound)


def highlight(properties: Properties) -> str:
    """The colour behind the letters."""
    marked = value(first(properties, "w:highlight"))
    ground = shade_of(first(properties, "w:shd"))
    return marked if marked not in (*WHITE, "white") else ground


def shade_of(shading: BaseOxmlElement | None) -> str:
    """The ground that an element w:shd gives."""
    fill = shading.get(qn("w:fill"), "") if shading is not None else ""
    pale = min(channels_of(fill), default=0) >= PALE
    return "" if fill in WHITE or pale else fill.upper()


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
