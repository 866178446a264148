"""The nouns of a contest, all frozen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

UNSEALED = "unsealed"
"""In a field's metadata: the value that a sealed file leaves out, as earlier versions did."""
PERSONS, TEAMS = "persons", "teams"
"""Who competes in a round."""

Answer = tuple[int, ...] | str
"""What a contestant gives: positions (from 0) of the options, or the text typed."""


class Kind(StrEnum):
    """Question kinds."""

    ONE = "one"
    SEVERAL = "several"
    TRUE_FALSE = "true_false"
    TEXT = "text"
    NUMBER = "number"
    ORDER = "order"


class Pool(StrEnum):
    """Which questions of a round: main, reserve (tie-break) or for the audience only."""

    MAIN = "main"
    RESERVE = "reserve"
    AUDIENCE = "audience"


@dataclass(frozen=True, slots=True)
class Question:
    """A question as a contest holds it: a copy, never a reference into a bank.

    `key` is every accepted answer: one tuple of option positions for choices (an accepted
    second option is a second entry), the right sequence of positions for `order`, accepted
    texts for `text`, and a number as text for `number` (right within `tolerance`).
    `seconds` and `points` are the round's where they are 0.
    `strict_marks` means that a text without the right diacritics is wrong.
    `fixed_order` means the options must never be shuffled ("Cả A và B đều đúng").
    """

    id: str
    kind: Kind
    text: str
    key: tuple[Answer, ...]
    options: tuple[str, ...] = ()
    explanation: str = ""
    citation: str = ""
    source_status: str = "verified"
    as_of: str = ""
    topic: str = ""
    difficulty: int = 1
    seconds: int = 0
    points: int = 0
    tolerance: str = "0"
    strict_marks: bool = False
    fixed_order: bool = False
    picture: str = ""


class Shape(StrEnum):
    """What stands beside a colour, so that nobody needs to see the colour."""

    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    DIAMOND = "diamond"
    STAR = "star"
    CROSS = "cross"
    HEXAGON = "hexagon"
    MOON = "moon"


class Colour(StrEnum):
    """A team's colour, which always has the same shape."""

    RED = "red"
    YELLOW = "yellow"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"
    ORANGE = "orange"
    TEAL = "teal"
    PINK = "pink"

    @property
    def shape(self) -> Shape:
        """The shape that stands beside this colour and no other."""
        return _SHAPES[self]


_SHAPES = dict(zip(Colour, Shape, strict=True))


@dataclass(frozen=True, slots=True)
class Team:
    """Those who compete together; contestants name their team by its `name`.

    `short` is a shorter name where there is one, `unit` the unit that sent the team, `captain`
    a contestant's number (0: nobody was named).
    """

    name: str
    short: str = ""
    unit: str = ""
    colour: Colour | None = None
    captain: int = 0

    @property
    def short_name(self) -> str:
        """The short name, else the name."""
        return self.short or self.name

    @property
    def written(self) -> "Team | str":
        """As it is stored and sealed: a team with nothing but a name as before, by its name."""
        return self.name if self == Team(self.name) else self


if TYPE_CHECKING:
    Teams = tuple[Team, ...]
else:
    # Journals of before teams had more than a name hold the names.
    Teams = tuple[Team | str, ...]


def teams_named(names: Iterable[str]) -> Teams:
    """Teams of which nothing but the name is known."""
    return tuple(Team(name) for name in names)


@dataclass(frozen=True, slots=True)
class Contestant:
    """A person in the contest; a spectator watches and answers audience questions only.

    `secret` is what the phone's cookie must hold besides the number (empty: nothing).
    """

    number: int
    name: str
    team: str = ""
    spectator: bool = False
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Prize:
    """A prize and how many of it there are; prizes are listed from the highest down."""

    name: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class TeamRule:
    """How members make a team's points: `sum`, `mean` or `best` (the best `best_of`)."""

    kind: str = "sum"
    best_of: int = 3


