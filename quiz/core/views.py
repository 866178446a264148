"""What each role may see, as declared shapes; `docs/protocol.md` is generated from them.

A phone's and a projector's shapes have no field in which a key could travel before the
reveal: `Reveal` is absent until the key is shown.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from quiz.core.model import Answer, Kind, Pool
from quiz.core.state import Life, Stage


class Step(StrEnum):
    """What the host's primary button does next."""

    START_ROUND = "start_round"
    DRAW = "draw"
    DRAW_RESERVE = "draw_reserve"
    SHOW = "show"
    START_CLOCK = "start_clock"
    RESUME = "resume"
    CLOSE = "close"
    JUDGE = "judge"
    REVEAL = "reveal"
    SETTLE = "settle"
    OPEN_RESCUE = "open_rescue"
    RESCUE = "rescue"
    RING_BELL = "ring_bell"
    FINISH_ROUND = "finish_round"
    FINISH = "finish"
    SHOW_PRIZE = "show_prize"
    NONE = "none"


class Note(StrEnum):
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
    """The round: name, format, place among the rounds (from 1)."""

    name: str
    format: str
    index: int
    of: int


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question as the audience sees it; `picture` is a path or empty."""

    pool: Pool
    ordinal: int
    of: int
    kind: Kind
    text: str
    options: tuple[str, ...]
    picture: str
    seconds: int


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


@dataclass(frozen=True, slots=True)
class BuzzerView:
    """A question for who buzzes first; absent where everybody answers.

    Buzzes count from `opens_at` (ms, 0: not now). `answering` have the turn, `aloud` or on
    their phones, from `since`; `missed` had it before; `right` once that is in the open.
    """

    opens_at: int
    since: int
    aloud: bool
    answering: tuple[Person, ...]
    missed: tuple[Person, ...]
    right: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class PhoneView:
    """What all phones of a contest share; sent once to the room (event `view`).

    `question` tells only its pool, `ordinal` and `of` until it is shown; `winner` after the
    bell; `bell_silent` when it stayed silent; `frozen`: standings are held; `spared`: the last
    question took nobody because all were wrong; `lifeline`: the sole survivor asks the hall.
    Phones that lose the server come back spread over `back_within_ms`.
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
    rescue_open: bool
    winner: Person | None
    bell_silent: bool
    frozen: bool
    spared: bool = False
    lifeline: bool = False
    buzzer: BuzzerView | None = None
    back_within_ms: int = 0


@dataclass(frozen=True, slots=True)
class SeatView:
    """What is private to one phone (event `seat`), sent when it changed.

    `asked` names the question the verdict belongs to (`main-7`); `left_after` is the main
    question after which the contestant left (0: never); `rank` only when the contest is
    over. `behind_ms` is by how much a buzz came after the first (0: the first, -1: no buzz).
    Seats that differ in `v` alone are equal: they are not sent anew.
    """

    number: int
    name: str
    team: str
    note: Note
    may_answer: bool
    asked: str
    verdict: Verdict | None
    correct: int
    points: int
    left_after: int
    rank: int | None
    prize: str
    may_buzz: bool = False
    behind_ms: int = -1
    v: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class MyAnswer:
    """The recorded answer to the current question, with the time the server had it (ms)."""

    answer: Answer
    at: int


@dataclass(frozen=True, slots=True)
class Square:
    """A square of the floor; `state` is in, out, leaving, returned or spectator.

    `leaving` and `returned` mark what the latest consequences changed.
    """

    number: int
    name: str
    team: str
    state: str


@dataclass(frozen=True, slots=True)
class StandingRow:
    """One row of the standings; equal ranks are shown equal ("1, 2, 2, 4")."""

    rank: int
    number: int
    name: str
    team: str
    points: int
    correct: int
    survived: int
    time_ms: int
    prize: str


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team's place; `points` has up to two decimals as text, `left` members on the floor."""

    rank: int
    team: str
    points: str
    members: int
    left: int


@dataclass(frozen=True, slots=True)
class PrizeView:
    """A prize and who won it; winners are empty until the ceremony reaches it."""

    name: str
    count: int
    shown: bool
    winners: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class ProjectorView:
    """What the hall sees (event `view`).

    `scene` is resolved: join, prepare, question, reveal, floor, rescue, standings, teams,
    bell, prizes, round or blank. `spared`: the last question took nobody because all were wrong.
    """

    v: int
    now: int
    title: str
    stage: Stage
    scene: str
    muted: bool
    round: RoundView | None
    life: Life | None
    question: QuestionView | None
    clock: ClockView | None
    reveal: Reveal | None
    floor: FloorCount
    squares: tuple[Square, ...]
    rescue: tuple[Person, ...]
    lifeline: bool
    spared: bool
    standings: tuple[StandingRow, ...]
    teams: tuple[TeamRow, ...]
    winner: Person | None
    bell_silent: bool
    prizes: tuple[PrizeView, ...]
    buzzer: BuzzerView | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """Live numbers for host and projector (event `counts`), at most four times a second.

    `teams` are pairs of team and members joined; `latest` are the names that joined last.
    """

    v: int
    joined: int
    online: int
    answered: int
    eligible: int
    teams: tuple[tuple[str, int], ...]
    latest: tuple[str, ...]
