"""The nouns of a contest, all frozen."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from quiz.core.numbered import Numbered

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
    tolerance: str = "0"
    strict_marks: bool = False
    fixed_order: bool = False
    picture: str = ""


@dataclass(frozen=True, slots=True)
class Contestant:
    """A person in the contest; a spectator watches and answers audience questions only."""

    number: int
    name: str
    team: str = ""
    spectator: bool = False


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
class Round:
    """One freely named round: a format, its settings and the questions drawn for it."""

    name: str
    format: str
    questions: tuple[Question, ...] = ()
    reserve: tuple[Question, ...] = ()
    audience: tuple[Question, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)

    def pool(self, pool: Pool) -> tuple[Question, ...]:
        """The questions of one pool."""
        pools = {
            Pool.MAIN: self.questions,
            Pool.RESERVE: self.reserve,
            Pool.AUDIENCE: self.audience,
        }
        return pools[pool]


DEFAULT_PRIZES = (Prize("Giải Nhất", 1), Prize("Giải Nhì", 1), Prize("Giải Ba", 5))


@dataclass(frozen=True, slots=True)
class Plan:
    """All an organizer decided before the contest; the journal's first event holds it whole.

    `seconds` are for questions where neither they nor their round say otherwise; `lead_ms` is
    how far ahead a question's common instant of showing lies.
    `late_join` is `spectator`, `floor` or `closed`.
    """

    title: str
    rounds: tuple[Round, ...]
    teams: tuple[str, ...] = ()
    team_rule: TeamRule = TeamRule()
    prizes: tuple[Prize, ...] = DEFAULT_PRIZES
    late_join: str = "spectator"
    seconds: int = 15
    lead_ms: int = 250
    seed: str = ""


class Life(StrEnum):
    """The life of a question."""

    DRAWN = "drawn"
    SHOWN = "shown"
    CLOCK = "clock"
    PAUSED = "paused"
    LOCKED = "locked"
    REVEALED = "revealed"


@dataclass(frozen=True, slots=True)
class Given:
    """A recorded answer: when the server had it and how much clock had run (ms)."""

    answer: Answer
    at: int
    took_ms: int
    by: str = "contestant"


@dataclass(frozen=True)
class Asked:
    """A question being asked or asked, with its answers.

    `eligible` are the numbers that might answer it; `ordinal` counts from 1 in its pool.
    `opens_at` and `deadline` are absolute (ms); `run_ms` is clock time used before a pause
    and `left_ms` what is left while paused.
    """

    pool: Pool
    ordinal: int
    question: Question
    eligible: frozenset[int]
    life: Life = Life.DRAWN
    answers: Numbered[Given] = field(default_factory=Numbered)
    show_at: int = 0
    opens_at: int = 0
    deadline: int = 0
    run_ms: int = 0
    left_ms: int = 0
    voided: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """Contestants brought back to the floor, by the rescue rule or by hand."""

    numbers: tuple[int, ...]
    by_rule: bool


@dataclass(frozen=True, slots=True)
class Sent:
    """A contestant the host took off the floor, and why."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Adjusted:
    """Points added or taken by the host, and why."""

    number: int
    points: int
    reason: str


Entry = Asked | Returned | Sent | Adjusted


@dataclass(frozen=True)
class Tally:
    """What one contestant has in a round.

    `survived` is the last main question survived; `left_at` the place in the log of the
    entry that took the contestant off the floor (-1: never left); times in ms.
    """

    playing: bool = True
    spectator: bool = False
    survived: int = 0
    correct: int = 0
    reserve: int = 0
    audience: int = 0
    points: int = 0
    time_ms: int = 0
    left_at: int = -1


@dataclass(frozen=True, kw_only=True)
class AskingSettings:
    """What every format that asks questions lets an organizer set.

    `seconds` for a question without its own; `clock` is `host` (started after reading) or
    `at_once`; the last answer counts where it may change; equal contestants are told apart
    by `chain`, strongest criterion first.
    """

    seconds: int = 15
    clock: str = "host"
    change_answer: bool = True
    points: int = 10
    chain: tuple[str, ...] = ("points", "correct", "time", "draw")


@dataclass(frozen=True, kw_only=True)
class Play:
    """A round being played: facts (`log`, `current`) and what follows from them.

    What follows: the `floor`, and how many left because of each entry of the log (`leavers`).
    """

    round: Round
    settings: AskingSettings
    floor: Numbered[Tally]
    current: Asked | None = None
    log: tuple[Entry, ...] = ()
    leavers: tuple[int, ...] = ()


class Stage(StrEnum):
    """Where a contest is."""

    LOBBY = "lobby"
    PLAYING = "playing"
    BETWEEN = "between"
    FINISHED = "finished"


class Scene(StrEnum):
    """What the projector shows: it follows the run of show unless the host sends a scene."""

    AUTO = "auto"
    JOIN = "join"
    FLOOR = "floor"
    STANDINGS = "standings"
    TEAMS = "teams"
    PRIZES = "prizes"
    BLANK = "blank"


@dataclass(frozen=True)
class Contest:
    """The state of a contest: a fold of its events.

    `version` counts events; `acted` is the version of the last act (not of an answer or a
    join), which host commands name; `joined` the highest number given. `held` are the rounds
    as they stood when the host froze the standings. `before` is what an undo returns to.
    """

    plan: Plan
    contestants: Numbered[Contestant] = field(default_factory=Numbered)
    joined: int = 0
    version: int = 0
    acted: int = 0
    stage: Stage = Stage.LOBBY
    locked: bool = False
    plays: tuple[Play, ...] = ()
    scene: Scene = Scene.AUTO
    muted: bool = False
    held: tuple[Play, ...] | None = None
    prizes_shown: int = 0
    last_act: str = ""
    before: "Contest | None" = field(default=None, compare=False, repr=False)

    @property
    def play(self) -> Play | None:
        """The round being played, or the last one played."""
        return self.plays[-1] if self.plays else None
