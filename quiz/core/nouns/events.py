"""What happened, past tense; the journal's rows. Times are ms since 1970, server clock."""

from dataclasses import dataclass
from typing import ClassVar

from quiz.core.nouns.event import Event, Nature, Traits
from quiz.core.nouns.model import Answer, Plan, Pool
from quiz.core.nouns.state import Scene


@dataclass(frozen=True, slots=True)
class ContestCreated(Event):
    """The first event; it carries the plan whole."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class PlanChanged(Event):
    """The plan is another one from now on; only before the first round."""

    traits: ClassVar[Traits] = Traits(minuted=True, keeps_scene=True)

    plan: Plan


@dataclass(frozen=True, slots=True)
class ContestantJoined(Event):
    """Somebody is in; `secret` proves the seat."""

    traits: ClassVar[Traits] = Traits(nature=Nature.CROWD, personal=("name",))

    number: int
    name: str
    team: str
    spectator: bool
    secret: str = ""


@dataclass(frozen=True, slots=True)
class SeatReopened(Event):
    """A contestant's seat was opened on another device; the new `secret` alone proves it now.

    No undo takes it back: the device before is gone. The host opens the seat once more instead.
    """

    traits: ClassVar[Traits] = Traits(nature=Nature.CROWD, minuted=True, touches=True)

    number: int
    secret: str


@dataclass(frozen=True, slots=True)
class AnswerSubmitted(Event):
    """An answer was recorded; a later one of the same contestant replaces it.

    `took_ms` is the clock that had run less the credit for the way to the phone, `credit_ms`.
    """

    traits: ClassVar[Traits] = Traits(nature=Nature.CROWD, received=True)

    number: int
    answer: Answer
    at: int
    took_ms: int
    by: str
    credit_ms: int = 0


@dataclass(frozen=True, slots=True)
class ContestantCorrected(Event):
    """A name or team was mended."""

    traits: ClassVar[Traits] = Traits(
        minuted=True, touches=True, keeps_scene=True, personal=("name",)
    )

    number: int
    name: str
    team: str


@dataclass(frozen=True, slots=True)
class CaptainSet(Event):
    """A member is the team's captain from now on."""

    traits: ClassVar[Traits] = Traits(minuted=True, touches=True, keeps_scene=True)

    team: str
    number: int


@dataclass(frozen=True, slots=True)
class ContestantRemoved(Event):
    """Somebody was taken out."""

    traits: ClassVar[Traits] = Traits(minuted=True, keeps_scene=True)

    number: int


@dataclass(frozen=True, slots=True)
class ContestantsRemoved(Event):
    """Newcomers were taken out together."""

    traits: ClassVar[Traits] = Traits(minuted=True, keeps_scene=True)

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RoomLocked(Event):
    """The door was closed or opened."""

    traits: ClassVar[Traits] = Traits(keeps_scene=True, is_screen=True)

    locked: bool


@dataclass(frozen=True, slots=True)
class RoundStarted(Event):
    """Round `index` (from 0) began."""

    index: int


@dataclass(frozen=True, slots=True)
class QuestionDrawn(Event):
    """The host has the question; nobody else sees it.

    `comparing` is the rule by which typed texts are compared with its key (`FIRST_RULE` in
    `quiz/core/question/checking.py` in journals of before there was another).
    """

    pool: Pool
    ordinal: int
    comparing: int = 0


@dataclass(frozen=True, slots=True)
class QuestionShown(Event):
    """Everybody sees the question at `show_at`; with `deadline` the clock runs at once.

    `calls_floor`: those may answer who are on the floor now, not when it was drawn, as it was
    before this was written down.
    """

    show_at: int
    deadline: int = 0
    calls_floor: bool = False


@dataclass(frozen=True, slots=True)
class ClockStarted(Event):
    """Answers count from `opens_at` to `deadline`."""

    opens_at: int
    deadline: int


@dataclass(frozen=True, slots=True)
class ClockPaused(Event):
    """The clock stands with `left_ms` to go."""

    traits: ClassVar[Traits] = Traits(stops_clock=True)

    at: int
    left_ms: int


@dataclass(frozen=True, slots=True)
class ClockResumed(Event):
    """The clock runs again."""

    at: int
    deadline: int


@dataclass(frozen=True, slots=True)
class TimeAdded(Event):
    """The deadline moved by `ms`."""

    ms: int


@dataclass(frozen=True, slots=True)
class ServerStopped(Event):
    """The server stood still, or was dead, while a clock ran; nothing follows by itself."""

    traits: ClassVar[Traits] = Traits(nature=Nature.CROWD)

    since: int
    until: int


