"""A buzzer round as robots play it: they press, answer in their turn, and are judged by luck."""

import random
from collections.abc import Mapping

from quiz.bots.formats.declaring import Errand, FormatPart, Plays, part_of
from quiz.core.nouns.console_shapes import HostView
from quiz.core.nouns.shapes import PhoneView, SeatView
from quiz.core.nouns.state import Life

JUDGE = "judge"
RIGHT_ALOUD = 0.5
"""How often what somebody says is judged right: nobody says anything."""


def _answering(life: Life | None, part: FormatPart) -> bool:
    """Only in a turn; where the question has no buzzer (for the audience) while the clock runs."""
    return part["phase"] == "answering" if part else life is Life.CLOCK


def _buzzes_from(view: PhoneView, seat: SeatView) -> int:
    part = part_of(view)
    own = seat.parts.get(view.round.format) if view.round else None
    return int(part["opens_at"]) if part and own and own["may_buzz"] else 0


def _act(view: HostView, luck: random.Random) -> Mapping[str, object] | None:
    """Judge who has the turn, those of a shared one in their order."""
    if view.step != JUDGE or view.hall.round is None:
        return None
    number = next(iter(view.parts[view.hall.round.format]["waiting"]), 0)
    return {"act": "judge_turn", "number": number, "right": luck.random() < RIGHT_ALOUD}


def _by_itself(before: HostView, view: HostView) -> bool:
    """Somebody buzzed, the turn went to who was first, or it ended."""
    match view.undoes, view.hall.life:
        case ("BuzzOpened", Life.HELD) | ("TurnEnded", Life.LOCKED | Life.PAUSED):
            return True
        case "TurnGiven", Life.HELD:
            return (part_of(before.hall) or {}).get("phase") == "buzzed"
    return False


PLAYS = Plays(
    answering=_answering,
    errands=(
        Errand(
            event="buzz",
            since=_buzzes_from,
            fields=lambda since: {"opens_at": since},
            sent="buzzed",
            acknowledged="buzzes_acknowledged",
            refused="buzzes_refused",
            words="lần bấm chuông đã ghi · buzzes recorded",
        ),
    ),
    pauses_s={JUDGE: 3},
    act=_act,
    by_itself=_by_itself,
)
