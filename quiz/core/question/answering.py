"""Taking an answer: in time, from somebody who may, in a form that can be right."""

from quiz.core.copying import changed
from quiz.core.errors import Rejected
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.competitors import own_answer, stands_as
from quiz.core.nouns.model import Plan, Pool
from quiz.core.nouns.state import Asked, Given, Life, Play
from quiz.core.question.checking import checked
from quiz.core.question.timing import clock_run, credited


def submitted(
    plan: Plan, play: Play, asked: Asked, command: c.SubmitAnswer, now: int
) -> e.AnswerSubmitted:
    """The answer as it is recorded; raises Rejected: too_late, not_on_floor, bad_answer, …."""
    if not asked.is_meant(command.pool, command.ordinal, command.asked):
        raise Rejected("too_late")
    by_marshal = command.by == "marshal"
    _in_time(asked, now, by_marshal=by_marshal)
    number = command.number if play.sides is None else stands_as(play, command.number)
    tally = play.floor.get(number)
    if tally is None or number not in asked.eligible:
        raise Rejected("not_on_floor")
    if asked.pool is not Pool.AUDIENCE and not tally.playing:
        raise Rejected("not_on_floor")
    if (
        not play.settings.change_answer
        and not by_marshal
        and own_answer(play, asked, command.number) is not None
    ):
        raise Rejected("no_change")
    answer = checked(asked.question, command.answer)
    ran = clock_run(asked, now)
    credit = 0 if by_marshal else credited(command.credit_ms, ran, plan.credit_ms)
    return e.AnswerSubmitted(command.number, answer, now, ran - credit, command.by, credit)


def _in_time(asked: Asked, now: int, *, by_marshal: bool) -> None:
    """Raise unless an answer received at `now` counts; a marshal may until the reveal."""
    if by_marshal and asked.life in (Life.CLOCK, Life.PAUSED, Life.LOCKED):
        return
    if asked.life in (Life.LOCKED, Life.REVEALED):
        raise Rejected("too_late")
    if asked.life is Life.PAUSED:
        raise Rejected("not_now")
    if asked.life is not Life.CLOCK or now < asked.opens_at:
        raise Rejected("too_early")
    if now > asked.deadline:
        raise Rejected("too_late")


def answered(asked: Asked | None, event: e.AnswerSubmitted) -> Asked | None:
    """The question with one more answer, or with a later one in the place of the first."""
    if asked is None:
        return None
    given = Given(event.answer, event.at, event.took_ms, event.by)
    return changed(asked, answers=asked.answers.set(event.number, given))
