"""A contest without the names of its people: the same events, nobody in them to be known.

Standings, figures and the order of the journal stay: they follow from numbers and answers.
"""

from dataclasses import replace

from quiz.core import events as e

NAMING = (
    e.ContestantJoined,
    e.ContestantCorrected,
    e.ContestantEliminated,
    e.ScoreCorrected,
)
"""The events that may name somebody."""
STAND_IN = "Thí sinh {number}"
"""What a contestant is called once the name is gone."""


def nameless(event: e.Event) -> e.Event:
    """The event with numbers for names, and without the reasons the host typed."""
    match event:
        case e.ContestantJoined() | e.ContestantCorrected():
            return replace(event, name=STAND_IN.format(number=event.number))
        case e.ContestantEliminated() | e.ScoreCorrected():
            return replace(event, reason="")
    return event
