"""From the settings that a format declares to fields of a form, and from these to settings."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Any

from wtforms import BooleanField, Field, FieldList, Form, FormField
from wtforms.validators import NumberRange, Optional

from quiz.core.nouns.settings import (
    Chain,
    Choice,
    Declared,
    Items,
    Switch,
    Whole,
    declared,
    defaults,
)
from quiz.web.formats.declaring import FormatPages, SettingWords, Several, values
from quiz.web.frame.fields import WholeField, bounds, one_of, whole

UNUSED = "none"
"""What the first field of an item holds in a row that is not used."""
Choices = Mapping[str, Any]


def fields(pages: FormatPages) -> dict[str, Field]:
    """A field for every setting that the form asks for."""
    default = defaults(pages.kind)
    return {
        name: _field(setting, pages.settings[name].words, default[name])
        for name, setting in pages.asked().items()
    }


def settings(pages: FormatPages, choices: Choices) -> dict[str, object]:
    """The settings of a round, all named; those that the form does not ask for are the default."""
    held = {**_held(pages.kind), **choices}
    return {name: _set(each, held[name]) for name, each in declared(pages.kind).items()}


def as_choices(pages: FormatPages, held: Choices) -> dict[str, Any]:
    """The settings of a round as its form holds them."""
    known = {**defaults(pages.kind), **held}
    return {name: _shown(each, known[name]) for name, each in declared(pages.kind).items()}


def item_fields(item: type) -> list[tuple[str, str]]:
    """The fields of an item, and for which values of the first each is shown ("": for any)."""
    first, *others = declared(item).items()
    used = values(first[1]) if isinstance(first[1], Choice) else []
    return [
        (first[0], ""),
        *((name, " ".join(_when(setting) or used)) for name, setting in others),
    ]


def _when(setting: Declared) -> Sequence[str]:
    return setting.when[1:] if isinstance(setting, Whole) else ()


def _held(kind: type) -> dict[str, Any]:
    """The defaults as a form holds them."""
    default = defaults(kind)
    return {name: _shown(each, default[name]) for name, each in declared(kind).items()}


def _shown(setting: Declared, value: Any) -> Any:
    if isinstance(setting, Chain):
        return ",".join(value)
    if isinstance(setting, Items):
        used = [dict(item) if isinstance(item, Mapping) else asdict(item) for item in value]
        return used + [_unused(setting)] * (setting.most - len(used))
    return value


def _unused(setting: Items) -> dict[str, Any]:
    return {**defaults(setting.of), next(iter(declared(setting.of))): UNUSED}


def _set(setting: Declared, value: Any) -> object:
    if isinstance(setting, Chain):
        return value.split(",")
    if isinstance(setting, Items):
        inner = declared(setting.of)
        first = next(iter(inner))
        rows = (row for row in value if row[first] != UNUSED)
        return [{name: _filled(each, row[name]) for name, each in inner.items()} for row in rows]
    return value


def _filled(setting: Declared, value: Any) -> Any:
    """The value of an item's field; a number that was left empty is its lowest."""
    return setting.lowest if isinstance(setting, Whole) and value is None else value


def _field(setting: Declared, words: SettingWords | Several, default: Any) -> Field:
    match setting, words:
        case Whole(), SettingWords():
            return whole(words.label, setting.lowest, setting.highest, default, words.about)
        case Switch(), SettingWords():
            return BooleanField(words.label, description=words.about, default=default)
        case ((Choice() | Chain()), SettingWords()):
            offered = [(value, words.choices[value]) for value in values(setting)]
            return one_of(words.label, offered, words.about)
        case Items(), Several():
            return FieldList(FormField(_item(setting, words)), default=_shown(setting, default))
    raise TypeError(f"{setting} cannot be asked for by {type(words).__name__}")


def _item(setting: Items, words: Several) -> type[Form]:
    """The form of one item; its first field can say that the row is not used."""
    inner, default = declared(setting.of), defaults(setting.of)
    made = {name: _inner(each, words.words[name], default[name]) for name, each in inner.items()}
    first, choice = next(iter(inner.items()))
    if isinstance(choice, Choice):
        asked = words.words[first]
        offered = [(value, asked.choices[value]) for value in choice.values]
        made[first] = one_of(asked.label, [*offered, (UNUSED, words.unused)], asked.about)
    return type(setting.of.__name__, (Form,), made)


def _inner(setting: Declared, words: SettingWords, default: Any) -> Field:
    """A field of an item: a number may be left empty, for it does not always count."""
    if not isinstance(setting, Whole):
        return _field(setting, words, default)
    limits, message = bounds(setting.lowest, setting.highest)
    checks = [Optional(), NumberRange(setting.lowest, setting.highest, message)]
    return WholeField(
        words.label, checks, description=words.about, default=default, render_kw=limits
    )
