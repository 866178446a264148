"""A contest without the names of its people: the same events, nobody in them to be known.

Standings, figures and the order of the journal stay: they follow from numbers and answers.
"""

from dataclasses import replace
from typing import Any

from quiz.core.nouns.event import Event

STAND_IN = "Thí sinh {number}"
"""What a contestant is called once the name is gone."""


def nameless(event: Event) -> Event:
    """The event with a number for a name, and nothing in its other personal fields."""
    personal = event.traits.personal
    if not personal:
        return event
    made: Any = event
    blank = dict.fromkeys(personal, "")
    if "name" in blank:
        blank["name"] = STAND_IN.format(number=made.number)
    renamed: Event = replace(made, **blank)
    return renamed
