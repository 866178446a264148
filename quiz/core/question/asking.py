"""The life of one question: drawn, shown, clock, locked, revealed, settled.

Shared by every format that asks questions; the format says what follows from the answers
(its `settle`) and which question comes next.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, TypeVar

from quiz.core.copying import changed
from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.competitors import own_answer
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan, Pool
from quiz.core.nouns.shapes import Step
from quiz.core.nouns.state import (
    Adjusted,
    Asked,
    Life,
    LogEntry,
    OtherEntry,
    Play,
    Returned,
    Sent,
)
from quiz.core.question.answering import answered, submitted
from quiz.core.question.comparing import GAPLESS_RULE
from quiz.core.question.losing import can_give_back, stopped_during
from quiz.core.question.team_answers import told
from quiz.core.question.timing import lead_ms, left, lived_on, stopped
from quiz.core.remembering import remembered
from quiz.core.standing.floor import applied, cleared, playing, watching
from quiz.core.standing.letting_in import returned

P = TypeVar("P", bound=Play)
Settle = Callable[[P, Asked], P]
Again = Callable[[P, OtherEntry], P]
"""What an entry of the log that is no question does when what came before it was put right."""
CorrectingEvent = e.QuestionVoided | e.KeyCorrected | e.JudgementCorrected

STEP_OF_LIFE = {
    Life.DRAWN: Step.SHOW,
    Life.SHOWN: Step.START_CLOCK,
    Life.CLOCK: Step.CLOSE,
    Life.PAUSED: Step.RESUME,
    Life.HELD: Step.NONE,
    Life.LOCKED: Step.REVEAL,
    Life.REVEALED: Step.SETTLE,
}


def asked_so_far(play: Play, pool: Pool) -> int:
    """How many questions of a pool have been drawn in this round."""
    done = sum(isinstance(entry, Asked) and entry.pool is pool for entry in play.log)
    return done + (play.current is not None and play.current.pool is pool)


def seconds_of(play: Play, asked: Asked) -> int:
    """The seconds for a question: its own, else the round's."""
    return asked.question.seconds or play.settings.seconds


def points_of(play: Play, asked: Asked) -> int:
    """The points for a right answer: the question's own, else the round's."""
    return asked.question.points or play.settings.points


def acts(play: Play) -> tuple[str, ...]:
    """The time controls possible now, by the names the host's page knows."""
    life = play.current.life if play.current else None
    possible = {
        "pause": life is Life.CLOCK,
        "resume": life is Life.PAUSED,
        "add_time": life in (Life.CLOCK, Life.PAUSED),
        "give_back_time": play.current is not None and can_give_back(play.current),
        "close": life in (Life.CLOCK, Life.PAUSED),
        "skip": life is not None and life is not Life.REVEALED,
        "audience": life is None and asked_so_far(play, Pool.AUDIENCE) < len(play.round.audience),
    }
    return tuple(name for name, now in possible.items() if now)


def decide(plan: Plan, play: Play, command: c.Command, now: int) -> Event:
    """What a command makes happen to the current question; raises Rejected."""
    if isinstance(command, c.DrawAudienceQuestion):
        return draw(play, Pool.AUDIENCE)
    if isinstance(command, c.Rescue):
        return returned(play, command.numbers)
    asked = play.current
    if asked is None:
        code = "too_late" if isinstance(command, c.SubmitAnswer) else "not_now"
        raise Rejected(code)
    match command:
        case c.SubmitAnswer():
            return submitted(plan, play, asked, command, now)
        case c.LockExpired():
            return _expired(asked, now)
        case c.Pause() if asked.life is Life.CLOCK:
            return e.ClockPaused(now, left(asked, now))
        case c.Resume() if asked.life is Life.PAUSED:
            return e.ClockResumed(now, now + asked.left_ms)
        case c.AddTime() if asked.life in (Life.CLOCK, Life.PAUSED) and 0 < command.ms <= 600_000:
            return e.TimeAdded(command.ms)
        case c.ReportStop() if asked.life in (Life.CLOCK, Life.PAUSED, Life.LOCKED):
            return stopped_during(asked, command.since, command.until)
        case c.GiveBackTime() if asked.lost and can_give_back(asked):
            return e.TimeGivenBack(now, asked.lost.lost_ms)
        case c.CloseNow() if asked.life in (Life.CLOCK, Life.PAUSED):
            return e.QuestionClosed(now)
        case c.Skip() if asked.life is not Life.REVEALED:
            return e.QuestionSkipped(replaced=is_replaceable(play, asked))
    raise Rejected("not_now")


