"""Which fields the form of a new contest shows for a format."""

import re

import pytest
from flask.testing import FlaskClient

from quiz.formats import FORMATS
from quiz.web.contest_form import ContestForm
from quiz.web.own_fields import OWN, kept
from quiz.web.presets import PRESETS
from tests.web.test_new_contest import NEW


def test_every_format_has_its_fields() -> None:
    assert set(OWN) == set(FORMATS)
    assert set().union(*OWN.values()) - set(ContestForm().data) == set()


@pytest.mark.parametrize("format", sorted(OWN))
def test_fields_of_other_formats_are_sent_unseen(host: FlaskClient, format: str) -> None:
    preset = next(each for each in PRESETS if each.format == format)
    text = host.get(NEW, query_string={"preset": preset.id}).text
    named = {name: re.findall(rf'<[^>]* name="{name}"[^>]*>', text) for name in kept(format)}
    assert [name for name, tags in named.items() if len(tags) > 1] == []
    assert [tag for tags in named.values() for tag in tags if 'type="hidden"' not in tag] == []
    shown = {name: len(re.findall(rf' id="{name}"', text)) for name in OWN[format]}
    assert [name for name, count in shown.items() if count != 1] == []
