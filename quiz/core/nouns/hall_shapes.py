"""What the hall is shown: the floor, standings, prizes; part of what hosts see, too."""

from dataclasses import dataclass, field

from quiz.core.nouns.shapes import (
    ClockView,
    FloorCount,
    Parts,
    Person,
    QuestionView,
    Reveal,
    RoundView,
)
from quiz.core.nouns.state import Life, Stage


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
    """One row of the standings; equal ranks are shown equal ("1, 2, 2, 4").

    Equals share a rank until the contest is over; then `by_lot` says that a lot told them apart.
    """

    rank: int
    number: int
    name: str
    team: str
    points: int
    correct: int
    survived: int
    time_ms: int
    prize: str
    reserve: int = 0
    by_lot: bool = False


@dataclass(frozen=True, slots=True)
class MoreView:
    """The first place that the standings do not name, and how many people share it.

    `has_something`: they have points, or were right once.
    """

    rank: int
    people: int
    has_something: bool


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A team's place; `points` has up to two decimals as text, `left` members on the floor."""

    rank: int
    team: str
    points: str
    members: int
    left: int


@dataclass(frozen=True, slots=True)
class PrizeBasis:
    """What gives the prizes: `kind` is round, sum or winner, `round` the round meant, else empty.

    `winner`: who won that round outright stands first, the others by the sum of all rounds.
    """

    kind: str
    round: str


@dataclass(frozen=True, slots=True)
class PrizeView:
    """A prize and who won it; winners are empty until the ceremony reaches it.

    `is_next`: the next step shows it. One that nobody takes has no step.
    """

    name: str
    count: int
    shown: bool
    winners: tuple[Person, ...]
    is_next: bool = False


@dataclass(frozen=True, slots=True)
class HeldView:
    """Standings that the host holds: as after the main question `ordinal` (0: none) of `round`."""

    round: str
    ordinal: int


@dataclass(frozen=True, slots=True)
class ProjectorView:
    """What the hall sees (event `view`).

    `scene` is resolved: join, prepare, question, reveal, floor, standings, teams, prizes, round,
    blank, or one of the round's format. `prizes_by` is there where several rounds leave a choice,
    `held` while the standings are not the newest ones. `more` is there where the standings do not
    name all; `prized` is how many places take a prize.
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
    standings: tuple[StandingRow, ...]
    teams: tuple[TeamRow, ...]
    prizes: tuple[PrizeView, ...]
    parts: Parts = field(default_factory=dict)
    prizes_by: PrizeBasis | None = None
    held: HeldView | None = None
    more: MoreView | None = None
    prized: int = 0