class AskingRules:
    """What holds for the questions of every format unless it says otherwise."""

    def due_at(self, play: Play) -> int | None:
        """The deadline of a running clock (ms)."""
        asked = play.current
        return asked.deadline if asked and asked.life is Life.CLOCK else None

    def follows(self, plan: Plan, play: Any, *, over: bool) -> tuple[Event, ...]:
        """Nothing: floor and points are worked out anew, and that is all."""
        return ()

    def involved(self, play: Play) -> frozenset[int]:
        """Who answered, was called or judged, returned, was sent off or had points corrected."""
        entries = play.log if play.current is None else (*play.log, play.current)
        return frozenset(number for entry in entries for number in involved_in(entry))

    def has(self, play: Any, asked: Asked, command: c.Crowd) -> bool:
        """Whether an answer is there; what else people do stays."""
        if not isinstance(command, c.SubmitAnswer):
            return True
        return own_answer(play, asked, command.number) is not None

    def taken_back(self, asked: Asked, now: Asked | None, at: int) -> Asked:
        """With the answers of now, and its clock standing unless nothing but answers changed.

        Whom an act took out of the question or put back changes nothing about its clock.
        """
        if now is not None:
            asked = with_answers(asked, now)
        if asked.life is not Life.CLOCK or is_same_but_for_people(asked, now):
            return asked
        return stopped(asked, at, left(asked, at))

    def kept(self, before: Any, now: Any) -> Any:
        """As it was: between questions nobody does anything."""
        return before


def involved_in(entry: LogEntry) -> Iterator[int]:
    """Whom an entry of the log is about: persons, and the teams that some of them spoke for."""
    match entry:
        case Asked():
            yield from (*entry.answers, *entry.judged, *(entry.called or ()), *entry.said)
            for said in entry.said.values():
                yield from said
        case Returned():
            yield from entry.numbers
        case Sent() | Adjusted():
            yield entry.number


def with_answers(asked: Asked, now: Asked) -> Asked:
    """With the answers of now, and what the clock lost; who is no longer called has none."""
    if asked.life is Life.CLOCK and now.lost:
        asked = replace(asked, lost=now.lost)
    if asked.called is None:
        return replace(asked, answers=now.answers, said=now.said)
    answers = now.answers.excluding(frozenset(now.answers) - asked.called)
    return replace(asked, answers=answers, said=now.said.excluding(set(now.said) - asked.called))


def is_same_but_for_people(asked: Asked, now: Asked | None) -> bool:
    """Whether the two differ at most in who may answer."""
    return now is not None and asked == replace(now, eligible=asked.eligible)


def draw(play: Play, pool: Pool) -> Event:
    """The next question of a pool; raises Rejected("no_such_question") at its end."""
    if play.current is not None:
        raise Rejected("not_now")
    ordinal = asked_so_far(play, pool) + 1
    if ordinal > len(play.round.pool(pool)):
        raise Rejected("no_such_question")
    return e.QuestionDrawn(pool, ordinal, GAPLESS_RULE)


def step(plan: Plan, play: Play, next_step: str, now: int) -> Event:
    """The event of a step in the life of the current question; raises Rejected."""
    asked = play.current
    if asked is None or STEP_OF_LIFE[asked.life] is not next_step or next_step is Step.NONE:
        raise Rejected("not_now")
    full = seconds_of(play, asked) * 1000
    soon = now + lead_ms(plan, len(play.floor))
    at_once = play.settings.clock == "at_once"
    match next_step:
        case Step.SHOW:
            return e.QuestionShown(soon, soon + full if at_once else 0, calls_floor=True)
        case Step.START_CLOCK:
            return e.ClockStarted(soon, soon + full)
        case Step.RESUME:
            return e.ClockResumed(now, now + asked.left_ms)
        case Step.CLOSE:
            return e.QuestionClosed(now)
        case Step.REVEAL:
            return e.KeyRevealed()
    return e.QuestionSettled()


