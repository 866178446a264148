"""What only the host's console may see, as declared shapes."""

from dataclasses import dataclass

from quiz.core.model import Answer, Pool
from quiz.core.views import ProjectorView, QuestionView, Step


@dataclass(frozen=True, slots=True)
class KeyView:
    """What only the host sees of a question."""

    key: tuple[Answer, ...]
    key_text: str
    explanation: str
    citation: str
    source_status: str
    topic: str
    difficulty: int


@dataclass(frozen=True, slots=True)
class AnswerGroup:
    """Equal answers together, for complaints: how many gave it, is it taken as right."""

    answer: Answer
    text: str
    count: int
    right: bool


@dataclass(frozen=True, slots=True)
class BuzzRow:
    """A buzz, the quickest first; `behind_ms` after it. `turn` means that it won the turn.

    `right` is whether the answer was right, None without one.
    """

    number: int
    name: str
    team: str
    behind_ms: int
    turn: bool
    right: bool | None = None


@dataclass(frozen=True, slots=True)
class LogRow:
    """A line of the round's record; `kind` is asked, returned, sent or adjusted.

    `judged` has number and verdict of each spoken answer.
    """

    round: int
    entry: int
    kind: str
    pool: Pool | None
    ordinal: int
    text: str
    right: int
    answered: int
    left: int
    voided: bool
    judged: tuple[tuple[int, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class RescueView:
    """A rescue: offered by the rules, open for confirmation, who would return."""

    offered: bool
    open: bool
    numbers: tuple[int, ...]
    used: int
    allowed: int


@dataclass(frozen=True, slots=True)
class RowView:
    """A contestant in the host's list."""

    number: int
    name: str
    team: str
    state: str
    points: int
    correct: int


@dataclass(frozen=True, slots=True)
class RosterView:
    """The host's list of everybody (event `roster`), at most once a second."""

    v: int
    rows: tuple[RowView, ...]


@dataclass(frozen=True, slots=True)
class TroubleView:
    """Why nothing can be stored now (event `trouble`), empty when all is well.

    `code` is `disk_full`, `read_only`, `locked`, `damaged` or `storage_failed`.
    """

    v: int
    code: str


@dataclass(frozen=True, slots=True)
class HostView:
    """The console (event `view`): the hall's view, the key, and what can be done.

    `acted` goes back in `based_on`; `step` is the primary button; `draft` is the drawn question
    before the audience sees it; `can` names the other acts possible now: `pause`, `resume`,
    `add_time`, `close`, `skip`, `lifeline`, `open_rescue`, `decline_rescue`, `audience`,
    `undo`, `finish_round`, `give_turn`, `judge_turn`; `undoes` names the last act (an event's
    name).
    """

    v: int
    acted: int
    step: Step
    can: tuple[str, ...]
    undoes: str
    hall: ProjectorView
    scene_sent: str
    draft: QuestionView | None
    key: KeyView | None
    answers: tuple[AnswerGroup, ...]
    log: tuple[LogRow, ...]
    rescue: RescueView | None
    locked: bool
    frozen: bool
    left_main: int
    left_reserve: int
    left_audience: int
    buzzes: tuple[BuzzRow, ...] = ()
