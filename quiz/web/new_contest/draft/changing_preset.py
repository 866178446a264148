"""Another preset for a round: what it fills in anew, what was typed and stays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wtforms import BooleanField, FieldList, SelectField
from wtforms.fields import Field

from quiz.web.formats import PAGES
from quiz.web.formats.declaring import Preset, Several
from quiz.web.frame.fields import Text
from quiz.web.new_contest.draft.draft_rounds import FieldPair, Rounds
from quiz.web.new_contest.form.contest_form import ContestForm, filled_in, fresh_form, read_form
from quiz.web.new_contest.form.settings_form import UNUSED
from quiz.web.new_contest.presets import preset
from quiz.web.new_contest.steps import is_of_contest

KEPT = "kept:"
"""What a field begins with that a format without it, or with other choices, leaves unused."""
CARRIED = ("preset", "seed", "swaps", "banks", "topics", "weight")
Filled = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class PresetChange:
    """What a preset does to a field, in words; `after` is empty where the field goes away."""

    label: Text
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ChangedRound:
    """A round with another preset: its fields, what is replaced, what was typed and stays."""

    fields: tuple[FieldPair, ...]
    replaced: tuple[PresetChange, ...]
    kept: tuple[Text, ...]


def started(chosen: Preset, seed: str, held: Mapping[str, object]) -> Rounds:
    """A contest of one round, as a preset fills it in; `held` is what else is known."""
    pairs = tuple(filled_in(fresh_form(chosen, {"seed": seed, **held})))
    own = tuple(pair for pair in pairs if not is_of_contest(pair[0]))
    return Rounds(tuple(pair for pair in pairs if is_of_contest(pair[0])), (own,))


def round_fields(chosen: Preset, seed: str, banks: Iterable[str]) -> tuple[FieldPair, ...]:
    """The fields of one more round."""
    return started(chosen, seed, {"banks": list(banks)}).rounds[0]


def changed_preset(rounds: Rounds, place: int, to: Preset) -> ChangedRound:
    """A round with another preset: what was typed stays where the new one has it too.

    What it has no use for is kept aside, and comes back with its format.
    """
    old = preset(rounds.value(place, "preset"))
    now, was = grouped(rounds.rounds[place]), usual(old)
    new, offered = usual(to), fresh_form(to)
    typed = {name for name in now.keys() | was.keys() if now.get(name) != was.get(name)}
    typed -= {name for name in typed if is_passing(name)}
    held: dict[str, tuple[str, ...]] = {
        name: values for name, values in now.items() if is_passing(name) and name != "preset"
    }
    aside = {n.removeprefix(f"{KEPT}{to.format}:"): v for n, v in now.items()}
    for name in {*was, *now, *new} - held.keys() - {"preset"}:
        if name in typed and suits(offered, name, now.get(name, ())):
            held[name] = now.get(name, ())
            continue
        if name in typed:
            # What was not ticked is typed too: an empty value says so.
            held[f"{KEPT}{old.format}:{name}"] = now.get(name, ("",))
        held[name] = aside[name] if f"{KEPT}{to.format}:{name}" in now else new.get(name, ())
    fields = tuple((name, each) for name, values in held.items() for each in values)
    made = (*fields, ("preset", to.id))
    return ChangedRound(made, replaced(rounds, place, old, made), stays(typed, held, now, old))


def usual(chosen: Preset) -> Filled:
    """What a preset fills in for a round."""
    return grouped(round_fields(chosen, "", ()))


def grouped(pairs: Iterable[FieldPair]) -> dict[str, tuple[str, ...]]:
    """The values of each field."""
    found: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        found[name] = (*found.get(name, ()), value)
    return found


def is_passing(name: str) -> bool:
    """Whether a field is no matter of the preset: it is carried over as it is."""
    return ":" in name or name in (*CARRIED, "chosen", "was", "origin")


def suits(form: ContestForm, name: str, values: tuple[str, ...]) -> bool:
    """Whether the new form can hold this."""
    fields = {field.name: field for field in form}
    match fields.get(name.split("-", 1)[0]):
        case None:
            return False
        case SelectField() as field if values:
            return values[0] in [str(value) for value, *_ in field.iter_choices()]
    return True


def replaced(
    rounds: Rounds, place: int, old: Preset, made: tuple[FieldPair, ...]
) -> tuple[PresetChange, ...]:
    """What reads otherwise afterwards, in words."""
    before = read_form(rounds.fields(place))
    after = read_form(Rounds(rounds.contest, (made,)).fields(0))
    found: dict[str, PresetChange] = {}
    for field in before:
        if is_of_contest(field.name) or is_passing(field.name):
            continue
        was, now = shown(field), shown(after[field.name]) if field.name in after else ""
        if was != now:
            label = label_of(field, old)
            found[str(label)] = PresetChange(label, was, now)
    return tuple(found.values())


def shown(field: Field) -> str:
    """What a field holds, as people read it."""
    if isinstance(field, FieldList):
        return str(sum(UNUSED not in entry.form.data.values() for entry in field))
    if isinstance(field, BooleanField):
        return "✓" if field.data else "–"
    if isinstance(field, SelectField):
        return next((str(words) for _, words, chosen, _ in field.iter_choices() if chosen), "")
    return str(field._value()) if hasattr(field, "_value") else ""


def label_of(field: Field, old: Preset) -> Text:
    """What a field is called."""
    setting = PAGES[old.format].settings.get(field.name)
    if setting is not None and isinstance(setting.words, Several):
        return setting.words.title
    label: Text = field.label.text
    return label


def stays(typed: set[str], held: Filled, now: Filled, old: Preset) -> tuple[Text, ...]:
    """What was typed and is still there, by its label."""
    form = fresh_form(old)
    labels = {
        str(label_of(field, old)): label_of(field, old)
        for field in form
        for name in typed
        if name.split("-", 1)[0] == field.name and held.get(name) == now.get(name)
    }
    return tuple(labels.values())
