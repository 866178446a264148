"""What the round formats of a contest add to a page: scripts and styles from their own folders.

A format that adds nothing to a page has no file for it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import Flask

from quiz.core.nouns.model import Plan
from quiz.web.formats import formats_of
from quiz.web.frame.prepared.assets import FOLDER, read_all

SCRIPT = {"console": "host", "prompter": "host"}
"""Pages whose script in a format's folder has another name than the page."""


@dataclass(frozen=True, slots=True)
class Additions:
    """Files of the formats by their paths in the static folder; the scripts are modules."""

    styles: tuple[str, ...]
    scripts: tuple[str, ...]


def set_up(app: Flask) -> None:
    """Let templates of `app` name `additions`: those of no format where a page gives none."""
    app.jinja_env.globals["additions"] = Additions((), ())


def additions(plan: Plan, page: str) -> Additions:
    """What the formats of this contest, and no others, add to `page`.

    `page` is phone, projector, console or prompter.
    """
    names = formats_of(plan)
    script = SCRIPT.get(page, page)
    return Additions(
        styles=_there(f"css/formats/{name}/{page}.css" for name in names),
        scripts=_there(f"js/formats/{name}/{script}.js" for name in names),
    )


def _there(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(path for path in paths if path in read_all(FOLDER))
