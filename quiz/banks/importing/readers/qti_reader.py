"""QTI 1.2, 2 and 3: items with one choice, alone or packed with an imsmanifest.xml."""

import posixpath
import re
from collections.abc import Callable
from dataclasses import replace
from html import escape
from pathlib import PurePosixPath
from urllib.parse import unquote
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from quiz.banks.files.record import clean
from quiz.banks.importing.checking import chosen
from quiz.banks.importing.draft import DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.opening.opening import archive_of, entry_of, within_count, xml_of
from quiz.banks.importing.progress import counted
from quiz.banks.importing.readers import qti_1
from quiz.banks.importing.readers.markup import ShownText, doubts_of, plain
from quiz.banks.importing.values.key_reading import doubting
from quiz.banks.question import ID

MANIFEST = "imsmanifest.xml"
ITEM_TYPES = ("imsqti_item_xmlv", "imsqti_xmlv1p", "imsqti_assessment_xmlv1p")
OLDER = "questestinterop"
"""The root of a file of QTI 1.2, which holds many items."""
INTERACTION = "Interaction"
MADE = ("template", "printedVariable")
"""Tags of values that are drawn anew for each candidate."""
PICTURES = ("img", "object")
APART = ("prompt", "simpleChoice")
AFTERWARDS = ("feedbackInline", "feedbackBlock")
WRONG = re.compile(r"wrong|incorrect|false|sai", re.IGNORECASE)
PictureReader = Callable[[str], bytes]
"""Reads the picture that an item names; nothing where it did not come along."""


def read_qti(data: bytes, name: str) -> Imported:
    """The items of a QTI package or of one file; raises UnreadableFile."""
    if not data.startswith(b"PK"):
        root = bare(xml_of(data))
        if root.tag not in ("assessmentItem", OLDER):
            raise UnreadableFile("not_this_kind")
        return Imported(tuple(drafts_of(root, name, no_picture)))
    with archive_of(data) as archive:
        names = archive.namelist()
        manifest = next((n for n in names if PurePosixPath(n).name == MANIFEST), "")
        if not manifest:
            raise UnreadableFile("not_this_kind")
        root = bare(xml_of(entry_of(archive, manifest)))
        folder = PurePosixPath(manifest).parent
        files = [str(folder / href) for href in items_of(root)]
        if not files and root.find(".//resource") is not None:
            raise UnreadableFile("not_this_kind", "package")
        within_count(len(files))
        drafts = [
            draft
            for file in counted(files, len(files), 0, 1)
            for draft in drafts_of(
                bare(xml_of(entry_of(archive, file))), file, packed(archive, file)
            )
        ]
    within_count(len(drafts))
    return Imported(tuple(drafts), title=title_of(root))


def no_picture(source: str) -> bytes:
    """A file that came alone brings no pictures."""
    return b""


def packed(archive: ZipFile, file: str) -> PictureReader:
    """What reads the pictures that an item of a package names."""

    def read(source: str) -> bytes:
        name = posixpath.normpath(posixpath.join(posixpath.dirname(file), unquote(source)))
        return entry_of(archive, name) if name in archive.namelist() else b""

    return read


def drafts_of(root: Element, place: str, pictures: PictureReader) -> list[DraftQuestion]:
    """The questions of one file: an item of QTI 2 or 3, or all of a file of QTI 1.2."""
    if root.tag == OLDER:
        found = [*root.iter("item")]
        within_count(len(found))
        return [qti_1.draft_of(item, f"Câu {number}") for number, item in enumerate(found, 1)]
    return [draft_of(root, place, pictures)]


def items_of(manifest: Element) -> list[str]:
    """The files of the items, in the manifest's order; each once."""
    found = [
        unquote(href)
        for resource in manifest.iter("resource")
        if resource.get("type", "").lower().startswith(ITEM_TYPES) and (href := file_of(resource))
    ]
    return [*dict.fromkeys(found)]


def file_of(resource: Element) -> str:
    """The file of a resource, which Canvas names in an element of its own."""
    within = resource.find("file")
    return resource.get("href", "") or (within.get("href", "") if within is not None else "")


def title_of(manifest: Element) -> str:
    """The title that the manifest's metadata gives the whole."""
    title = manifest.find("metadata/lom/general/title")
    return clean("".join(title.itertext())) if title is not None else ""


