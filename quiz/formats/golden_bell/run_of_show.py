"""What comes next in a Golden Bell round, and what the host may do instead."""

from dataclasses import replace
from enum import StrEnum

from quiz.core.nouns import events
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan, Pool
from quiz.core.nouns.shapes import Step
from quiz.core.question import asking
from quiz.core.standing.floor import off, playing
from quiz.core.standing.ranking import order
from quiz.formats.golden_bell import lifeline, rescue
from quiz.formats.golden_bell.commands import OpenRescue
from quiz.formats.golden_bell.events import BellRung, HelpClosed
from quiz.formats.golden_bell.play import GoldenBellPlay


class OwnStep(StrEnum):
    """Steps of the primary button that no other round has."""

    OPEN_RESCUE = "open_rescue"
    RESCUE = "rescue"
    RING_BELL = "ring_bell"
    CLOSE_HELP = "close_help"


def next_step(play: GoldenBellPlay) -> str:
    """What the host's primary button does."""
    if lifeline.is_open(play):
        return OwnStep.CLOSE_HELP
    if play.current is not None:
        return asking.STEP_OF_LIFE[play.current.life]
    if play.bell is not None:
        return Step.FINISH_ROUND
    if play.proposed is not None:
        return OwnStep.RESCUE
    if rescue.is_offered(play):
        return OwnStep.OPEN_RESCUE
    left = len(playing(play.floor))
    wins_now = left == 1 and play.settings.sole_survivor == "wins" and bool(off(play.floor))
    if left == 0 or wins_now:
        return OwnStep.RING_BELL
    if asking.asked_so_far(play, Pool.MAIN) < len(play.round.questions):
        return Step.DRAW
    return Step.DRAW_RESERVE if left > 1 and _reserve_left(play) else OwnStep.RING_BELL


def _reserve_left(play: GoldenBellPlay) -> bool:
    asked = asking.asked_so_far(play, Pool.RESERVE)
    allowed = min(play.settings.reserve_count, len(play.round.reserve))
    return play.settings.ending == "reserve" and asked < allowed


def advanced(plan: Plan, play: GoldenBellPlay, now: int) -> Event:
    """The event of the next step; raises Rejected."""
    step = next_step(play)
    match step:
        case Step.DRAW:
            return asking.draw(play, Pool.MAIN)
        case Step.DRAW_RESERVE:
            return asking.draw(play, Pool.RESERVE)
        case OwnStep.OPEN_RESCUE:
            return rescue.opened(plan, play, OpenRescue(0))
        case OwnStep.RESCUE:
            return rescue.rescued(play, ())
        case OwnStep.CLOSE_HELP:
            return HelpClosed()
        case OwnStep.RING_BELL:
            return rung(plan, play)
        case Step.FINISH_ROUND:
            return events.RoundFinished()
    return asking.step(plan, play, step, now)


def rung(plan: Plan, play: GoldenBellPlay) -> BellRung:
    """The bell, for whoever wins the round as it stands."""
    return BellRung(_winner(plan, play))


def is_bell_right(plan: Plan, play: GoldenBellPlay) -> bool:
    """Whether the bell that was rung, or stayed silent, would be so again."""
    again = replace(play, bell=None)
    return next_step(again) == OwnStep.RING_BELL and _winner(plan, again) == play.bell


def _winner(plan: Plan, play: GoldenBellPlay) -> int:
    """Who rings the bell: the one left, or the best of several where the rules say so; else 0."""
    left = playing(play.floor)
    if not left or (len(left) > 1 and play.settings.ending == "no_bell"):
        return 0
    return next(row.number for row in order(play, plan.seed) if row.number in left)


def acts(play: GoldenBellPlay) -> tuple[str, ...]:
    """What else the host may do, by the names the console knows."""
    idle = play.current is None and play.bell is None
    room = rescue.rescues_used(play) < len(play.settings.rescues)
    extra = {
        "lifeline": lifeline.is_possible(play),
        "open_rescue": idle and play.proposed is None and room and bool(rescue.gone(play)),
        "decline_rescue": play.proposed is not None or rescue.is_offered(play),
        "finish_round": idle,
    }
    return (*asking.acts(play), *(name for name, now in extra.items() if now))


def scene(play: GoldenBellPlay) -> str:
    """What the hall sees while no question is open."""
    if play.bell is not None:
        return "bell"
    if play.proposed is not None:
        return "rescue"
    return "floor" if play.log else "round"