@dataclass(frozen=True, slots=True)
class TimeGivenBack(Event):
    """From `at` on the clock runs `ms` longer, which it had lost; locked answers are open again."""

    at: int
    ms: int


@dataclass(frozen=True, slots=True)
class QuestionClosed(Event):
    """Answers are locked."""

    at: int


@dataclass(frozen=True, slots=True)
class QuestionSkipped(Event):
    """The question was dropped and counts for nobody.

    `replaced`: the last reserve question will be asked after the main ones instead of it; rows
    from before this was written down replaced none.
    """

    replaced: bool = False


@dataclass(frozen=True, slots=True)
class KeyRevealed(Event):
    """Everybody sees the key."""


@dataclass(frozen=True, slots=True)
class QuestionSettled(Event):
    """The consequences were drawn: points, who leaves."""


@dataclass(frozen=True, slots=True)
class QuestionVoided(Event):
    """The question counts for nobody (or counts again)."""

    traits: ClassVar[Traits] = Traits(corrects=True, minuted=True)

    round: int
    entry: int
    voided: bool


@dataclass(frozen=True, slots=True)
class KeyCorrected(Event):
    """The key is now this one."""

    traits: ClassVar[Traits] = Traits(corrects=True, minuted=True)

    round: int
    entry: int
    key: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class JudgementCorrected(Event):
    """A spoken answer now counts as right, or as wrong."""

    traits: ClassVar[Traits] = Traits(corrects=True, minuted=True)

    round: int
    entry: int
    number: int
    right: bool


@dataclass(frozen=True, slots=True)
class ContestantEliminated(Event):
    """The host took somebody off the floor."""

    traits: ClassVar[Traits] = Traits(minuted=True, touches=True, personal=("reason",))

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class ContestantDisqualified(Event):
    """A contestant or a team is left out of standings and prizes (or stands in them again)."""

    traits: ClassVar[Traits] = Traits(
        minuted=True, touches=True, keeps_scene=True, personal=("reason",)
    )

    number: int
    reason: str
    disqualified: bool


@dataclass(frozen=True, slots=True)
class ContestantsRescued(Event):
    """These returned to the floor; `by_rule`: as the round's rules proposed.

    `lasts`: latecomers among them compete from now on, in the rounds to come too; before this was
    written down they watched again from the next round on.
    """

    traits: ClassVar[Traits] = Traits(minuted=True, touches=True)

    numbers: tuple[int, ...]
    by_rule: bool
    lasts: bool = False


@dataclass(frozen=True, slots=True)
class ScoreCorrected(Event):
    """Points were added or taken."""

    traits: ClassVar[Traits] = Traits(minuted=True, touches=True, personal=("reason",))

    number: int
    points: int
    reason: str


@dataclass(frozen=True, slots=True)
class RoundFinished(Event):
    """The round is over."""


@dataclass(frozen=True, slots=True)
class RoundReopened(Event):
    """The round just finished goes on: what was put right has left it without an end."""

    traits: ClassVar[Traits] = Traits(minuted=True)


@dataclass(frozen=True, slots=True)
class ContestFinished(Event):
    """All rounds are over; the standings are final."""


@dataclass(frozen=True, slots=True)
class PrizeShown(Event):
    """The ceremony went one step up from the last prize."""

    step: int


@dataclass(frozen=True, slots=True)
class SceneSent(Event):
    """The projector shows this."""

    traits: ClassVar[Traits] = Traits(keeps_scene=True, is_screen=True)

    scene: Scene


@dataclass(frozen=True, slots=True)
class Muted(Event):
    """Sound cues are off (or on)."""

    traits: ClassVar[Traits] = Traits(keeps_scene=True, is_screen=True)

    muted: bool


@dataclass(frozen=True, slots=True)
class Frozen(Event):
    """Standings for hall and phones stand still (or move)."""

    traits: ClassVar[Traits] = Traits(keeps_scene=True, is_screen=True)

    frozen: bool


@dataclass(frozen=True, slots=True)
class Undone(Event):
    """The acts of the last command were taken back; `steps`: of the last that was a step."""

    traits: ClassVar[Traits] = Traits(minuted=True)

    at: int
    steps: bool = False


EVENTS: tuple[type[Event], ...] = tuple(
    kind
    for kind in tuple(vars().values())
    if isinstance(kind, type) and issubclass(kind, Event) and kind is not Event
)
"""Every kind of event that is no round format's own."""
