"""How robots play a round format, declared by the format's own module."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from quiz.core.nouns.console_shapes import HostView
from quiz.core.nouns.hall_shapes import ProjectorView
from quiz.core.nouns.shapes import PhoneView, SeatView
from quiz.core.nouns.state import Life

FormatPart = Mapping[str, Any] | None
"""What a format added to a view, as it came over the line; None where it added nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Errand:
    """A message that is no answer, which a phone may send about the question before it.

    `since`: from when it counts (ms, the server's clock; 0: not now). Each such instant is one
    chance, taken once. `fields` are what it says besides the question. `sent`, `acknowledged`
    and `refused` are its names in the totals, `words` what people read of it.
    """

    event: str
    since: Callable[[PhoneView, SeatView], int]
    fields: Callable[[int], Mapping[str, object]]
    sent: str
    acknowledged: str
    refused: str
    words: str


def _while_the_clock_runs(life: Life | None, part: FormatPart) -> bool:
    return life is Life.CLOCK


def _goes_on(view: HostView, luck: random.Random) -> None:
    return None


def _nobody(view: HostView) -> None:
    return None


def _nothing(before: HostView, view: HostView) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Plays:
    """A format as robots play it; the defaults are a round in which everybody just answers.

    For a phone: whether answers are taken now (`answering`), and the `errands` it has. For a
    host: how long people look at the hall before each step of the format's own (`pauses_s`),
    the act with which to go on where that is not `advance`, one by which nothing is decided yet
    while people are being chosen (`choosing`), and whether all that happened between two views
    happens without anybody's act (`by_itself`).
    """

    answering: Callable[[Life | None, FormatPart], bool] = _while_the_clock_runs
    errands: tuple[Errand, ...] = ()
    pauses_s: Mapping[str, float] = field(default_factory=dict)
    act: Callable[[HostView, random.Random], Mapping[str, object] | None] = _goes_on
    choosing: Callable[[HostView], Mapping[str, object] | None] = _nobody
    by_itself: Callable[[HostView, HostView], bool] = _nothing


def part_of(view: PhoneView | ProjectorView) -> FormatPart:
    """What the format of the round under way adds to a view."""
    part: FormatPart = view.parts.get(view.round.format) if view.round else None
    return part
