"""Moodle XML, with categories for topics."""

from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from quiz.banks.bank import Bank
from quiz.banks.exporting.carrying import Carrier
from quiz.core.nouns.model import Kind, Question

CARRIER = Carrier(
    kinds=frozenset(Kind),
    fields=frozenset(("id", "explanation", "topic", "fixed_order", "tolerance")),
)
TYPES = {
    Kind.ONE: "multichoice",
    Kind.SEVERAL: "multichoice",
    Kind.TRUE_FALSE: "truefalse",
    Kind.TEXT: "shortanswer",
    Kind.NUMBER: "numerical",
    Kind.ORDER: "ordering",
}


def write_moodle_xml(bank: Bank) -> bytes:
    """The bank's questions, which must all be ones that the format carries."""
    root = Element("quiz")
    for topic, questions in groupby(bank.questions, key=lambda question: question.topic):
        category = SubElement(SubElement(root, "question", type="category"), "category")
        said(category, topic.replace("/", "//"))
        for question in questions:
            add_question(root, question)
    indent(root)
    data: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return data


def said(element: Element, text: str) -> None:
    """A text as Moodle wraps it."""
    SubElement(element, "text").text = text


def add_question(root: Element, question: Question) -> None:
    """One question with all that its type needs."""
    element = SubElement(root, "question", type=TYPES[question.kind])
    said(SubElement(element, "name"), question.id)
    said(SubElement(element, "questiontext", format="plain_text"), question.text)
    if question.explanation:
        said(SubElement(element, "generalfeedback", format="plain_text"), question.explanation)
    SubElement(element, "idnumber").text = question.id
    if question.kind in (Kind.ONE, Kind.SEVERAL):
        SubElement(element, "single").text = str(question.kind is Kind.ONE).lower()
        SubElement(element, "shuffleanswers").text = str(not question.fixed_order).lower()
        SubElement(element, "answernumbering").text = "ABCD"
    for text, fraction in answers(question):
        answer = SubElement(element, "answer", fraction=fraction, format="plain_text")
        said(answer, text)
        if question.kind is Kind.NUMBER:
            SubElement(answer, "tolerance").text = question.tolerance


def answers(question: Question) -> list[tuple[str, str]]:
    """The answers' texts and what share of the points (percent) each is worth."""
    key = question.key[0]
    if question.kind is Kind.TRUE_FALSE:
        return [("true", "100" if key == (0,) else "0"), ("false", "100" if key == (1,) else "0")]
    if question.kind is Kind.TEXT:
        return [(str(text).replace("*", "\\*"), "100") for text in question.key]
    if question.kind is Kind.NUMBER:
        return [(str(key), "100")]
    if question.kind is Kind.ORDER:
        items = [question.options[int(position)] for position in key]
        return [(item, str(place)) for place, item in enumerate(items, start=1)]
    share = f"{100 / len(key):.5f}".rstrip("0").rstrip(".")
    wrong = "0" if question.kind is Kind.ONE else "-100"
    return [
        (option, share if position in key else wrong)
        for position, option in enumerate(question.options)
    ]
