"""The steps in which a contest is made, and which fields each has."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import LazyString, lazy_gettext

from quiz.web.formats import PAGES
from quiz.web.new_contest.draft.draft_rounds import Holds, among
from quiz.web.new_contest.draw.quota_table import PREFIX
from quiz.web.new_contest.presets import preset

_ = lazy_gettext


@dataclass(frozen=True, slots=True)
class FormStep:
    """A step; `names` are its fields of the whole contest, `of_round`: one page for each round."""

    id: str
    title: LazyString
    names: tuple[str, ...] = ()
    of_round: bool = False


STEPS = (
    FormStep("contest", _("Cuộc thi"), ("title", "late_join", "capacity", "credit_ms")),
    FormStep("teams", _("Đội, đơn vị"), ("teams", "team_rule", "best_of")),
    FormStep("rounds", _("Các phần thi")),
    FormStep("questions", _("Bộ câu hỏi"), of_round=True),
    FormStep("prizes", _("Giải thưởng"), ("prizes", "prizes_from", "earned")),
    FormStep("review", _("Xem lại và tạo")),
)
BY_ID: Mapping[str, FormStep] = {step.id: step for step in STEPS}
DRAWING = (
    *("banks", "topics", "avoid", "avoid_months"),
    *("questions", "reserve", "audience", "mcq_first"),
)
"""The fields of a round that decide what is drawn."""
CONTEST = tuple(name for step in STEPS for name in step.names)
"""The fields of the whole contest; the others are a round's own."""


def is_of_contest(name: str) -> bool:
    """Whether this field is of the whole contest."""
    return among(CONTEST)(name)


def is_drawing(name: str) -> bool:
    """Whether this field decides what a round draws."""
    return name in DRAWING or name.startswith(PREFIX)


def settings_of(preset_id: str) -> Holds:
    """Which fields the page of one round's rules has."""
    return among(("round_name", *PAGES[preset(preset_id).format].asked()))


def step_of(name: str) -> str:
    """The step that has a field of the form."""
    for step in STEPS:
        if name in step.names:
            return step.id
    return "questions" if name in DRAWING else "prizes" if name == "weight" else "rounds"


def beside(step: str, by: int) -> str:
    """The step before (-1) or after (1); empty where there is none."""
    ids = [each.id for each in STEPS]
    at = ids.index(step) + by
    return ids[at] if 0 <= at < len(ids) else ""
