"""One mapping of a YAML file, read as the texts that stand there, with problems collected.

Nothing is converted by YAML: `05` stays "05" and `No` stays "No", so no value is guessed.
"""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from quiz.banks.bank import Problem

ReportProblem = Callable[[Problem], None]


def clean(text: str) -> str:
    """The text in composed Unicode (NFC), runs of white space made one space, without unseen."""
    return " ".join(unicodedata.normalize("NFC", seen(text)).split())


def seen(text: str) -> str:
    """The text without characters that nobody sees: soft hyphens, zero widths (category Cf).

    A pair of emoji that such a character joins into one is two again.
    """
    if text.isascii():
        return text
    return "".join(char for char in text if unicodedata.category(char) != "Cf")


@dataclass(frozen=True)
class YamlRecord:
    """The fields of one mapping; asking for a field reports what is wrong with it."""

    file: str
    line: int
    fields: dict[str, yaml.Node]
    report: ReportProblem
    question: str = ""

    def problem(self, code: str, field: str = "", detail: str = "") -> None:
        """Report a problem at a field, or at the record itself."""
        node = self.fields.get(field)
        line = node.start_mark.line + 1 if node is not None else self.line
        self.report(Problem(code, self.file, self.question, field, detail, line))

    def text(self, field: str, *, default: str | None = None) -> str:
        """The text of a field; empty, and reported, when missing and there is no default."""
        node = self.fields.get(field)
        if node is not None and not isinstance(node, yaml.ScalarNode):
            self.problem("text_expected", field)
            return ""
        value = clean(node.value) if node is not None else ""
        if value:
            return value
        if default is None:
            self.problem("field_missing", field)
        return default or ""

    def texts(self, field: str) -> tuple[str, ...]:
        """The texts of a list; a single text is a list of one."""
        node = self.fields.get(field)
        items = node.value if isinstance(node, yaml.SequenceNode) else [node] if node else []
        if not all(isinstance(item, yaml.ScalarNode) for item in items):
            self.problem("text_expected", field)
            return ()
        values = tuple(clean(item.value) for item in items)
        if not values or "" in values:
            self.problem("field_missing", field)
            return ()
        return values

    def choice(self, field: str, allowed: tuple[str, ...], *, default: str | None = None) -> str:
        """The text of a field that must be one of a few words."""
        value = self.text(field, default=default)
        if value and value not in allowed:
            self.problem("value_unknown", field, f"{value} ({', '.join(allowed)})")
        return value

    def whole(self, field: str, lowest: int, highest: int, *, default: int | None = None) -> int:
        """A whole number within bounds; the default when absent, `lowest` when wrong."""
        if default is not None and field not in self.fields:
            return default
        value = self.text(field)
        right = value.isascii() and value.isdecimal() and lowest <= int(value) <= highest
        if value and not right:
            self.problem("number_out_of_range", field, f"{value} ({lowest}–{highest})")
        return int(value) if right else lowest

    def flag(self, field: str) -> bool:
        """A yes or no, `false` when absent."""
        return self.choice(field, ("true", "false"), default="false") == "true"

    def known(self, allowed: frozenset[str]) -> None:
        """Report every field that is not one of those allowed here."""
        for field in self.fields:
            if field not in allowed:
                self.problem("field_unknown", field)


def record(
    node: yaml.MappingNode, file: str, report: ReportProblem, *, head: bool = False
) -> YamlRecord:
    """A record from a mapping, a question's unless it is the file's head.

    A field written twice is reported, and the first one kept.
    """
    pairs = [(str(name.value), value) for name, value in node.value]
    fields = dict(reversed(pairs))
    identity = None if head else fields.get("id")
    question = clean(identity.value) if isinstance(identity, yaml.ScalarNode) else ""
    made = YamlRecord(file, node.start_mark.line + 1, fields, report, question)
    names = [name for name, _ in pairs]
    for name in sorted({name for name in names if names.count(name) > 1}):
        made.problem("field_repeated", name)
    return made
