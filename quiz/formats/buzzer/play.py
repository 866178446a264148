"""A buzzer round, in play."""

from dataclasses import dataclass, field

from quiz.core.nouns.state import Asked, Life, Play
from quiz.core.question.asking import seconds_of
from quiz.core.question.judging import called
from quiz.core.question.timing import left
from quiz.core.standing.floor import playing
from quiz.formats.buzzer.part import BuzzerPart, Phase, part_of
from quiz.formats.buzzer.settings import Settings


@dataclass(frozen=True, kw_only=True)
class BuzzerPlay(Play):
    """A buzzer round in play."""

    settings: Settings = field(default_factory=Settings)


def may_buzz(play: BuzzerPlay, asked: Asked) -> frozenset[int]:
    """Who may still buzz: on the floor, and without a turn at this question."""
    return asked.eligible & playing(play.floor) - called(asked)


def buzzes_from(play: BuzzerPlay, asked: Asked) -> int:
    """From when buzzes count (ms); 0 while they do not."""
    part = part_of(asked) or BuzzerPart()
    reading = play.settings.early and not part.turns and not asked.run_ms
    if asked.life is Life.SHOWN:
        return asked.show_at if reading else 0
    if asked.life is Life.CLOCK or part.phase is Phase.BUZZED:
        return asked.show_at if reading else asked.opens_at
    return 0


def buzzing_ms(play: BuzzerPlay, asked: Asked, now: int) -> int:
    """For how long one could buzz by `now`, pauses left out (ms)."""
    opens_at = buzzes_from(play, asked)
    return asked.run_ms + (max(0, now - opens_at) if opens_at else 0)


def left_to_buzz(play: BuzzerPlay, asked: Asked, now: int) -> int:
    """Clock time that is left for the others when the clock stops at `now` (ms)."""
    if asked.life is Life.CLOCK:
        return left(asked, now)
    return seconds_of(play, asked) * 1000 if asked.life is Life.SHOWN else asked.left_ms
