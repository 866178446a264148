"""What people and timers ask a contest to do, imperative.

Three kinds come from people. An `Act` is the host's run of show: it names in `based_on` the
`acted` version it was based on (optimistic locking), so that pressing twice, or two consoles at
once, change nothing twice (`stale`). `Crowd` commands come by the thousand, each with an id, the
idempotency key, that makes a repeat harmless. A `Note` is about one subject, and stale only when
somebody else noted the same one.
"""

from dataclasses import dataclass, field
from typing import ClassVar

from quiz.core.nouns.model import Answer, Plan, Pool
from quiz.core.nouns.state import Scene

OPTIONAL = {"optional": True}
"""Of a field that a phone may leave out."""


class Command:
    """Something asked of a contest."""

    __slots__ = ()


class Crowd(Command):
    """What contestants ask; idempotent: carried out once for each id."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class CreateContest(Command):
    """Start the journal with the whole plan."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class ChangePlan(Command):
    """Have another plan before the first round; `based_on` as in an `Act`. No console sends it."""

    plan: Plan
    based_on: int


@dataclass(frozen=True, slots=True)
class Join(Crowd):
    """Enter the contest; the engine gives the number. `secret` is to prove the seat by later.

    `most_people` is how many may be in where the plan does not say, 0 for any number.
    """

    name: str
    team: str = ""
    secret: str = ""
    most_people: int = 0


@dataclass(frozen=True, slots=True)
class ReopenSeat(Crowd):
    """Take a contestant's seat over on another device; `secret` is to prove it by from now on."""

    number: int
    secret: str


@dataclass(frozen=True, slots=True)
class SubmitAnswer(Crowd):
    """Answer question `ordinal` of `pool`; `by` is `contestant` or `marshal`.

    `credit_ms` is what the server measured of the way to the phone: half its round trip. `asked`
    is the `Asked.id` that the answer is to, 0 for whichever is in hand.
    """

    number: int
    pool: Pool
    ordinal: int
    answer: Answer
    by: str = "contestant"
    credit_ms: int = 0
    asked: int = field(default=0, metadata=OPTIONAL)


@dataclass(frozen=True, slots=True)
class LockExpired(Command):
    """A timer says that the deadline has passed."""


@dataclass(frozen=True, slots=True)
class ReportStop(Command):
    """The server says that it stood still, or was dead, while a clock ran (ms since 1970)."""

    since: int
    until: int


@dataclass(frozen=True, slots=True)
class Act(Command):
    """A host's command; `based_on` is its optimistic lock, see the module's text.

    `is_step`: it takes the run of show on or back, so that a press meant for what was on the
    screen a moment ago would do something else.
    """

    is_step: ClassVar[bool] = False

    based_on: int


@dataclass(frozen=True, slots=True)
class Note(Command):
    """Something noted about a `subject`; `based_on` is the version of its last note (0: none)."""

    subject: str
    based_on: int


@dataclass(frozen=True, slots=True)
class Advance(Act):
    """Do the next step of the run of show (the primary button, the space bar)."""

    is_step: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class DrawAudienceQuestion(Act):
    """Ask the audience the next question kept for it."""

    is_step: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Pause(Act):
    """Stop the clock."""


@dataclass(frozen=True, slots=True)
class Resume(Act):
    """Let the clock run on."""

    is_step: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class AddTime(Act):
    """Give `ms` more."""

    ms: int = 10_000


@dataclass(frozen=True, slots=True)
class GiveBackTime(Act):
    """Give back what the clock lost while the server stood still; answers locked open again."""


@dataclass(frozen=True, slots=True)
class CloseNow(Act):
    """Lock the answers before the deadline."""

    is_step: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Skip(Act):
    """Drop the current question; it counts for nobody."""

    is_step: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Void(Act):
    """Make a question count for nobody, or count again; `entry` is its place in the log.

    `round` is the index of the round; `entry` -1 is the current question.
    """

    round: int
    entry: int
    voided: bool = True


@dataclass(frozen=True, slots=True)
class AcceptAnswer(Act):
    """Take one more answer as right and regrade everybody."""

    round: int
    entry: int
    answer: Answer


@dataclass(frozen=True, slots=True)
class CorrectKey(Act):
    """Replace the key and regrade everybody."""

    round: int
    entry: int
    key: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class CorrectJudgement(Act):
    """Say that a spoken answer was judged wrongly; `round` and `entry` as above."""

    round: int
    entry: int
    number: int
    right: bool


@dataclass(frozen=True, slots=True)
class Eliminate(Act):
    """Take a contestant off the floor."""

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Disqualify(Act):
    """Leave a contestant or a team out of standings and prizes, and off the floor.

    With `disqualified` false they stand in them again; they are let onto the floor by hand.
    """

    number: int
    reason: str
    disqualified: bool = True


@dataclass(frozen=True, slots=True)
class Rescue(Act):
    """Bring these contestants back; nobody named: those whom the round proposes."""

    is_step: ClassVar[bool] = True

    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectScore(Act):
    """Add `points` (may be negative) to a contestant of the current round."""

    number: int
    points: int
    reason: str


@dataclass(frozen=True, slots=True)
class CorrectContestant(Act):
    """Mend a name or a team."""

    number: int
    name: str
    team: str


@dataclass(frozen=True, slots=True)
class SetCaptain(Act):
    """Make a member the captain of the team of this name."""

    team: str
    number: int


@dataclass(frozen=True, slots=True)
class RemoveContestant(Act):
    """Take somebody out of the contest (lobby only)."""

    number: int


@dataclass(frozen=True, slots=True)
class RemoveJoined(Act):
    """Take out all who joined since, from number `first` on; who has taken part stays.

    With `only` nobody goes but those of them.
    """

    first: int
    only: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class LockRoom(Act):
    """Close the door to newcomers, or open it."""

    locked: bool


@dataclass(frozen=True, slots=True)
class FinishRound(Act):
    """End the round here; those left share what is left ("early stop")."""

    is_step: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class SendScene(Act):
    """Send a scene to the projector."""

    scene: Scene


@dataclass(frozen=True, slots=True)
class Mute(Act):
    """Silence the hall's sound cues, or let them sound."""

    muted: bool


@dataclass(frozen=True, slots=True)
class Freeze(Act):
    """Hold the standings that hall and phones see as they are, or let them move."""

    frozen: bool


@dataclass(frozen=True, slots=True)
class Undo(Act):
    """Take the last command's acts back; with `steps` past switches of the hall's screens."""

    is_step: ClassVar[bool] = True

    steps: bool = False
