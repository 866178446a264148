"""What a round format says on pages: its words, how its form is laid out, its presets."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from flask_babel import LazyString

from quiz.core.nouns.settings import Chain, Choice, Declared, declared
from quiz.core.nouns.state import AskingSettings
from quiz.web.formats.telling import AnswerLine, Sheet, TellAct, Touch
from quiz.web.frame.fields import Text
from quiz.web.rules.saying import Say
from quiz.web.words import Words


@dataclass(frozen=True, slots=True)
class SettingWords:
    """How the form asks for a setting; `choices` are the words of each value to choose from."""

    label: Text
    about: Text = ""
    choices: Mapping[str, Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Several:
    """How the form asks for several things of one kind: each has a title and a number."""

    title: Text
    unused: Text
    words: Mapping[str, SettingWords]


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting in words: asked for in the form, said in the rules."""

    words: SettingWords | Several
    say: Say


@dataclass(frozen=True, slots=True)
class FieldRow:
    """Fields of the form beside each other; `look` is a class of the style sheet."""

    names: tuple[str, ...]
    look: str = ""


def alone(name: str) -> FieldRow:
    """A field as wide as the form."""
    return FieldRow((name,))


def pair(*names: str) -> FieldRow:
    """Two fields beside each other."""
    return FieldRow(names, "columns")


def three(*names: str) -> FieldRow:
    """Three fields beside each other."""
    return FieldRow(names, "columns three")


@dataclass(frozen=True, slots=True)
class Group:
    """Settings that are asked for together, under a title.

    Those of the group that no row names follow in rows of their own.
    """

    name: str
    rows: tuple[FieldRow, ...] = ()
    title: Text = ""
    hint: Text = ""


@dataclass(frozen=True, slots=True)
class Preset:
    """A ready contest; `values` are those fields of the form that differ from its defaults."""

    id: str
    name: LazyString
    about: LazyString
    format: str
    values: Mapping[str, object] = field(default_factory=dict)


RecordParts = Mapping[str, Sequence[Mapping[str, Any]]]


def _no_lines(part: object) -> list[AnswerLine]:
    return []


def _no_sheets(parts: RecordParts) -> list[Sheet]:
    return []


@dataclass(frozen=True, slots=True, kw_only=True)
class FormatPages:
    """A format on pages.

    `settings` are in the order in which the rules are read; the groups of `shown` stand beside
    the questions, those of `folded` among the detailed rules. `about` has other words for fields
    that every round has, `without` those of them that make no sense here. `phone`, `projector` and
    `host` are the words of the format's scripts; `acts` and `touches` tell its events by their
    names, `lines` its part of a contestant's figures, `footnote` what is said below these,
    `sheets` its rows of the record, `winner` who wins a round outright (empty: nobody does).
    """

    kind: type[AskingSettings]
    settings: Mapping[str, Setting]
    shown: tuple[Group, ...]
    folded: tuple[Group, ...]
    presets: tuple[Preset, ...]
    about: Mapping[str, Text] = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    phone: Words = field(default_factory=dict)
    projector: Words = field(default_factory=dict)
    host: Words = field(default_factory=dict)
    acts: Mapping[str, TellAct] = field(default_factory=dict)
    touches: Mapping[str, Touch] = field(default_factory=dict)
    lines: Callable[[object], list[AnswerLine]] = _no_lines
    footnote: Text = ""
    sheets: Callable[[RecordParts], list[Sheet]] = _no_sheets
    winner: Text = ""

    def asked(self) -> Mapping[str, Declared]:
        """The settings that the form asks for: those of a group that leave a choice."""
        return {name: each for name, each in declared(self.kind).items() if asks(each)}

    def rows(self, group: Group) -> Iterator[FieldRow]:
        """All rows of a group."""
        yield from group.rows
        placed = {name for row in group.rows for name in row.names}
        for name, each in self.asked().items():
            if each.group == group.name and name not in placed:
                yield alone(name)


def asks(setting: Declared) -> bool:
    """Whether the form asks for a setting."""
    return bool(setting.group) and not (isinstance(setting, Chain) and len(setting.offered) == 1)


def values(setting: Choice | Chain) -> list[str]:
    """What there is to choose from, as the form writes it; the default is the first."""
    if isinstance(setting, Choice):
        return list(setting.values)
    return [",".join(each) for each in setting.offered]
