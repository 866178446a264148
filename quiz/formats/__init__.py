"""The round formats, a folder each, and their registry."""

from quiz.core import events
from quiz.core.engine import Engine
from quiz.core.event import Event, checked
from quiz.core.rules import Formats
from quiz.formats import buzzer, golden_bell, points

_ALL = (golden_bell.FORMAT, points.FORMAT, buzzer.FORMAT)

FORMATS: Formats = {each.name: each for each in _ALL}
EVENTS: tuple[type[Event], ...] = checked(
    (*events.EVENTS, *(kind for each in _ALL for kind in each.events))
)
"""Every kind of event a journal may hold."""
ENGINE = Engine(FORMATS)
