"""The lifeline ("phao cứu trợ"): once, before the last question, the sole survivor asks."""

from quiz.core.errors import Rejected
from quiz.core.nouns.model import Pool
from quiz.core.nouns.state import Life
from quiz.core.question.timing import left
from quiz.core.standing.floor import playing
from quiz.formats.golden_bell.events import LifelineUsed
from quiz.formats.golden_bell.play import GoldenBellPlay


def is_possible(play: GoldenBellPlay) -> bool:
    """Whether the sole survivor may ask now."""
    asked = play.current
    return (
        play.settings.lifeline
        and not play.lifeline_used
        and asked is not None
        and asked.pool is Pool.MAIN
        and asked.ordinal < len(play.round.questions)
        and asked.life in (Life.SHOWN, Life.CLOCK, Life.PAUSED)
        and len(playing(play.floor)) == 1
    )


def lifeline_event(play: GoldenBellPlay, now: int) -> LifelineUsed:
    """The lifeline is used and a running clock stands; raises Rejected("not_now")."""
    if not is_possible(play) or play.current is None:
        raise Rejected("not_now")
    (number,) = playing(play.floor)
    running = play.current.life is Life.CLOCK
    left_ms = left(play.current, now) if running else play.current.left_ms
    return LifelineUsed(number, now, left_ms)


def is_helping(play: GoldenBellPlay) -> bool:
    """Whether the hall is helping right now: from the act until the clock runs again."""
    paused = play.current is not None and play.current.life in (Life.SHOWN, Life.PAUSED)
    return play.lifeline_used and paused
