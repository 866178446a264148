"""What an organizer may set in a buzzer round."""

from dataclasses import dataclass

from quiz.core.nouns.settings import switch, whole
from quiz.core.nouns.state import AskingSettings


@dataclass(frozen=True, kw_only=True)
class Settings(AskingSettings):
    """What an organizer may set; the defaults are those of the common warm-up of Olympia 26.

    `seconds` are for buzzing, `answer_seconds` for the answer of who was first, given `aloud`
    and judged by the host, or on the phone. With `early` one may buzz while the question is
    being read. A wrong answer, or none, takes `penalty` points; with `again` the others may
    buzz then, each contestant once. With `floor_zero` (Olympia 23) nobody falls below zero.
    `change_answer` is for questions to the audience only.
    """

    change_answer: bool = switch(True)
    answer_seconds: int = whole(3, 1, 300, group="turns")
    aloud: bool = switch(True, group="turns")
    early: bool = switch(True, group="turns")
    again: bool = switch(False, group="turns")
    points: int = whole(10, 1, 1000, group="turns")
    penalty: int = whole(5, 0, 1000, group="turns")
    floor_zero: bool = switch(False, group="turns")
