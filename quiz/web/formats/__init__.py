"""What each round format says on pages, and their registry."""

from collections.abc import Iterable, Mapping

from quiz.core.model import Plan
from quiz.web.formats.buzzer import form as buzzer
from quiz.web.formats.declaring import FormatPages
from quiz.web.formats.golden_bell import form as golden_bell
from quiz.web.formats.points import form as points
from quiz.web.words import Words

PAGES: Mapping[str, FormatPages] = {
    "golden_bell": golden_bell.PAGES,
    "points": points.PAGES,
    "buzzer": buzzer.PAGES,
}
"""By format."""


def formats_of(plan: Plan) -> tuple[str, ...]:
    """The formats of a contest's rounds, each once."""
    return tuple(dict.fromkeys(round_.format for round_ in plan.rounds))


def words_of(page: str, formats: Iterable[str]) -> Words:
    """The words of these formats' scripts on `phone`, `projector` or `host`."""
    return {key: text for name in formats for key, text in getattr(PAGES[name], page).items()}
