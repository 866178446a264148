"""The round formats, a folder each, and their registry."""

from importlib import import_module

from quiz.core.engine.engine import Engine
from quiz.core.nouns import events
from quiz.core.nouns.event import Event, checked
from quiz.core.nouns.rules import Format, Formats

_NAMES = (
    "golden_bell",
    "points",
    "buzzer",
)
"""The registry: whoever else wants to know of all formats asks `FORMATS`."""


def _format(name: str) -> Format:
    found: Format = import_module(f"{__name__}.{name}").FORMAT
    return found


FORMATS: Formats = {name: _format(name) for name in _NAMES}
EVENTS: tuple[type[Event], ...] = checked(
    (*events.EVENTS, *(kind for each in FORMATS.values() for kind in each.events))
)
"""Every kind of event a journal may hold."""
ENGINE = Engine(FORMATS)
