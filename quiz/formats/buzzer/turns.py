"""From a buzz to a judged answer: who may, who was first, and how the question lives on."""

from dataclasses import replace

from quiz.core import commands as c
from quiz.core import events as e
from quiz.core.answering import submitted
from quiz.core.copying import changed
from quiz.core.errors import Rejected
from quiz.core.event import Event
from quiz.core.judging import right_of
from quiz.core.model import Plan
from quiz.core.numbered import Numbered
from quiz.core.state import Asked, Buzz, Life, Turn
from quiz.core.timing import credited, lead_ms
from quiz.formats.buzzer.play import (
    BuzzerPlay,
    buzzes_from,
    buzzing_ms,
    left_to_buzz,
    may_buzz,
)

BEFORE_A_TURN = (Life.SHOWN, Life.CLOCK, Life.PAUSED, Life.BUZZED)


def buzzed(plan: Plan, play: BuzzerPlay, asked: Asked, command: c.Buzz, now: int) -> Event:
    """A buzz as it is recorded; raises Rejected: too_early, too_late, not_on_floor, ….

    The first opens a span as long as the largest credit, in which a buzz that was pressed
    earlier on a slower line may still arrive.
    """
    if (command.pool, command.ordinal) != (asked.pool, asked.ordinal) or not asked.buzzer:
        raise Rejected("too_late")
    _in_time(play, asked, now, command.opens_at)
    if command.number not in may_buzz(play, asked):
        raise Rejected("not_on_floor")
    if command.number in asked.buzzes:
        raise Rejected("no_change")
    ran = now - buzzes_from(play, asked)
    credit = credited(command.credit_ms, ran, plan.credit_ms)
    took = asked.run_ms + ran - credit
    if asked.life is Life.BUZZED:
        return e.Buzzed(command.number, now, took, credit)
    left_ms = left_to_buzz(play, asked, now)
    return e.BuzzOpened(command.number, now, took, credit, now + plan.credit_ms, left_ms)


def _in_time(play: BuzzerPlay, asked: Asked, now: int, told: int) -> None:
    if asked.life in (Life.ANSWERING, Life.LOCKED, Life.REVEALED):
        raise Rejected("too_late")
    if asked.life is Life.PAUSED:
        raise Rejected("not_now")
    opens_at = buzzes_from(play, asked)
    if not opens_at or now < opens_at:
        raise Rejected("too_early")
    if told not in (0, opens_at):
        raise Rejected("too_late")
    if asked.life is not Life.SHOWN and now > asked.deadline:
        raise Rejected("too_late")


def won(plan: Plan, play: BuzzerPlay, asked: Asked, now: int) -> e.TurnGiven | e.TurnEnded:
    """The turn of who buzzed first; who took equally long shares it.

    When the host sent away all who buzzed, the clock stands for the others.
    """
    may = may_buzz(play, asked)
    took = {number: buzz.took_ms for number, buzz in asked.buzzes.items() if number in may}
    if not took:
        return e.TurnEnded(now, Life.PAUSED)
    least = min(took.values())
    return _turn(plan, play, tuple(n for n in took if took[n] == least), now, least)


def given(plan: Plan, play: BuzzerPlay, asked: Asked, number: int, now: int) -> e.TurnGiven:
    """The turn of somebody whom the host called up; raises Rejected: not_now, not_on_floor."""
    if not asked.buzzer or asked.life not in BEFORE_A_TURN:
        raise Rejected("not_now")
    if number not in may_buzz(play, asked):
        raise Rejected("not_on_floor")
    return _turn(plan, play, (number,), now, buzzing_ms(play, asked, now))


def _turn(
    plan: Plan, play: BuzzerPlay, numbers: tuple[int, ...], now: int, took_ms: int
) -> e.TurnGiven:
    span = lead_ms(plan, len(play.floor)) + play.settings.answer_seconds * 1000
    return e.TurnGiven(numbers, now, now + span, play.settings.aloud, took_ms)


def answered(
    plan: Plan, play: BuzzerPlay, asked: Asked, command: c.SubmitAnswer, now: int
) -> e.AnswerSubmitted:
    """The answer of who has the turn, the first of each; raises Rejected."""
    by_marshal = command.by == "marshal"
    if (command.pool, command.ordinal) != (asked.pool, asked.ordinal):
        raise Rejected("too_late")
    if asked.life in BEFORE_A_TURN or (asked.turns and asked.turns[-1].aloud):
        raise Rejected("not_now")
    if not asked.turns:
        raise Rejected("too_late")
    if command.number in asked.answers and not by_marshal:
        raise Rejected("no_change")
    running = Life.CLOCK if asked.life is Life.ANSWERING else asked.life
    holders = frozenset(asked.turns[-1].numbers)
    return submitted(plan, play, replace(asked, life=running, eligible=holders), command, now)


def judged(play: BuzzerPlay, asked: Asked, command: c.JudgeTurn) -> e.TurnJudged:
    """The host's verdict on a spoken answer; raises Rejected: not_now, not_on_floor, no_change."""
    if asked.life is not Life.ANSWERING or not asked.turns[-1].aloud:
        raise Rejected("not_now")
    if command.number not in asked.turns[-1].numbers:
        raise Rejected("not_on_floor")
    if command.number in asked.judged:
        raise Rejected("no_change")
    after = replace(asked, judged=asked.judged.set(command.number, command.right))
    waiting = any(number not in after.judged for number in after.turns[-1].numbers)
    then = Life.ANSWERING if waiting else _then(play, after)
    return e.TurnJudged(command.number, command.right, then)


def ended(play: BuzzerPlay, asked: Asked, now: int) -> e.TurnEnded:
    """The end of a turn on the phone."""
    return e.TurnEnded(now, _then(play, asked))


def _then(play: BuzzerPlay, asked: Asked) -> Life:
    """Locked after a right answer; after a wrong one the others may go on, if any are left."""
    if any(right_of(asked, number) for number in asked.turns[-1].numbers):
        return Life.LOCKED
    return Life.PAUSED if play.settings.again and may_buzz(play, asked) else Life.LOCKED


def lived_on(play: BuzzerPlay, asked: Asked, event: Event) -> Asked | None:
    """The question after an event of a buzz or a turn; None for any other event."""
    match event:
        case e.BuzzOpened():
            first = Numbered({event.number: Buzz(event.at, event.took_ms)})
            stood = replace(asked, life=Life.BUZZED, deadline=event.settles_at, buzzes=first)
            return replace(stood, left_ms=event.left_ms)
        case e.Buzzed():
            buzz = Buzz(event.at, event.took_ms)
            return changed(asked, buzzes=asked.buzzes.set(event.number, buzz))
        case e.TurnGiven():
            return replace(
                asked,
                life=Life.ANSWERING,
                opens_at=event.at,
                deadline=event.deadline,
                left_ms=left_to_buzz(play, asked, event.at),
                run_ms=max(asked.run_ms, event.took_ms),
                turns=(*asked.turns, Turn(event.numbers, event.took_ms, event.aloud)),
            )
        case e.TurnJudged():
            after = replace(asked, judged=asked.judged.set(event.number, event.right))
            return _gone_on(after, event.then)
        case e.TurnEnded():
            return _gone_on(asked, event.then)
    return None


def _gone_on(asked: Asked, then: Life) -> Asked:
    if then is Life.PAUSED:
        return replace(asked, life=then, buzzes=Numbered(), missed=len(asked.turns))
    return replace(asked, life=then, left_ms=0) if then is Life.LOCKED else asked
