"""The round formats, one module or folder each, and their registry."""

from quiz.core import events
from quiz.core.engine import Engine
from quiz.core.event import Event
from quiz.core.rules import Formats
from quiz.formats.buzzer.format import Buzzer
from quiz.formats.golden_bell.format import GoldenBell
from quiz.formats.points import Points

EVENTS: tuple[type[Event], ...] = events.EVENTS
"""Every kind of event a journal may hold."""
FORMATS: Formats = {
    "golden_bell": GoldenBell(),
    "points": Points(),
    "buzzer": Buzzer(),
}
ENGINE = Engine(FORMATS)
