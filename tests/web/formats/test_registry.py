"""The form and the rules of every format follow from its settings."""

import re
from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Any

import pytest
from flask.testing import FlaskClient
from flask_babel import force_locale

from quiz.core.nouns.settings import Chain, Choice, Items, Switch, Whole, declared, defaults
from quiz.formats import FORMATS
from quiz.formats.settings import read_settings
from quiz.web.formats import PAGES, pages_of
from quiz.web.formats.declaring import Preset, Several, values
from quiz.web.frame.fields import Text
from quiz.web.new_contest.form.contest_form import RULES, ContestForm, form_of, fresh_form
from quiz.web.new_contest.form.settings_form import settings
from quiz.web.new_contest.presets import PRESETS
from tests.web.conftest import Site
from tests.web.new_contest.drafting import Drafting

STEPS = ("contest", "teams", "rules/0", "questions/0", "prizes")
NAMES = sorted(PAGES)
SETTINGS = [(each, name) for each in NAMES for name in declared(PAGES[each].kind)]
FOLDED = {name for row in RULES for name in row.names} | {"mcq_first"}


def preset_of(format: str) -> Preset:
    return next(each for each in PRESETS if each.format == format)


def plain(format: str) -> ContestForm:
    """The form of a format as no preset filled it in."""
    return fresh_form(replace(preset_of(format), values={}))


def texts(format: str, name: str) -> Iterator[Text]:
    """All that the form says of a setting."""
    words = PAGES[format].settings[name].words
    if isinstance(words, Several):
        yield from (words.title, words.unused)
    for each in words.words.values() if isinstance(words, Several) else (words,):
        yield from (each.label, *filter(None, (each.about,)), *each.choices.values())


def others(format: str, name: str) -> list[Any]:
    """Values of a setting, as a form holds them, other than its default."""
    default = defaults(PAGES[format].kind)[name]
    match declared(PAGES[format].kind)[name]:
        case Choice() | Chain() as chosen:
            return values(chosen)[1:]
        case Switch():
            return [not default]
        case Items():
            return [[{"how_many": "percent", "amount": 50, "order": "hand"}], []]
        case Whole() as number:
            return [each for each in (number.lowest, number.highest) if each != default]


def test_formats_are_called_as_their_folders() -> None:
    assert [each.name for each in FORMATS.values()] == list(FORMATS)


def test_every_format_has_its_pages() -> None:
    kinds = {name: each.settings for name, each in FORMATS.items()}
    assert {name: pages.kind for name, pages in PAGES.items()} == kinds


@pytest.mark.parametrize("name", ["nowhere", "telling"])
def test_format_without_pages_is_named(name: str) -> None:
    said = f"the round format {name} has no pages: quiz.web.formats.{name} must give PAGES"
    with pytest.raises(ImportError) as refused:
        pages_of(name)
    assert str(refused.value) == said


@pytest.mark.parametrize("format", NAMES)
def test_form_offers_by_default_what_the_format_has(format: str) -> None:
    kind = PAGES[format].kind
    made = settings(PAGES[format], plain(format).data)
    assert list(made) == [each.name for each in fields(kind)]
    assert read_settings(kind, made) == kind()


@pytest.mark.parametrize("preset", PRESETS, ids=[each.id for each in PRESETS])
def test_preset_names_only_what_differs_from_the_default(preset: Preset) -> None:
    bare, filled = plain(preset.format).data, fresh_form(preset).data
    assert [name for name in preset.values if filled[name] == bare[name]] == []


@pytest.mark.parametrize(("format", "name"), SETTINGS)
def test_setting_is_what_was_chosen(format: str, name: str) -> None:
    kind, data = PAGES[format].kind, plain(format).data
    for value in others(format, name):
        made = read_settings(kind, settings(PAGES[format], {**data, name: value}))
        expected = read_settings(kind, {name: value.split(",") if name == "chain" else value})
        assert (made, made == kind()) == (replace(kind(), **{name: getattr(expected, name)}), False)


@pytest.mark.parametrize("format", NAMES)
def test_every_setting_is_said_and_no_other(format: str) -> None:
    assert set(PAGES[format].settings) == set(declared(PAGES[format].kind))


@pytest.mark.parametrize(("format", "name"), SETTINGS)
def test_setting_is_asked_for_in_both_languages(site: Site, format: str, name: str) -> None:
    with site.app.test_request_context():
        vietnamese = [str(text) for text in texts(format, name)]
        with force_locale("en"):
            english = [str(text) for text in texts(format, name)]
    assert all(vietnamese)
    assert [one for one, other in zip(vietnamese, english, strict=True) if one == other] == []


@pytest.mark.parametrize(("format", "name"), SETTINGS)
def test_setting_has_its_rule_in_both_languages(site: Site, format: str, name: str) -> None:
    say, by_default = PAGES[format].settings[name].say, PAGES[format].kind()
    with site.app.test_request_context():
        vietnamese = say(by_default)
        with force_locale("en"):
            english = say(by_default)
    assert "" != vietnamese != english != ""


@pytest.mark.parametrize("format", NAMES)
def test_every_criterion_of_a_format_is_said(site: Site, format: str) -> None:
    kind = PAGES[format].kind
    say = PAGES[format].settings["chain"].say
    with site.app.test_request_context():
        each = {say(replace(kind(), chain=(name,))) for name in (*kind.criteria, "draw")}
    assert len(each) == len(kind.criteria) + 1


@pytest.mark.parametrize("format", NAMES)
def test_page_shows_each_field_once_and_sends_the_others_unseen(
    host: FlaskClient, format: str
) -> None:
    draft = Drafting(host, preset_of(format).id)
    text = "".join(map(draft.open, STEPS))
    pages = PAGES[format]
    items = {name for name, each in pages.asked().items() if isinstance(each, Items)}
    shown = {name: len(re.findall(rf' id="{name}"', text)) for name in {*pages.asked(), *FOLDED}}
    assert shown == {name: 0 if name in items else 1 for name in shown}
    hidden = [tag for name in pages.without for tag in re.findall(rf'<[^>]* name="{name}"', text)]
    assert [tag for tag in hidden if 'type="hidden"' not in tag] == []
    assert len(hidden) == len(pages.without)


@pytest.mark.parametrize("format", NAMES)
def test_page_sends_every_field_of_the_form(host: FlaskClient, format: str) -> None:
    draft = Drafting(host, preset_of(format).id)
    text = "".join(map(draft.open, STEPS))
    named = {name.split("-")[0] for name in re.findall(r' name="([^"]+)"', text)}
    elsewhere = {"topics", "weight", "preset", "seed", "swaps"}
    assert set(form_of(format)().data) - named - elsewhere == set()
