"""The plain run of show: one main question after the other, then the end of the round."""

from quiz.core import asking, events
from quiz.core.event import Event
from quiz.core.model import Plan, Pool
from quiz.core.state import Play
from quiz.core.views import Step


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
