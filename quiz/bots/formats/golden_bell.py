"""A Golden Bell round as robots play it: a host who uses one rescue, and declines the others."""

import random
from collections.abc import Mapping

from quiz.bots.formats.declaring import Plays
from quiz.core.nouns.console_shapes import HostView

RESCUES = 1


def _act(view: HostView, luck: random.Random) -> Mapping[str, object] | None:
    part = view.parts.get(view.hall.round.format) if view.hall.round else None
    enough = part is not None and part["used"] >= RESCUES
    return {"act": "decline_rescue"} if view.step == "open_rescue" and enough else None


def _choosing(view: HostView) -> Mapping[str, object] | None:
    """Tick those whom the rescue that is open would bring back, by hand."""
    part = view.parts.get(view.hall.round.format) if view.hall.round else None
    if part is None or not part["open"]:
        return None
    return {"act": "pick_rescued", "numbers": list(part["numbers"])}


PLAYS = Plays(
    pauses_s={"open_rescue": 4, "rescue": 5, "ring_bell": 4}, act=_act, choosing=_choosing
)
