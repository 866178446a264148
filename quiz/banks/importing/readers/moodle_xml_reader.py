"""Moodle XML: the kinds that have a counterpart here; the others are kept as text and reported."""

import base64
import binascii
from collections.abc import Callable
from dataclasses import replace
from xml.etree.ElementTree import Element

from quiz.banks.bank import FALSE, TRUE
from quiz.banks.files.record import clean
from quiz.banks.importing.checking import checked, chosen, distinct
from quiz.banks.importing.draft import Doubt, DraftQuestion, Imported, UnreadableFile
from quiz.banks.importing.opening.opening import within_count, xml_of
from quiz.banks.importing.progress import counted
from quiz.banks.importing.readers.markup import (
    ShownText,
    as_typed,
    doubts_of,
    guessed,
    plain,
    topic,
)
from quiz.banks.importing.values.numbers import exact
from quiz.banks.question import ID
from quiz.core.nouns.model import Kind

FULL = 100.0
MoodleReader = Callable[[DraftQuestion, Element], DraftQuestion]


def read_moodle_xml(data: bytes, name: str) -> Imported:
    """The questions of a Moodle XML file; raises UnreadableFile."""
    root = xml_of(data)
    if root.tag != "quiz":
        raise UnreadableFile("not_this_kind")
    drafts: list[DraftQuestion] = []
    category = ""
    for element in counted(root.iter("question"), len(root), 0, 1):
        if element.get("type") == "category":
            category = topic(element.findtext("category/text", ""))
        else:
            drafts.append(draft_of(element, f"Câu {len(drafts) + 1}", category))
    within_count(len(drafts))
    return Imported(tuple(drafts))


def draft_of(element: Element, place: str, category: str) -> DraftQuestion:
    """The question as understood."""
    kind = element.get("type", "")
    text = shown(element.find("questiontext"))
    number = clean(element.findtext("idnumber", ""))
    draft = DraftQuestion(
        place,
        text.text,
        explanation=shown(element.find("generalfeedback")).text,
        topic=category,
        id=number if ID.fullmatch(number) else "",
        doubts=doubts_of(text._replace(pictures=0), "picture", "text"),
    )
    draft = pictured(draft, element, text.pictures)
    read_kind = READERS.get(kind)
    if read_kind:
        return read_kind(draft, element)
    return unsupported(draft, element, kind)


def pictured(draft: DraftQuestion, element: Element, pictures: int) -> DraftQuestion:
    """The draft with its one picture; more of them, or one that did not come along, are a doubt.

    Moodle 1.9 had the picture beside the text.
    """
    files = [*element.iterfind("questiontext/file")]
    old = element.findtext("image_base64", "").strip()
    named = clean(element.findtext("image", ""))
    beside = bool(named or old)
    if not pictures and not beside:
        return draft
    written = old if beside else files[0].text or "" if len(files) == 1 else ""
    picture = picture_of(written) if pictures + beside == 1 else b""
    doubts = () if picture else (Doubt("picture", "picture", named),)
    return replace(draft, picture=picture, doubts=(*doubts, *draft.doubts))


def unsupported(draft: DraftQuestion, element: Element, kind: str) -> DraftQuestion:
    """A question of another kind: all its texts are kept for a person to read."""
    parts = (shown(part).text for part in element.iter() if part.tag in ("subquestion", "answer"))
    text = " / ".join(part for part in (draft.text, *parts) if part)
    return checked(
        replace(draft, text=text, doubts=(*draft.doubts, Doubt("unsupported", "kind", kind)))
    )


def shown(element: Element | None) -> ShownText:
    """The text of an element as people see it."""
    if element is None:
        return ShownText("")
    text = element.findtext("text", "")
    form = element.get("format", "moodle_auto_format")
    if form == "html":
        return plain(text)
    return as_typed(text) if form == "plain_text" else guessed(text)


def picture_of(text: str) -> bytes:
    """The bytes of a picture in base 64; nothing where they are damaged."""
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def fraction(answer: Element) -> float:
    """What share of the points (percent) an answer is worth."""
    try:
        return float(answer.get("fraction", "0"))
    except ValueError:
        return 0.0


