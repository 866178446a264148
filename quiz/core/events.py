"""What happened, past tense; the journal's rows. Times are ms since 1970, server clock.

One act is one event, so one undo takes back one event.
"""

from dataclasses import dataclass

from quiz.core.model import Answer, Plan, Pool
from quiz.core.state import Life, Scene


@dataclass(frozen=True, slots=True)
class ContestCreated:
    """The first event; it carries the plan whole."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class ContestantJoined:
    """Somebody is in; `secret` proves the seat."""

    number: int
    name: str
    team: str
    spectator: bool
    secret: str = ""


@dataclass(frozen=True, slots=True)
class AnswerSubmitted:
    """An answer was recorded; a later one of the same contestant replaces it.

    `took_ms` is the clock that had run less the credit for the way to the phone, `credit_ms`.
    """

    number: int
    answer: Answer
    at: int
    took_ms: int
    by: str
    credit_ms: int = 0


@dataclass(frozen=True, slots=True)
class BuzzOpened:
    """The first buzz: the clock stands with `left_ms` to go.

    Until `settles_at` buzzes from slower lines count too. `took_ms` is less the credit for the
    way to the phone, `credit_ms`.
    """

    number: int
    at: int
    took_ms: int
    credit_ms: int
    settles_at: int
    left_ms: int


@dataclass(frozen=True, slots=True)
class Buzzed:
    """A buzz after the first; times as there."""

    number: int
    at: int
    took_ms: int
    credit_ms: int


@dataclass(frozen=True, slots=True)
class TurnGiven:
    """These answer until `deadline`; `aloud` the host judges.

    `took_ms` is their buzz's, or how long one could buzz before the host called them up.
    """

    numbers: tuple[int, ...]
    at: int
    deadline: int
    aloud: bool
    took_ms: int = 0


@dataclass(frozen=True, slots=True)
class TurnJudged:
    """What somebody said was right or wrong; `then` is how the question lives on."""

    number: int
    right: bool
    then: Life


@dataclass(frozen=True, slots=True)
class TurnEnded:
    """Answered on the phone, or not in time; `then` is how the question lives on."""

    at: int
    then: Life


@dataclass(frozen=True, slots=True)
class ContestantCorrected:
    """A name or team was mended."""

    number: int
    name: str
    team: str


@dataclass(frozen=True, slots=True)
class ContestantRemoved:
    """Somebody was taken out."""

    number: int


@dataclass(frozen=True, slots=True)
class ContestantsRemoved:
    """Newcomers were taken out together."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RoomLocked:
    """The door was closed or opened."""

    locked: bool


@dataclass(frozen=True, slots=True)
class RoundStarted:
    """Round `index` (from 0) began."""

    index: int


@dataclass(frozen=True, slots=True)
class QuestionDrawn:
    """The host has the question; nobody else sees it."""

    pool: Pool
    ordinal: int


@dataclass(frozen=True, slots=True)
class QuestionShown:
    """Everybody sees the question at `show_at`; with `deadline` the clock runs at once."""

    show_at: int
    deadline: int = 0


@dataclass(frozen=True, slots=True)
class ClockStarted:
    """Answers count from `opens_at` to `deadline`."""

    opens_at: int
    deadline: int


@dataclass(frozen=True, slots=True)
class ClockPaused:
    """The clock stands with `left_ms` to go."""

    at: int
    left_ms: int


@dataclass(frozen=True, slots=True)
class ClockResumed:
    """The clock runs again."""

    at: int
    deadline: int


@dataclass(frozen=True, slots=True)
class TimeAdded:
    """The deadline moved by `ms`."""

    ms: int


@dataclass(frozen=True, slots=True)
class QuestionClosed:
    """Answers are locked."""

    at: int


@dataclass(frozen=True, slots=True)
class QuestionSkipped:
    """The question was dropped and counts for nobody."""


@dataclass(frozen=True, slots=True)
class KeyRevealed:
    """Everybody sees the key."""


@dataclass(frozen=True, slots=True)
class QuestionSettled:
    """The consequences were drawn: points, who leaves."""


@dataclass(frozen=True, slots=True)
class QuestionVoided:
    """The question counts for nobody (or counts again)."""

    round: int
    entry: int
    voided: bool


@dataclass(frozen=True, slots=True)
class KeyCorrected:
    """The key is now this one."""

    round: int
    entry: int
    key: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class JudgementCorrected:
    """A spoken answer now counts as right, or as wrong."""

    round: int
    entry: int
    number: int
    right: bool


@dataclass(frozen=True, slots=True)
class ContestantEliminated:
    """The host took somebody off the floor."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class RescueOpened:
    """These would return; nothing is decided."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RescueDeclined:
    """The rescue offered was not used."""


@dataclass(frozen=True, slots=True)
class ContestantsRescued:
    """These returned to the floor; `by_rule` counts against the number of rescues."""

    numbers: tuple[int, ...]
    by_rule: bool


@dataclass(frozen=True, slots=True)
class LifelineUsed:
    """The sole survivor asked the audience; the clock stands with `left_ms` to go."""

    number: int
    at: int
    left_ms: int


@dataclass(frozen=True, slots=True)
class ScoreCorrected:
    """Points were added or taken."""

    number: int
    points: int
    reason: str


@dataclass(frozen=True, slots=True)
class BellRung:
    """The golden bell rang for a winner, or stayed silent (0)."""

    number: int


@dataclass(frozen=True, slots=True)
class RoundFinished:
    """The round is over."""


@dataclass(frozen=True, slots=True)
class ContestFinished:
    """All rounds are over; the standings are final."""


@dataclass(frozen=True, slots=True)
class PrizeShown:
    """The ceremony went one step up from the last prize."""

    step: int


@dataclass(frozen=True, slots=True)
class SceneSent:
    """The projector shows this."""

    scene: Scene


@dataclass(frozen=True, slots=True)
class Muted:
    """Sound cues are off (or on)."""

    muted: bool


@dataclass(frozen=True, slots=True)
class Frozen:
    """Standings for hall and phones stand still (or move)."""

    frozen: bool


@dataclass(frozen=True, slots=True)
class Undone:
    """The last act was taken back."""

    at: int


Event = (
    ContestCreated
    | ContestantJoined
    | AnswerSubmitted
    | BuzzOpened
    | Buzzed
    | TurnGiven
    | TurnJudged
    | TurnEnded
    | ContestantCorrected
    | ContestantRemoved
    | ContestantsRemoved
    | RoomLocked
    | RoundStarted
    | QuestionDrawn
    | QuestionShown
    | ClockStarted
    | ClockPaused
    | ClockResumed
    | TimeAdded
    | QuestionClosed
    | QuestionSkipped
    | KeyRevealed
    | QuestionSettled
    | QuestionVoided
    | KeyCorrected
    | JudgementCorrected
    | ContestantEliminated
    | RescueOpened
    | RescueDeclined
    | ContestantsRescued
    | LifelineUsed
    | ScoreCorrected
    | BellRung
    | RoundFinished
    | ContestFinished
    | PrizeShown
    | SceneSent
    | Muted
    | Frozen
    | Undone
)