@dataclass(frozen=True, slots=True)
class PrizeRule:
    """What gives the contest's standings and prizes.

    `round`: the order of the round at `index` (from 0). `sum`: the points of all rounds, each
    times its weight; `weights` has a whole number for each round, or none where all count once.
    `winner`: whoever won the last round outright stands first, the others as by `sum`. Empty: a
    plan from before this was said, where a single round gives its order and several their sum.
    `earned`: who was never right and has no points takes no prize, and the ceremony passes over a
    prize that nobody takes.
    """

    kind: str = ""
    index: int = 0
    weights: tuple[int, ...] = ()
    earned: bool = False


@dataclass(frozen=True, slots=True)
class Quota:
    """So many questions of a pool from one topic of a bank, of one difficulty (1 to 3)."""

    pool: Pool
    bank: str
    topic: str
    difficulty: int
    count: int


@dataclass(frozen=True, slots=True)
class Draw:
    """How a round's questions were drawn: the same banks draw the same again from it.

    `banks`, `avoided` and `swaps` are ids; `topics` are those that questions beyond the quotas
    may come from (none: any). No banks: the questions were not drawn. `arranged` are the ids of
    the three pools where they were put in order by hand afterwards, `chosen` those of them that
    were chosen by hand; what the seed drew is then no longer all of it.
    """

    seed: str = ""
    banks: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    quotas: tuple[Quota, ...] = ()
    mcq_first: int = 0
    avoided: tuple[str, ...] = ()
    swaps: tuple[str, ...] = ()
    arranged: tuple[tuple[str, ...], ...] = ()
    chosen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Round:
    """One freely named round: a format, its settings and the questions drawn for it.

    `material` is what the format plays with besides or instead of questions, plain data;
    `competitors` are `persons`, each for oneself, or `teams`.
    """

    name: str
    format: str
    questions: tuple[Question, ...] = ()
    reserve: tuple[Question, ...] = ()
    audience: tuple[Question, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)
    draw: Draw = Draw()
    material: Mapping[str, object] = field(default_factory=dict)
    competitors: str = field(default=PERSONS, metadata={UNSEALED: PERSONS})

    def pool(self, pool: Pool) -> tuple[Question, ...]:
        """The questions of one pool."""
        pools = {
            Pool.MAIN: self.questions,
            Pool.RESERVE: self.reserve,
            Pool.AUDIENCE: self.audience,
        }
        return pools[pool]

    def drawn(self, pool: Pool, ordinal: int) -> Question:
        """The question with this number (from 1); main ones that replace others come last.

        Those are the reserve ones from the last on.
        """
        questions = (*self.questions, *reversed(self.reserve)) if pool is Pool.MAIN else None
        return (questions or self.pool(pool))[ordinal - 1]


DEFAULT_PRIZES = (Prize("Giải Nhất", 1), Prize("Giải Nhì", 1), Prize("Giải Ba", 5))


@dataclass(frozen=True, slots=True)
class Plan:
    """All an organizer decided before the contest; the journal's first event holds it whole.

    `seconds` are for questions where neither they nor their round say otherwise; `lead_ms` is
    how far ahead a question's common instant of showing lies, before the size of the hall is
    added; `credit_ms` the most that an answer's time is shortened by for its way through the
    network (0: never).
    `late_join` is `spectator`, `floor` or `closed`; `capacity` is how many may be in at once
    (0: as the server is set to).
    """

    title: str
    rounds: tuple[Round, ...]
    teams: Teams = ()
    team_rule: TeamRule = TeamRule()
    prizes: tuple[Prize, ...] = DEFAULT_PRIZES
    late_join: str = "spectator"
    seconds: int = 15
    lead_ms: int = 250
    credit_ms: int = 150
    seed: str = ""
    prizes_from: PrizeRule = PrizeRule()
    capacity: int = 0

    def __post_init__(self) -> None:
        """Teams that are told by name alone become teams."""
        told: tuple[object, ...] = self.teams
        made = tuple(Team(team) if isinstance(team, str) else team for team in told)
        object.__setattr__(self, "teams", made)
