"""Our own YAML, as docs/banks.md describes it: nothing of a question is lost."""

from typing import Any

import yaml

from quiz.banks.bank import Bank
from quiz.banks.exporting.carrying import OPTIONAL, Carrier
from quiz.banks.exporting.writers.key_writing import comma
from quiz.banks.question import LETTERED, LETTERS
from quiz.core.nouns.model import Kind, Question

CARRIER = Carrier(
    kinds=frozenset(Kind),
    fields=OPTIONAL | {"fixed_order", "strict_marks", "tolerance", "picture"},
)
ONE_LINE = 1_000_000
"""Columns: no text is folded."""


class Flow(list[str]):
    """A list written on one line, in brackets."""


class Writer(yaml.SafeDumper):
    """Writes texts bare where YAML allows: our reader takes every value as it is written."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own name and type

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Lists stand further in than the field that they belong to."""
        super().increase_indent(flow, False)


def flow_list(writer: yaml.SafeDumper, items: Flow) -> yaml.Node:
    """A list in brackets."""
    return writer.represent_sequence("tag:yaml.org,2002:seq", items, flow_style=True)


Writer.add_representer(Flow, flow_list)


def write_own_yaml(bank: Bank) -> bytes:
    """The whole bank."""
    head = {
        "id": bank.id,
        "title": bank.title,
        "title_en": bank.title_en,
        "description": bank.description,
        "as_of": bank.as_of,
        "language": bank.language,
        "questions": [item(question, bank.as_of) for question in bank.questions],
    }
    text: str = yaml.dump(head, Dumper=Writer, allow_unicode=True, sort_keys=False, width=ONE_LINE)
    return text.encode()


def item(question: Question, as_of: str) -> dict[str, object]:
    """One question's fields in their usual order, without those that have their usual value."""
    fields: dict[str, object] = {
        "id": question.id,
        "kind": question.kind.value,
        "text": question.text,
        "options": [*question.options] if question.kind in LETTERED else "",
        "key": key(question),
        "tolerance": comma(question.tolerance) if question.tolerance != "0" else "",
        "explanation": question.explanation,
        "citation": question.citation,
        "source_status": question.source_status,
        "as_of": question.as_of if question.as_of != as_of else "",
        "difficulty": str(question.difficulty),
        "topic": question.topic,
        "seconds": str(question.seconds or ""),
        "points": str(question.points or ""),
        "strict_marks": "true" if question.strict_marks else "",
        "fixed_order": "true" if question.fixed_order else "",
        "picture": question.picture,
    }
    return {name: value for name, value in fields.items() if value}


def key(question: Question) -> str | Flow:
    """The key in the form that its kind wants."""
    if not question.key:
        return ""
    first = question.key[0]
    if isinstance(first, str):
        texts = [str(text) for text in question.key]
        return comma(texts[0]) if question.kind is Kind.NUMBER else Flow(texts)
    if question.kind is Kind.TRUE_FALSE:
        return question.options[first[0]]
    letters = [LETTERS[position] for position in first]
    return letters[0] if question.kind is Kind.ONE else Flow(letters)
