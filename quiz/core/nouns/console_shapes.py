"""What only consoles and prompters may see, as declared shapes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from quiz.core.nouns.hall_shapes import MoreView, ProjectorView, StandingRow, TeamRow
from quiz.core.nouns.model import Answer, Pool
from quiz.core.nouns.shapes import Parts, Person, QuestionView


@dataclass(frozen=True, slots=True)
class KeyView:
    """What only the host sees of a question."""

    key: tuple[Answer, ...]
    key_text: str
    explanation: str
    citation: str
    is_secondary: bool
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
class LogView:
    """The lines of all rounds' logs (event `log`).

    The first `kept` lines of the version `since` stay, and `rows` are all that come after them;
    0 and 0: they are the whole.
    """

    v: int
    since: int
    kept: int
    rows: tuple[LogRow, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """A contestant in the host's list."""

    number: int
    name: str
    team: str
    state: str
    points: int
    correct: int
    disqualified: bool = False


@dataclass(frozen=True, slots=True)
class RosterView:
    """The host's list in order of number (event `roster`).

    `rows` are those that changed since the version `since`, 0: all of them; `gone` are the
    numbers that are in it no more.
    """

    v: int
    since: int
    rows: tuple[RowView, ...]
    gone: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PresenceView:
    """Who has no phone connected (event `presence`).

    `whole`: all of them are in `away`; else it has those who are gone, `back` those who came.
    """

    whole: bool
    away: tuple[int, ...]
    back: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FloodView:
    """So many `people` came in at once and are still in (event `flood`), 0 when none did.

    They are among those from number `first` on; `unseen` of them never had a phone connected,
    `before` were in already.
    """

    first: int
    people: int
    unseen: int
    before: int


@dataclass(frozen=True, slots=True)
class NoteView:
    """The latest note about a subject: the version it made, what kind, what it says.

    A note that corrects it names `v` in `based_on`.
    """

    v: int
    subject: str
    kind: str
    note: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class NotesView:
    """Notes that are new or corrected (event `notes`); all of them on connection."""

    v: int
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True)
class TroubleView:
    """Why nothing can be stored now (event `trouble`), empty when all is well.

    `code` is `disk_full`, `read_only`, `locked`, `damaged`, `gone`, `replaced` or `storage_failed`;
    for a minute `put_back`, when files were taken away and everything is stored again.
    """

    v: int
    code: str


@dataclass(frozen=True, slots=True)
class LostView:
    """What the clock lost while the server stood still, all in ms; `give_back_time` gives it back.

    The server stood for `stopped_ms`, the clock ran for `lost_ms` of it and then had `left_ms`.
    """

    stopped_ms: int
    lost_ms: int
    left_ms: int


@dataclass(frozen=True, slots=True)
class DoubtView:
    """What is doubtful about a prize, `count` of which there are.

    `kind` is `lot`: so many (`total`) are equal, and a lot tells who of them takes it; or `few`:
    they alone take it. `people` are the first of them.
    """

    kind: str
    prize: str
    count: int
    total: int
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class HostView:
    """The console (event `view`): the hall's view, the key, and what can be done.

    `acted` goes back in `based_on`; `step` is the primary button; `draft` is the drawn question
    before the audience sees it; `can` names the other acts possible now: `pause`, `resume`,
    `add_time`, `give_back_time`, `close`, `skip`, `audience`, `undo`, `finish_round`, or one of the
    round's format; `lost` is there while time may be given back;
    `replaced` are the dropped main questions that reserve ones stand in for, after the others;
    `undoes` names the last step (an event's name), which `undo` with `steps` takes back;
    `standings` and `teams` are the newest ones, whatever the hall is shown, `more` as there;
    `doubts` are there from the last round on.
    """

    v: int
    acted: int
    step: str
    can: tuple[str, ...]
    undoes: str
    hall: ProjectorView
    scene_sent: str
    draft: QuestionView | None
    key: KeyView | None
    answers: tuple[AnswerGroup, ...]
    locked: bool
    frozen: bool
    left_main: int
    left_reserve: int
    replaced: int
    left_audience: int
    parts: Parts = field(default_factory=dict)
    standings: tuple[StandingRow, ...] = ()
    teams: tuple[TeamRow, ...] = ()
    more: MoreView | None = None
    doubts: tuple[DoubtView, ...] = ()
    lost: LostView | None = None


@dataclass(frozen=True, slots=True)
class PrompterView:
    """What who reads out sees (event `view`): the hall's view, and what is to be said next.

    `draft` is the drawn question before the audience sees it; `key` is there only once nobody
    can answer any more; `step` is what the host's primary button does next.
    """

    v: int
    step: str
    hall: ProjectorView
    draft: QuestionView | None
    key: KeyView | None
    left_main: int
    left_reserve: int
    replaced: int
    parts: Parts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class AskedView:
    """A question asked before: its key, whether it counts, and what was answered."""

    key_text: str
    voided: bool
    answers: tuple[AnswerGroup, ...]


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """A competitor whose place or prize would be another; no rank: not in the standings."""

    competitor: Person
    rank_from: int | None
    rank_to: int | None
    prize_from: str
    prize_to: str


@dataclass(frozen=True, slots=True)
class PreviewView:
    """What an act would change, before it is done.

    `before` and `after` are the question that would be put right, None where none is. On the floor
    `leaving` would leave and `returning` return, the first of them by name in `leaves` and
    `returns`; of `moving` with another place or prize the first are in `places`, prizes first.
    `winner_from` and `winner_to` are who rang the bell, and who would have.
    """

    before: AskedView | None
    after: AskedView | None
    leaving: int
    leaves: tuple[Person, ...]
    returning: int
    returns: tuple[Person, ...]
    moving: int
    places: tuple[PlaceChange, ...]
    winner_from: Person | None
    winner_to: Person | None
