"""The state of a contest: what was asked and answered, who stands where; all frozen."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from quiz.core.nouns.event import Event, NoteEvent
from quiz.core.nouns.model import Answer, Contestant, Plan, Pool, Question, Round
from quiz.core.nouns.settings import chain, choice, switch, whole
from quiz.core.numbered import Numbered


class Life(StrEnum):
    """The life of a question; `held` is its format's: it says itself how the question goes on."""

    DRAWN = "drawn"
    SHOWN = "shown"
    CLOCK = "clock"
    PAUSED = "paused"
    HELD = "held"
    LOCKED = "locked"
    REVEALED = "revealed"


@dataclass(frozen=True, slots=True)
class Given:
    """A recorded answer: when the server had it and how much clock had run (ms)."""

    answer: Answer
    at: int
    took_ms: int
    by: str = "contestant"


@dataclass(frozen=True, slots=True)
class Said:
    """A team member's own answer, and when (ms) this member gave one first."""

    given: Given
    since: int


@dataclass(frozen=True, slots=True)
class Sides:
    """Teams in a round: `of` has the team's number by person, `captains` a person's by team."""

    of: Numbered[int]
    captains: Numbered[int]


@dataclass(frozen=True, slots=True)
class Lost:
    """What a clock lost while the server stood still, all times in ms.

    It stood for `stopped_ms`, of which the clock ran through `lost_ms`, and had `left_ms` after.
    """

    stopped_ms: int
    lost_ms: int
    left_ms: int


@dataclass(frozen=True)
class Asked:
    """A question being asked or asked, with its answers.

    `eligible` are the numbers that might answer it; `ordinal` counts from 1 in its pool. In a
    round of teams `answers` are the teams', which follow from what their members `said`: for each
    team what each of them did.
    `opens_at` and `deadline` are absolute (ms); `run_ms` is clock time used before a pause
    and `left_ms` what is left while paused.

    `called` are those who were asked for an answer, where that is not everybody eligible (None:
    it is); `judged` is what was judged right or wrong aloud; `part` is what the round's format
    remembers of the question besides. `comparing` is the rule that typed texts are compared by.
    `id` is the version of the contest that drew it: drawn again after an undo it is another.
    `lost` is what was not given back so far.
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
    called: frozenset[int] | None = None
    judged: Numbered[bool] = field(default_factory=Numbered)
    part: object = None
    said: Numbered[Numbered[Said]] = field(default_factory=Numbered)
    comparing: int = 0
    lost: Lost | None = None
    id: int = 0

    def is_meant(self, pool: Pool, ordinal: int, asked: int) -> bool:
        """Whether somebody who names a question so means this one; 0 for `asked`: any asking."""
        return (pool, ordinal) == (self.pool, self.ordinal) and asked in (0, self.id)


@dataclass(frozen=True, slots=True)
class Returned:
    """Contestants brought back to the floor, by the round's rules or by hand.

    `rule` is what the round's format remembers of how they were found, to find them anew.
    """

    numbers: tuple[int, ...]
    by_rule: bool
    rule: object = None


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


OtherEntry = Returned | Sent | Adjusted
"""What the host did to people."""
LogEntry = Asked | OtherEntry


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


Measure = Callable[[Tally], int]
"""How much of something a contestant has: more stands before less."""
CRITERIA: Mapping[str, Measure] = {
    "points": lambda tally: tally.points,
    "correct": lambda tally: tally.correct,
    "time": lambda tally: -tally.time_ms,
    "floor": lambda tally: int(tally.playing),
}
"""What every round may rank by, besides the lot (`draw`); a format may add its own."""


@dataclass(frozen=True, kw_only=True)
class AskingSettings:
    """What every format that asks questions lets an organizer set.

    `seconds` for a question without its own; `clock` is `host` (started after reading) or
    `at_once`; the last answer counts where it may change; equal contestants are told apart
    by `chain`, strongest criterion first, by the measures in `criteria`. In a round of teams
    `team_answer` says whose answer is the team's: the one given `last`, the `captain`'s, that of
    who answered `first`, or what `most` gave (of equally many the earlier).
    """

    criteria: ClassVar[Mapping[str, Measure]] = CRITERIA

    seconds: int = whole(15, 3, 300, group="clock")
    clock: str = choice("host", "at_once", group="clock")
    change_answer: bool = switch(True, group="answers")
    points: int = whole(10, 1, 1000, group="answers")
    chain: tuple[str, ...] = chain("points,correct,time,draw")
    team_answer: str = choice("last", "captain", "first", "most")


@dataclass(frozen=True, kw_only=True)
class Play:
    """A round being played: facts (`log`, `current`) and what follows from them.

    What follows: the `floor`, and how many left because of each entry of the log (`leavers`).
    `sides` are the teams where teams compete, else None; the `barred` may not come onto the floor.
    """

    round: Round
    settings: AskingSettings
    floor: Numbered[Tally]
    current: Asked | None = None
    log: tuple[LogEntry, ...] = ()
    leavers: tuple[int, ...] = ()
    sides: Sides | None = None
    barred: frozenset[int] = frozenset()

    @property
    def winner(self) -> int:
        """The number of who won the round outright, 0 while nobody did."""
        return 0

    @property
    def is_decided(self) -> bool:
        """Whether it was said who won the round outright, or that nobody did."""
        return False


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


@dataclass(frozen=True, slots=True)
class LastNote:
    """The latest note about a subject, and the version of the contest that it made."""

    version: int
    note: NoteEvent


@dataclass(frozen=True)
class Contest:
    """The state of a contest: a fold of its events.

    `version` counts events; `acted` is the version of the last act (not of an answer or a
    join), which host commands name; `joined` the highest number given. `held` are the rounds
    as they stood when the host froze the standings; `notes` are by subject; `captains` are those
    the host named, by team; the `disqualified`, persons and teams, have no place in the standings.
    `reopened` has by number the secrets of seats that were opened on another device.
    `act` is the version of the last act that stands: an undo makes it that of the one before.
    `before` is what an undo returns to: the contest before the last
    command's acts, `last_acts`.
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
    captains: Numbered[int] = field(default_factory=Numbered)
    disqualified: frozenset[int] = frozenset()
    reopened: Numbered[str] = field(default_factory=Numbered)
    last_acts: tuple[type[Event], ...] = ()
    notes: Mapping[str, LastNote] = field(default_factory=dict)
    act: int = field(default=0, compare=False)
    before: "Contest | None" = field(default=None, compare=False, repr=False)

    @property
    def play(self) -> Play | None:
        """The round being played, or the last one played."""
        return self.plays[-1] if self.plays else None

    @property
    def holding(self) -> tuple[Play, ...] | None:
        """The rounds as hall and phones are told of them; None: as they are. Finishing lets go."""
        return None if self.stage is Stage.FINISHED else self.held
