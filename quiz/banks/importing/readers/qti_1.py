"""Items of QTI 1.2, as Canvas and older programs write them: choices, texts and numbers."""

from dataclasses import dataclass, replace
from decimal import Decimal
from xml.etree.ElementTree import Element

from quiz.banks.files.record import clean
from quiz.banks.importing.checking import checked, chosen, distinct
from quiz.banks.importing.draft import DraftQuestion
from quiz.banks.importing.readers.markup import ShownText, as_typed, doubts_of, guessed, plain
from quiz.banks.importing.values.key_reading import doubting
from quiz.banks.importing.values.numbers import exact
from quiz.banks.question import ID
from quiz.core.nouns.model import Kind

RESPONSES = ("response_lid", "response_str", "response_num", "response_xy", "response_grp")


@dataclass(frozen=True, slots=True)
class Scored:
    """A condition that is worth points: what must be given for it, and the feedback shown then.

    `either`: one of the values is enough.
    """

    points: float
    values: tuple[str, ...]
    feedback: tuple[str, ...]
    either: bool


def draft_of(item: Element, place: str) -> DraftQuestion:
    """The question of an item; what is no single choice, text or number is reported."""
    presentation = item.find("presentation")
    name = item.get("ident", "")
    draft = DraftQuestion(place, "", id=name if ID.fullmatch(name) else "")
    if presentation is None:
        return doubting(draft, "unsupported", "kind", item.tag)
    responses = [each for each in presentation.iter() if each.tag in RESPONSES]
    text = shown(presentation, without=responses)
    draft = replace(draft, text=text.text, doubts=doubts_of(text, "picture", "text"))
    kinds = [each.tag for each in responses]
    scored = scored_in(item)
    if kinds == ["response_lid"] and responses[0].find(".//response_label") is not None:
        return choice(draft, item, responses[0], scored)
    if kinds in (["response_str"], ["response_num"]) and scored:
        return typed(draft, item, scored)
    whole = shown(presentation, without=[]).text
    return doubting(replace(draft, text=whole), "unsupported", "kind", kind_of(item, kinds))


def kind_of(item: Element, kinds: list[str]) -> str:
    """What the file itself calls the kind of an item."""
    for each in item.iter("qtimetadatafield"):
        if each.findtext("fieldlabel", "") == "question_type":
            return clean(each.findtext("fieldentry", ""))
    return ", ".join(kinds) or "presentation"


def scored_in(item: Element) -> list[Scored]:
    """The conditions that are worth points, the most first."""
    found = []
    for each in item.iter("respcondition"):
        points = max((points_of(setvar) for setvar in each.iter("setvar")), default=0.0)
        condition = each.find("conditionvar")
        if points <= 0 or condition is None:
            continue
        denied = {id(under) for none in condition.iter("not") for under in none.iter()}
        given = [value for value in condition.iter("varequal") if id(value) not in denied]
        feedback = tuple(shown.get("linkrefid", "") for shown in each.iter("displayfeedback"))
        values = tuple(clean(value.text or "") for value in given)
        either = condition.find(".//or") is not None
        found.append(Scored(points, values, feedback, either))
    return sorted(found, key=lambda scored: -scored.points)


def points_of(setvar: Element) -> float:
    """The points that a condition gives."""
    try:
        return 0.0 if setvar.get("action") in ("Subtract", "Divide") else float(setvar.text or 0)
    except ValueError:
        return 0.0


def choice(
    draft: DraftQuestion, item: Element, response: Element, scored: list[Scored]
) -> DraftQuestion:
    """One right option or several: all of one condition, or those that each give their points."""
    labels = [*response.iter("response_label")]
    texts = [shown(label, without=[]) for label in labels]
    names = [label.get("ident", "") for label in labels]
    doubts = [doubt for text in texts for doubt in doubts_of(text, "options", "options")]
    draft = replace(
        draft,
        options=tuple(text.text for text in texts),
        fixed_order=bool(labels) and all(each.get("rshuffle") == "No" for each in labels),
        doubts=tuple(dict.fromkeys((*draft.doubts, *doubts))),
    )
    several = response.get("rcardinality", "").lower() == "multiple"
    best = [each for each in scored if several or each.points == scored[0].points]
    draft = replace(draft, explanation=explanation_of(item, best))
    values = [value for each in best for value in each.values]
    if len(best) < len(scored):
        draft = doubting(draft, "unsupported", "key", "%")
    if len(set(names)) < len(names) or not set(values) <= set(names):
        draft, values = doubting(draft, "key_unknown", "key", ", ".join(values)), []
    sure = several and not any(each.either for each in best)
    return chosen(draft, tuple(map(names.index, values)), several=True if sure else None)


def typed(draft: DraftQuestion, item: Element, scored: list[Scored]) -> DraftQuestion:
    """A text or a number to type."""
    best = [each for each in scored if each.points == scored[0].points]
    draft = replace(draft, explanation=explanation_of(item, best))
    if len(best) < len(scored):
        draft = doubting(draft, "unsupported", "key", "%")
    if item.find(".//response_num") is not None or "numerical" in kind_of(item, []):
        return number(draft, item, best)
    key = distinct(value for each in best for value in each.values)
    return checked(replace(draft, kind=Kind.TEXT, key=key))


def number(draft: DraftQuestion, item: Element, best: list[Scored]) -> DraftQuestion:
    """A number, or the middle of a range with its tolerance."""
    draft = replace(draft, kind=Kind.NUMBER)
    values = {value for each in best for value in each.values}
    low, high = (
        [exact(each.text or "") for each in item.iter(name)] for name in ("vargte", "varlte")
    )
    if len(low) == len(high) == 1 and low[0] is not None and high[0] is not None:
        half = (Decimal(high[0]) - Decimal(low[0])) / 2
        middle = exact(str(Decimal(low[0]) + half))
        same = {exact(value) for value in values} <= {middle}
        tolerance = exact(str(half))
        if middle and tolerance and half >= 0 and same:
            return checked(replace(draft, key=(middle,), tolerance=tolerance))
    sole = exact(next(iter(values))) if len(values) == 1 else None
    if sole is not None and not low and not high:
        return checked(replace(draft, key=(sole,)))
    return checked(doubting(draft, "bad_number", "key", " / ".join(sorted(values))))


def explanation_of(item: Element, best: list[Scored]) -> str:
    """What is said to those who are right, and to all."""
    names = {name for each in best for name in each.feedback} | {"general_fb"}
    found = (each for each in item.iter("itemfeedback") if each.get("ident") in names)
    return clean(" ".join(shown(each, without=[]).text for each in found))


def shown(element: Element, *, without: list[Element]) -> ShownText:
    """All texts of an element but for those of some parts of it."""
    left = {id(under) for each in without for under in each.iter()}
    texts = [each for each in element.iter("mattext") if id(each) not in left]
    pictures = sum(each.tag == "matimage" and id(each) not in left for each in element.iter())
    found = [text_of(each) for each in texts]
    return ShownText(
        clean(" ".join(each.text for each in found)),
        pictures + sum(each.pictures for each in found),
        sum(each.formulas for each in found),
    )


def text_of(text: Element) -> ShownText:
    """One text in the format that it names."""
    form = text.get("texttype", "").lower()
    whole = "".join(text.itertext())
    if form == "text/html":
        return plain(whole)
    return as_typed(whole) if form == "text/plain" else guessed(whole)
