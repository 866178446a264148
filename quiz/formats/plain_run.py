"""The plain run of show: one main question after the other, then the end of the round."""

from quiz.core.nouns import events
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan, Pool
from quiz.core.nouns.shapes import Step
from quiz.core.nouns.state import Play
from quiz.core.question import asking


def next_step(play: Play) -> Step:
    """What the primary button does next."""
    if play.current is not None:
        return asking.STEP_OF_LIFE[play.current.life]
    more = asking.asked_so_far(play, Pool.MAIN) < len(play.round.questions)
    return Step.DRAW if more else Step.FINISH_ROUND


def advanced(plan: Plan, play: Play, step: str, now: int) -> Event:
    """The event of a step at `now` (ms); raises Rejected."""
    if step == Step.DRAW:
        return asking.draw(play, Pool.MAIN)
    if step == Step.FINISH_ROUND:
        return events.RoundFinished()
    return asking.step(plan, play, step, now)
