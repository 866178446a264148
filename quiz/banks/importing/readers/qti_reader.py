"""QTI 2.1: items with one choice interaction, alone or packed with an imsmanifest.xml."""

from dataclasses import replace
from html import escape
from pathlib import PurePosixPath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from quiz.banks.files.record import clean
from quiz.banks.importing.checking import chosen
from quiz.banks.importing.draft import DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.opening.opening import archive_of, entry_of, within_count, xml_of
from quiz.banks.importing.progress import counted
from quiz.banks.importing.readers.markup import plain
from quiz.banks.importing.values.key_reading import doubting
from quiz.banks.question import ID

MANIFEST = "imsmanifest.xml"
ITEM_TYPES = ("imsqti_item_xmlv2p1", "imsqti_item_xmlv2p0", "imsqti_item_xmlv2p2")
INTERACTION = "Interaction"


def read_qti(data: bytes, name: str) -> Imported:
    """The items of a QTI package or of one item's file; raises UnreadableFile."""
    if not data.startswith(b"PK"):
        root = bare(xml_of(data))
        if root.tag != "assessmentItem":
            raise UnreadableFile("not_this_kind")
        return Imported((draft_of(root, name),))
    with archive_of(data) as archive:
        names = archive.namelist()
        manifest = next((n for n in names if PurePosixPath(n).name == MANIFEST), "")
        if not manifest:
            raise UnreadableFile("not_this_kind")
        root = bare(xml_of(entry_of(archive, manifest)))
        folder = PurePosixPath(manifest).parent
        files = [str(folder / href) for href in items_of(root)]
        within_count(len(files))
        drafts = [
            draft_of(bare(xml_of(entry_of(archive, file))), file)
            for file in counted(files, len(files), 0, 1)
        ]
    return Imported(tuple(drafts), title=title_of(root))


def items_of(manifest: Element) -> list[str]:
    """The files of the items, in the manifest's order."""
    return [
        unquote(resource.get("href", ""))
        for resource in manifest.iter("resource")
        if resource.get("type", "").lower() in ITEM_TYPES and resource.get("href")
    ]


def title_of(manifest: Element) -> str:
    """The title that the manifest's metadata gives the whole."""
    title = manifest.find("metadata/lom/general/title")
    return clean("".join(title.itertext())) if title is not None else ""


def bare(root: Element) -> Element:
    """The tree with its tags freed of their namespaces: versions and vendors differ in them."""
    for element in root.iter():
        element.tag = str(element.tag).rpartition("}")[2]
    return root


def draft_of(item: Element, place: str) -> DraftQuestion:
    """The question of an item; interactions other than one simple choice are reported."""
    body = item.find("itemBody")
    name = item.get("identifier", "")
    draft = DraftQuestion(
        place,
        "",
        id=name if ID.fullmatch(name) else "",
        explanation=clean(" ".join(shown(each)[0] for each in item.iter("modalFeedback"))),
    )
    if item.tag != "assessmentItem" or body is None:
        return doubting(draft, "unsupported", "kind", item.tag)
    found = [element for element in body.iter() if element.tag.endswith(INTERACTION)]
    kinds = [element.tag for element in found]
    if kinds != ["choiceInteraction"]:
        draft = replace(draft, text=shown(body)[0])
        return doubting(draft, "unsupported", "kind", ", ".join(kinds) or "itemBody")
    return choice(draft, item, body, found[0])


def choice(
    draft: DraftQuestion, item: Element, body: Element, interaction: Element
) -> DraftQuestion:
    """The question of a choice interaction: its text stands before it and in its prompt."""
    options = interaction.findall("simpleChoice")
    texts = [shown(option) for option in options]
    before, pictures = shown(body, without=interaction)
    prompt, more = shown(interaction.find("prompt"))
    draft = replace(
        draft,
        text=clean(f"{before} {prompt}"),
        options=tuple(text for text, _ in texts),
        fixed_order=is_fixed(options),
    )
    if pictures or more:
        draft = doubting(draft, "picture", "picture")
    if any(count for _, count in texts):
        draft = doubting(draft, "picture", "options")
    return keyed(draft, item, interaction, [option.get("identifier", "") for option in options])


def is_fixed(options: list[Element]) -> bool:
    """Whether every option is said to stay where it is.

    Not `shuffle="false"`: most tools write that without meaning it.
    """
    return bool(options) and all(option.get("fixed") == "true" for option in options)


def keyed(
    draft: DraftQuestion, item: Element, interaction: Element, names: list[str]
) -> DraftQuestion:
    """The draft with the key that the response declaration gives by identifier."""
    response = interaction.get("responseIdentifier", "RESPONSE")
    declared = [
        element
        for element in item.iter("responseDeclaration")
        if element.get("identifier") == response
    ]
    values = [
        clean(value.text or "")
        for element in declared
        for value in element.iterfind("correctResponse/value")
    ]
    if len(set(names)) < len(names) or not set(values) <= set(names):
        draft = doubting(draft, "key_unknown", "key", ", ".join(values))
        values = []
    several = any(element.get("cardinality") == "multiple" for element in declared)
    return chosen(draft, tuple(map(names.index, values)), several=True if several else None)


def shown(element: Element | None, *, without: Element | None = None) -> tuple[str, int]:
    """The plain text of an element, and how many pictures it shows."""
    if element is None:
        return "", 0
    return plain("".join(markup_of(element, without)))


def markup_of(element: Element, without: Element | None) -> list[str]:
    """What stands in an element, as HTML, but for one part of it."""
    parts = [escape(element.text or "")]
    for child in element:
        if child is not without:
            tag = "img" if child.tag in ("img", "object") else child.tag
            parts += [f"<{tag}>", *markup_of(child, without), f"</{tag}>"]
        parts.append(escape(child.tail or ""))
    return parts