def bare(root: Element) -> Element:
    """The tree with its tags freed of their namespaces: versions and vendors differ in them.

    The names of QTI 3 ("qti-item-body") are made those of QTI 2 ("itemBody").
    """
    for element in root.iter():
        tag = str(element.tag).rpartition("}")[2]
        if tag.startswith("qti-"):
            tag = camel(tag.removeprefix("qti-"))
            for name in [*element.attrib]:
                element.set(camel(name), element.get(name, ""))
        element.tag = tag
    return root


def camel(name: str) -> str:
    """A name of QTI 3, response-identifier, as QTI 2 has it: responseIdentifier."""
    return re.sub(r"-([a-z])", lambda match: match[1].upper(), name)


def draft_of(item: Element, place: str, pictures: PictureReader) -> DraftQuestion:
    """The question of an item; interactions other than one simple choice are reported."""
    body = item.find("itemBody")
    name = item.get("identifier", "")
    draft = DraftQuestion(place, "", id=name if ID.fullmatch(name) else "")
    if item.tag != "assessmentItem" or body is None:
        return doubting(draft, "unsupported", "kind", item.tag)
    found = [element for element in body.iter() if element.tag.endswith(INTERACTION)]
    kinds = [element.tag for element in found]
    made = next((each.tag for each in item.iter() if each.tag.startswith(MADE)), "")
    if kinds != ["choiceInteraction"] or made:
        draft = replace(draft, text=shown(body).text)
        return doubting(draft, "unsupported", "kind", made or ", ".join(kinds) or "itemBody")
    return choice(draft, item, body, found[0], pictures)


def choice(
    draft: DraftQuestion,
    item: Element,
    body: Element,
    interaction: Element,
    pictures: PictureReader,
) -> DraftQuestion:
    """The question of a choice interaction: its text stands before it and in its prompt."""
    options = interaction.findall("simpleChoice")
    texts = [shown(option) for option in options]
    before, prompt = shown(body, without=interaction), shown(interaction.find("prompt"))
    within = ShownText("", before.pictures + prompt.pictures, before.formulas + prompt.formulas)
    draft = replace(
        draft,
        text=clean(f"{before.text} {prompt.text}"),
        options=tuple(text.text for text in texts),
        fixed_order=is_fixed(options),
        picture=picture_in(body, options, pictures) if within.pictures == 1 else b"",
    )
    within = within._replace(pictures=0) if draft.picture else within
    doubts = [*doubts_of(within, "picture", "text")]
    doubts += [doubt for text in texts for doubt in doubts_of(text, "options", "options")]
    draft = replace(draft, doubts=tuple(dict.fromkeys(doubts)))
    return keyed(draft, item, interaction, [option.get("identifier", "") for option in options])


def picture_in(body: Element, options: list[Element], pictures: PictureReader) -> bytes:
    """The one picture of the question itself, if the package holds it."""
    theirs = {id(each) for option in options for each in option.iter()}
    found = [each for each in body.iter() if each.tag in PICTURES and id(each) not in theirs]
    source = found[0].get("src") or found[0].get("data") or "" if len(found) == 1 else ""
    return pictures(source) if source else b""


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
    draft = replace(draft, explanation=explanation_of(item, names, values))
    several = any(element.get("cardinality") == "multiple" for element in declared)
    return chosen(draft, tuple(map(names.index, values)), several=True if several else None)


def explanation_of(item: Element, names: list[str], values: list[str]) -> str:
    """What is said to those who are right: never what belongs to a wrong option."""
    said = []
    for feedback in item.iter("modalFeedback"):
        name = feedback.get("identifier", "")
        hidden = feedback.get("showHide") == "hide"
        of_option = name in names and (name in values) is hidden
        if not of_option and not WRONG.search(name):
            said.append(shown(feedback).text)
    return clean(" ".join(said))


def shown(element: Element | None, *, without: Element | None = None) -> ShownText:
    """The text of an element as people see it before they answer."""
    if element is None:
        return ShownText("")
    return plain("".join(markup_of(element, without)))


def markup_of(element: Element, without: Element | None) -> list[str]:
    """What stands in an element, as HTML, but for one part of it and what is said afterwards."""
    parts = [escape(element.text or "")]
    for child in element:
        others = child.tag == "rubricBlock" and "candidate" not in child.get("view", "candidate")
        if child is not without and child.tag not in AFTERWARDS and not others:
            tag = "img" if child.tag in PICTURES else "div" if child.tag in APART else child.tag
            parts += [f"<{tag}>", *markup_of(child, without), f"</{tag}>"]
        parts.append(escape(child.tail or ""))
    return parts
