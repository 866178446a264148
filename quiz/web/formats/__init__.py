"""What each round format says on pages, and their registry."""

from collections.abc import Iterable, Mapping
from importlib import import_module

from quiz.core.nouns.model import Plan
from quiz.formats import FORMATS
from quiz.web.formats.declaring import FormatPages
from quiz.web.words import Words


def pages_of(name: str) -> FormatPages:
    """What the folder of a format here gives as `PAGES`.

    Raises:
        ImportError: it is not there, or gives none.
    """
    folder = f"{__name__}.{name}"
    try:
        pages: FormatPages = import_module(folder).PAGES
    except (ModuleNotFoundError, AttributeError) as problem:
        if problem.name not in (folder, "PAGES"):
            raise
        said = f"the round format {name} has no pages: {folder} must give PAGES"
        raise ImportError(said) from problem
    return pages


PAGES: Mapping[str, FormatPages] = {name: pages_of(name) for name in FORMATS}
"""By format."""


def formats_of(plan: Plan) -> tuple[str, ...]:
    """The formats of a contest's rounds, each once."""
    return tuple(dict.fromkeys(round_.format for round_ in plan.rounds))


def words_of(page: str, formats: Iterable[str]) -> Words:
    """The words of these formats' scripts on `phone`, `projector` or `host`."""
    return {key: text for name in formats for key, text in getattr(PAGES[name], page).items()}