def _expired(asked: Asked, now: int) -> e.QuestionClosed:
    if asked.life is not Life.CLOCK or now < asked.deadline:
        raise Rejected("not_now")
    return e.QuestionClosed(asked.deadline)


def evolve(play: P, event: Event, settle: Settle[P], again: Again[P] = applied) -> P:
    """The play after an event of a question's life or a correction.

    What follows from answers is for `settle` to say, and what the host's acts do for `again`.
    """
    if isinstance(event, e.AnswerSubmitted):
        if play.sides is not None:
            return changed(play, current=told(play, play.sides, event))
        return changed(play, current=answered(play.current, event))
    match event:
        case e.QuestionDrawn():
            return replace(play, current=_drawn(play, event))
        case e.QuestionSettled() if play.current is not None:
            return replace(settle(play, play.current), current=None)
        case e.QuestionSkipped() if play.current is not None:
            dropped = replace(play.current, voided=True)
            play = with_reserve(play) if event.replaced else play
            return replace(settle(play, dropped), current=None)
        case e.QuestionVoided() | e.KeyCorrected() | e.JudgementCorrected():
            return _corrected(play, event, settle, again)
        case e.ContestantEliminated():
            return applied(play, Sent(event.number, event.reason))
        case e.ContestantsRescued():
            return applied(play, Returned(event.numbers, event.by_rule))
        case e.ScoreCorrected():
            return applied(play, Adjusted(event.number, event.points, event.reason))
    if play.current is None:
        return play
    asked = lived_on(play.current, event)
    if isinstance(event, e.QuestionShown) and event.calls_floor:
        now = eligible_for(play, asked.pool)
        # The same set stays the same object: seats follow from it.
        asked = asked if now == asked.eligible else replace(asked, eligible=now)
    return replace(play, current=asked)


def is_replaceable(play: Play, asked: Asked) -> bool:
    """Whether a reserve question is left to be asked instead of this main one."""
    left = len(play.round.reserve) - asked_so_far(play, Pool.RESERVE)
    return asked.pool is Pool.MAIN and left > 0


def with_reserve(play: P) -> P:
    """The play with its last reserve question after the main ones."""
    *left, moved = play.round.reserve
    round_ = replace(play.round, questions=(*play.round.questions, moved), reserve=tuple(left))
    return replace(play, round=round_)


def eligible_for(play: Play, pool: Pool) -> frozenset[int]:
    """Who may answer a question of this pool as the floor is now."""
    return watching(play.floor) if pool is Pool.AUDIENCE else playing(play.floor)


def _drawn(play: Play, event: e.QuestionDrawn) -> Asked:
    question = play.round.pool(event.pool)[event.ordinal - 1]
    eligible = eligible_for(play, event.pool)
    return Asked(event.pool, event.ordinal, question, eligible, comparing=event.comparing)


def _corrected(play: P, event: CorrectingEvent, settle: Settle[P], again: Again[P]) -> P:
    """The play with an asked question put right and everything after it drawn anew."""
    if event.entry < 0 and play.current is not None:
        return replace(play, current=put_right(play.current, event))
    anew = replace(play, floor=cleared(play.floor), log=(), leavers=())
    for place, item in enumerate(play.log):
        if isinstance(item, Asked):
            anew = settle(anew, put_right(item, event) if place == event.entry else item)
        else:
            anew = again(anew, item)
    return anew


@remembered
def put_right(asked: Asked, event: CorrectingEvent) -> Asked:
    """The question as asked, dropped or not, under another key, or judged otherwise."""
    match event:
        case e.QuestionVoided():
            return replace(asked, voided=event.voided)
        case e.KeyCorrected():
            return replace(asked, question=replace(asked.question, key=event.key))
    return replace(asked, judged=asked.judged.set(event.number, event.right))
