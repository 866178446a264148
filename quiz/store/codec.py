"""Events as text: the name of the class and its fields as JSON."""

from typing import Any

import msgspec

from quiz.core.nouns.event import Event
from quiz.core.nouns.events import ContestCreated, PlanChanged
from quiz.formats import EVENTS
from quiz.service.contests.errors import EventUnreadable

_encoder = msgspec.json.Encoder()
_decoders: dict[str, msgspec.json.Decoder[Event]] = {
    event.__name__: msgspec.json.Decoder(event) for event in EVENTS
}


def encode(event: Event) -> tuple[str, str]:
    """The kind and the JSON of an event."""
    told: Any = event
    if isinstance(event, ContestCreated | PlanChanged):
        told = msgspec.to_builtins(event)
        told["plan"]["teams"] = [team.written for team in event.plan.teams]
    return type(event).__name__, _encoder.encode(told).decode()


def decode(kind: str, data: str) -> Event:
    """The event again.

    Raises:
        EventUnreadable: the kind is not known or the data do not fit it.
    """
    decoder = _decoders.get(kind)
    if decoder is None:
        raise EventUnreadable(kind, "unknown kind")
    try:
        return decoder.decode(data)
    except msgspec.MsgspecError as problem:
        raise EventUnreadable(kind, str(problem)) from problem
