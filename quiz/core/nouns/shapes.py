"""What each role may see, as declared shapes; docs/protocol.md and types are generated from them.

A phone's and a projector's shapes have no field in which a key could travel before the
reveal: `Reveal` is absent until the key is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from quiz.core.nouns.model import Answer, Kind, Pool
from quiz.core.nouns.state import Life, Stage


class Step(StrEnum):
    """What the host's primary button does next; a round format may have steps of its own."""

    START_ROUND = "start_round"
    DRAW = "draw"
    DRAW_RESERVE = "draw_reserve"
    SHOW = "show"
    START_CLOCK = "start_clock"
    RESUME = "resume"
    CLOSE = "close"
    REVEAL = "reveal"
    SETTLE = "settle"
    FINISH_ROUND = "finish_round"
    FINISH = "finish"
    SHOW_PRIZE = "show_prize"
    NONE = "none"


class SeatNote(StrEnum):
    """Where a contestant stands, in one word."""

    ON_FLOOR = "on_floor"
    LEFT = "left"
    RETURNED = "returned"
    SPECTATOR = "spectator"
    WINNER = "winner"


class Verdict(StrEnum):
    """What became of an answer; known only after the reveal."""

    RIGHT = "right"
    WRONG = "wrong"
    NONE = "none"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class RoundView:
    """The round: name, format, place among the rounds (from 1).

    `eliminates`: who fails leaves the floor. `may_change`: the last answer given counts, so that
    each may be recorded at once.
    """

    name: str
    format: str
    index: int
    of: int
    eliminates: bool = False
    may_change: bool = False


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question as the audience sees it; `picture` is a path or empty.

    `asked` names the asking: a question drawn again after an undo has another.
    """

    pool: Pool
    ordinal: int
    of: int
    kind: Kind
    text: str
    options: tuple[str, ...]
    picture: str
    seconds: int
    asked: int = 0


@dataclass(frozen=True, slots=True)
class ClockView:
    """Absolute server times (ms); `left_ms` while paused."""

    show_at: int
    opens_at: int
    deadline: int
    left_ms: int


@dataclass(frozen=True, slots=True)
class Reveal:
    """The key in the open: accepted answers, what people chose.

    `counts` has one number per option (choices only); `right` of `eligible` were right.
    """

    key: tuple[Answer, ...]
    key_text: str
    explanation: str
    citation: str
    counts: tuple[int, ...]
    right: int
    answered: int
    eligible: int
    voided: bool


@dataclass(frozen=True, slots=True)
class FloorCount:
    """How many are on the floor and how many started."""

    left: int
    started: int


@dataclass(frozen=True, slots=True)
class Person:
    """A contestant as shown to others."""

    number: int
    name: str
    team: str


Parts = Mapping[str, Any]
"""What the round's format adds, under its name; its shapes stand in the format's own folder."""


@dataclass(frozen=True, slots=True)
class PhoneView:
    """What all phones of a contest share; sent once to the room (event `view`).

    `question` tells only its pool, `ordinal` and `of` until it is shown; `frozen`: standings are
    held. Phones that lose the server come back spread over `back_within_ms`.
    """

    v: int
    now: int
    title: str
    stage: Stage
    round: RoundView | None
    life: Life | None
    question: QuestionView | None
    clock: ClockView | None
    reveal: Reveal | None
    floor: FloorCount
    frozen: bool
    parts: Parts = field(default_factory=dict)
    back_within_ms: int = 0


@dataclass(frozen=True, slots=True)
class TotalView:
    """What a contestant, or their team, has in the standings of the contest."""

    points: int = 0
    correct: int = 0
    survived: int = 0


@dataclass(frozen=True, slots=True)
class SeatView:
    """What is private to one phone (event `seat`), sent when it changed.

    `asked` is the asking that the verdict belongs to, 0 without one; `left_after` is the main
    question after which the contestant left (0: never), `survived` the last one survived by
    then; `rank` comes with the prize in the ceremony, without one when that is over, and never
    for the `disqualified`. `correct` and `points` are of the round, `total` is what the standings
    count. Seats that differ in `v` alone are equal: they are not sent anew.
    """

    number: int
    name: str
    team: str
    note: SeatNote
    may_answer: bool
    asked: int
    verdict: Verdict | None
    correct: int
    points: int
    left_after: int
    survived: int
    rank: int | None
    prize: str
    disqualified: bool = False
    parts: Parts = field(default_factory=dict)
    v: int = field(default=0, compare=False)
    total: TotalView = TotalView()


@dataclass(frozen=True, slots=True)
class MyAnswer:
    """The recorded answer to the current question, with the time the server had it (ms)."""

    answer: Answer
    at: int


@dataclass(frozen=True, slots=True)
class Counts:
    """Live numbers for host and projector (event `counts`), at most four times a second.

    `answered` of `eligible` have answered the question, or done what else the round asks of them.
    `teams` are pairs of team and members joined; `latest` are the names that joined last.
    """

    v: int
    joined: int
    online: int
    answered: int
    eligible: int
    teams: tuple[tuple[str, int], ...]
    latest: tuple[str, ...]