def choice(draft: DraftQuestion, element: Element) -> DraftQuestion:
    """One or several right options."""
    answers = element.findall("answer")
    texts = [shown(answer) for answer in answers]
    shares = [fraction(answer) for answer in answers]
    single = clean(element.findtext("single", "true")).lower() not in ("false", "0")
    shuffled = clean(element.findtext("shuffleanswers", "true")).lower() not in ("false", "0")
    right = tuple(place for place, share in enumerate(shares) if share > 0)
    doubts = list(draft.doubts)
    if single and any(0 < share < FULL for share in shares):
        doubts.append(Doubt("unsupported", "key", "%"))
        right = tuple(place for place in right if shares[place] == FULL)
    elif not single and right and not 99 <= sum(shares[place] for place in right) <= 101:
        doubts.append(Doubt("key_unknown", "key", "%"))
        right = ()
    doubts += dict.fromkeys(
        doubt for text in texts for doubt in doubts_of(text, "options", "options")
    )
    draft = replace(
        explained(draft, [answers[place] for place in right]),
        options=tuple(text.text for text in texts),
        fixed_order=not shuffled,
        doubts=tuple(doubts),
    )
    return chosen(draft, right, several=None if single else True)


def explained(draft: DraftQuestion, right: list[Element]) -> DraftQuestion:
    """The draft with the feedback of its right answers, where it has no explanation."""
    said = [shown(answer.find("feedback")).text for answer in right]
    return replace(draft, explanation=draft.explanation or clean(" ".join(said)))


def truth(draft: DraftQuestion, element: Element) -> DraftQuestion:
    """True or false: the answer worth all the points, if there is exactly one."""
    right = [answer for answer in element.iterfind("answer") if fraction(answer) == FULL]
    said = [answer.findtext("text", "").strip().lower() for answer in right]
    draft = replace(explained(draft, right), kind=Kind.TRUE_FALSE, options=(TRUE, FALSE))
    if said in (["true"], ["false"]):
        draft = replace(draft, key=((int(said == ["false"]),),))
    elif len(said) > 1:
        draft = replace(draft, doubts=(*draft.doubts, Doubt("many_keys", "key", ", ".join(said))))
    return checked(draft)


def short_answer(draft: DraftQuestion, element: Element) -> DraftQuestion:
    """Every text that is fully right is accepted; `*`, which stands for any text, cannot be."""
    draft, whole = fully_right(draft, element)
    texts = [shown(answer).text for answer in whole]
    if any("*" in text.replace("\\*", "") for text in texts):
        draft = replace(draft, doubts=(*draft.doubts, Doubt("unsupported", "key", "*")))
    key = distinct(text.replace("\\*", "*") for text in texts)
    return checked(replace(draft, kind=Kind.TEXT, key=key))


def number(draft: DraftQuestion, element: Element) -> DraftQuestion:
    """One number and its tolerance."""
    draft, whole = fully_right(draft, element)
    values = [shown(answer).text for answer in whole]
    draft = replace(draft, kind=Kind.NUMBER)
    if len(values) != 1:
        doubt = (Doubt("many_keys", "key", " / ".join(values)),) if values else ()
        return checked(replace(draft, doubts=(*draft.doubts, *doubt)))
    value, tolerance = exact(values[0]), exact(whole[0].findtext("tolerance", "") or "0")
    if value is None or tolerance is None or tolerance.startswith("-"):
        doubt = (Doubt("bad_number", "key", values[0]),)
        return checked(replace(draft, doubts=(*draft.doubts, *doubt)))
    return checked(replace(draft, key=(value,), tolerance=tolerance))


def fully_right(draft: DraftQuestion, element: Element) -> tuple[DraftQuestion, list[Element]]:
    """The answers worth all the points; others worth some are reported."""
    answers = element.findall("answer")
    whole = [answer for answer in answers if fraction(answer) == FULL]
    draft = explained(draft, whole)
    if any(0 < fraction(answer) < FULL for answer in answers):
        draft = replace(draft, doubts=(*draft.doubts, Doubt("unsupported", "key", "%")))
    return draft, whole


def sequence(draft: DraftQuestion, element: Element) -> DraftQuestion:
    """Items to be put in order; the file has them in the right one."""
    items = tuple(shown(answer).text for answer in element.iterfind("answer"))
    key = (tuple(range(len(items))),) if items else ()
    return checked(replace(draft, kind=Kind.ORDER, options=items, key=key))


READERS: dict[str, MoodleReader] = {
    "multichoice": choice,
    "truefalse": truth,
    "shortanswer": short_answer,
    "numerical": number,
    "ordering": sequence,
}
