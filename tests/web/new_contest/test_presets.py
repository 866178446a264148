"""Presets."""

import pytest

from quiz.core.nouns.commands import CreateContest
from quiz.core.nouns.events import ContestCreated
from quiz.core.nouns.model import Draw, Kind, Question
from quiz.formats import ENGINE
from quiz.web.formats.declaring import Preset
from quiz.web.new_contest.draw.drawn_round import DrawnQuestions
from quiz.web.new_contest.form.contest_form import form_of, fresh_form
from quiz.web.new_contest.form.plans import plan, round_of
from quiz.web.new_contest.presets import PRESETS, preset

IDS = [each.id for each in PRESETS]


def test_unknown_preset_is_the_first_one() -> None:
    assert preset("nothing") is PRESETS[0]


def test_presets_have_ids_of_their_own() -> None:
    assert len(set(IDS)) == len(IDS)


@pytest.mark.parametrize("chosen", PRESETS, ids=IDS)
def test_preset_fills_only_fields_of_the_form(chosen: Preset) -> None:
    assert set(chosen.values) - set(form_of(chosen.format)().data) == set()


@pytest.mark.parametrize("chosen", PRESETS, ids=IDS)
def test_preset_makes_a_plan_that_can_be_played(chosen: Preset) -> None:
    question = Question("q", Kind.TRUE_FALSE, "Đúng không?", ((0,),), ("Đúng", "Sai"))
    form = fresh_form(chosen, {"title": "Hội thi"})
    drawn = DrawnQuestions((question,), (), ())
    round_ = round_of(form.data, drawn, Draw(), format=chosen.format, name="Phần một")
    made = plan(form.data, [round_], seed="s")
    assert ENGINE.decide(None, CreateContest(made), 1) == (ContestCreated(made),)
