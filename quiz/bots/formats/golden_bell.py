"""A Golden Bell round as robots play it: a host who uses one rescue, and declines the others."""

import random
from collections.abc import Mapping

from quiz.bots.formats.declaring import Errand, Plays
from quiz.core.nouns.console_shapes import HostView
from quiz.core.nouns.shapes import PhoneView, SeatView

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


def _helps_from(view: PhoneView, seat: SeatView) -> int:
    own = seat.parts.get(view.round.format) if view.round else None
    return view.clock.opens_at if view.clock and own and own["may_help"] else 0


PLAYS = Plays(
    errands=(
        Errand(
            event="give_help",
            since=_helps_from,
            # One of the first two options: every question has those, and halls are of two minds.
            fields=lambda since: {"answer": [since % 2]},
            sent="helped",
            acknowledged="help_acknowledged",
            refused="help_refused",
            words="lời giúp đã ghi · help recorded",
        ),
    ),
    pauses_s={"open_rescue": 4, "rescue": 5, "ring_bell": 4},
    act=_act,
    choosing=_choosing,
)
