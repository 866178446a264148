"""A contest's journal read as a story: who did what when, to which question, what was undone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from quiz.core.engine.engine import Engine
from quiz.core.nouns import events as e
from quiz.core.nouns.actors import UNKNOWN, Actor
from quiz.core.nouns.event import Event, Nature, Traits
from quiz.core.nouns.model import Answer, Pool
from quiz.core.nouns.state import Asked, Contest, Life, Stage
from quiz.core.standing.ranking import weight

QuestionPlace = tuple[int, Pool, int]
"""A question: the index of its round, its pool, its ordinal there."""


@dataclass(frozen=True, slots=True)
class RecordedEvent:
    """A row of the journal: what happened, when the server had it (ms), who did it, its part."""

    at: int
    event: Event
    actor: Actor
    part: int = 0


@dataclass(frozen=True, slots=True)
class Deed:
    """An act, and the question it was done to or during, if any.

    `undone_at` is when it was taken back (0: it stands) and `undone_by` who did that. A corrected
    key has the `old_key`; an undo says what it `undoes` (an event's name); `left_ms` is what a
    standing clock still had; `weight` is what points given in this round are multiplied by.
    """

    at: int
    event: Event
    actor: Actor
    place: QuestionPlace | None = None
    undone_at: int = 0
    undone_by: Actor = UNKNOWN
    old_key: tuple[Answer, ...] = ()
    undoes: str = ""
    left_ms: int = 0
    weight: int = 1


@dataclass
class Chronicle:
    """The contest as it stands, all acts in order, the answers and what else phones sent.

    Answers and the rest (`received`) are by the question at which they came.

    `late` has those who joined while a round was played, and teams that came onto its floor: its
    index, and how long its log was.
    """

    contest: Contest
    deeds: list[Deed] = field(default_factory=list)
    answers: dict[QuestionPlace, list[e.AnswerSubmitted]] = field(default_factory=dict)
    received: dict[QuestionPlace, list[Event]] = field(default_factory=dict)
    late: dict[int, tuple[int, int]] = field(default_factory=dict)


def chronicle(engine: Engine, rows: Iterable[RecordedEvent]) -> Chronicle:
    """The story of a contest; `rows` begin with its first, and are taken one by one."""
    more = iter(rows)
    told = Chronicle(engine.evolve(None, next(more).event))
    standing: list[list[int]] = []
    for row in more:
        before, told.contest = told.contest, engine.evolve(told.contest, row.event, row.part)
        place = _asked_in(before)
        match row.event:
            case e.AnswerSubmitted():
                if place is not None:
                    told.answers.setdefault(place, []).append(row.event)
            case Event(traits=Traits(received=True)):
                if place is not None:
                    told.received.setdefault(place, []).append(row.event)
            case e.SeatReopened():
                told.deeds.append(_deed(before, row))
            case e.ContestantJoined():
                if before.play is not None and before.stage is Stage.PLAYING:
                    told.late[row.event.number] = (len(before.plays) - 1, len(before.play.log))
            case e.Undone():
                while row.event.steps and _are_screens(told, standing[-1]):
                    standing.pop()
                _take_back(told, standing.pop(), row)
        _note_late_teams(told, before, row.event)
        if row.event.traits.nature is Nature.ACT and not isinstance(row.event, e.Undone):
            if not row.part:
                standing.append([])
            standing[-1].append(len(told.deeds))
            told.deeds.append(_deed(before, row))
    return told


def _note_late_teams(told: Chronicle, before: Contest, event: Event) -> None:
    """Note the teams that came onto the floor with their first member; an undo brings none."""
    play, was = told.contest.play, before.play
    if play is None or was is None or len(told.contest.plays) != len(before.plays):
        return
    if play.sides is None or play.floor is was.floor or isinstance(event, e.Undone):
        return
    for number in play.floor:
        if number not in was.floor:
            told.late[number] = (len(before.plays) - 1, len(was.log))


def _are_screens(told: Chronicle, command: Sequence[int]) -> bool:
    """Whether a command did nothing but switch the hall's screens."""
    return all(told.deeds[which].event.traits.is_screen for which in command)


def _take_back(told: Chronicle, command: Sequence[int], row: RecordedEvent) -> None:
    """Mark all acts of a command as undone; the undo is told of the first."""
    for which in command:
        told.deeds[which] = replace(told.deeds[which], undone_at=row.at, undone_by=row.actor)
    deed = told.deeds[command[0]]
    play = told.contest.play
    asked = play.current if play else None
    left_ms = asked.left_ms if asked and asked.life is Life.PAUSED else 0
    undoes = type(deed.event).__name__
    undo = Deed(row.at, row.event, row.actor, deed.place, undoes=undoes, left_ms=left_ms)
    told.deeds.append(undo)


def _deed(before: Contest, row: RecordedEvent) -> Deed:
    at, event, actor = row.at, row.event, row.actor
    match event:
        case e.QuestionDrawn():
            return Deed(at, event, actor, (len(before.plays) - 1, event.pool, event.ordinal))
        case e.QuestionVoided() | e.KeyCorrected() | e.JudgementCorrected():
            play = before.plays[event.round]
            asked = play.current if event.entry < 0 else play.log[event.entry]
            assert isinstance(asked, Asked)
            place = (event.round, asked.pool, asked.ordinal)
            old = asked.question.key if isinstance(event, e.KeyCorrected) else ()
            return Deed(at, event, actor, place, old_key=old)
        case e.ScoreCorrected():
            counts = weight(before.plan, len(before.plays) - 1)
            return Deed(at, event, actor, _asked_in(before), weight=counts)
    return Deed(at, event, actor, _asked_in(before))


def _asked_in(contest: Contest) -> QuestionPlace | None:
    play = contest.play
    if play is None or play.current is None:
        return None
    return len(contest.plays) - 1, play.current.pool, play.current.ordinal
