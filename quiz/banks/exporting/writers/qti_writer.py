"""QTI 2.1: one item a question with a simple choice, packed with an imsmanifest.xml."""

import zipfile
from io import BytesIO
from xml.etree.ElementTree import Element, SubElement, tostring

from quiz.banks.bank import Bank
from quiz.banks.exporting.carrying import Carrier
from quiz.banks.question import LETTERS
from quiz.core.nouns.model import Kind, Question

CARRIER = Carrier(
    kinds=frozenset((Kind.ONE, Kind.SEVERAL, Kind.TRUE_FALSE)),
    fields=frozenset(("id", "explanation", "fixed_order")),
)
QTI = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
METADATA = "http://ltsc.ieee.org/xsd/LOM"
MATCH_CORRECT = "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct"
LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The date of the files in the archive, so that the same bank gives the same bytes."""


def write_qti(bank: Bank) -> bytes:
    """The bank's questions, which must all be ones that the format carries."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        add(archive, "imsmanifest.xml", manifest(bank))
        for question in bank.questions:
            add(archive, f"items/{question.id}.xml", item(question))
    return file.getvalue()


def add(archive: zipfile.ZipFile, name: str, root: Element) -> None:
    """One XML file of the archive."""
    entry = zipfile.ZipInfo(name, LONG_AGO)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, tostring(root, encoding="utf-8", xml_declaration=True))


def manifest(bank: Bank) -> Element:
    """The list of the items."""
    root = Element("manifest", xmlns=PACKAGE, identifier=f"manifest-{bank.id}")
    metadata = SubElement(root, "metadata")
    SubElement(metadata, "schema").text = "QTIv2.1 Package"
    SubElement(metadata, "schemaversion").text = "1.0.0"
    general = SubElement(SubElement(metadata, "lom", xmlns=METADATA), "general")
    title = SubElement(SubElement(general, "title"), "string", language=bank.language)
    title.text = bank.title
    SubElement(root, "organizations")
    resources = SubElement(root, "resources")
    for question in bank.questions:
        href = f"items/{question.id}.xml"
        resource = SubElement(
            resources,
            "resource",
            identifier=f"item-{question.id}",
            type="imsqti_item_xmlv2p1",
            href=href,
        )
        SubElement(resource, "file", href=href)
    return root


def item(question: Question) -> Element:
    """One question."""
    several = question.kind is Kind.SEVERAL
    root = Element(
        "assessmentItem",
        xmlns=QTI,
        identifier=question.id,
        title=question.id,
        adaptive="false",
        timeDependent="false",
    )
    response = SubElement(
        root,
        "responseDeclaration",
        identifier="RESPONSE",
        cardinality="multiple" if several else "single",
        baseType="identifier",
    )
    correct = SubElement(response, "correctResponse")
    for position in question.key[0]:
        SubElement(correct, "value").text = LETTERS[int(position)]
    declare_outcomes(root)
    add_choice(SubElement(root, "itemBody"), question)
    SubElement(root, "responseProcessing", template=MATCH_CORRECT)
    if question.explanation:
        add_feedback(root, question.explanation)
    return root


def declare_outcomes(root: Element) -> None:
    """The points, and what the feedback hangs on."""
    for name, kind in (("SCORE", "float"), ("FEEDBACK", "identifier")):
        SubElement(root, "outcomeDeclaration", identifier=name, cardinality="single", baseType=kind)


def add_choice(body: Element, question: Question) -> None:
    """The prompt and the options; ones that must not move are said to be fixed."""
    fixed = question.fixed_order or question.kind is Kind.TRUE_FALSE
    interaction = SubElement(
        body,
        "choiceInteraction",
        responseIdentifier="RESPONSE",
        shuffle=str(not fixed).lower(),
        maxChoices="0" if question.kind is Kind.SEVERAL else "1",
    )
    SubElement(interaction, "prompt").text = question.text
    for letter, option in zip(LETTERS, question.options, strict=False):
        choice = SubElement(interaction, "simpleChoice", identifier=letter)
        choice.text = option
        if fixed:
            choice.set("fixed", "true")


def add_feedback(root: Element, explanation: str) -> None:
    """The explanation, shown after the answer."""
    feedback = SubElement(
        root,
        "modalFeedback",
        outcomeIdentifier="FEEDBACK",
        identifier="EXPLANATION",
        showHide="hide",
    )
    SubElement(feedback, "p").text = explanation
