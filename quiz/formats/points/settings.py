"""What an organizer may set in a points round."""

from dataclasses import dataclass

from quiz.core.nouns.settings import switch, whole
from quiz.core.nouns.state import AskingSettings


@dataclass(frozen=True, kw_only=True)
class Settings(AskingSettings):
    """What an organizer may set: with `speed`, points shrink with the clock down to half.

    A wrong answer takes `penalty` points; with `floor_zero` nobody falls below zero.
    """

    penalty: int = whole(0, 0, 1000, group="losing")
    speed: bool = switch(False, group="losing")
    floor_zero: bool = switch(True, group="losing")
