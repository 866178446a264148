"""A question's life and its clock: the instant, what has run, what is left, the credit."""

from dataclasses import replace

from quiz.core.nouns import events as e
from quiz.core.nouns.event import Event
from quiz.core.nouns.model import Plan
from quiz.core.nouns.state import Asked, Life
from quiz.core.question.losing import given_back, lost


def lead_ms(plan: Plan, people: int) -> int:
    """How far ahead (ms) the common instant lies in a hall of so many phones.

    The more phones, the longer a push takes to the last of them: a tenth of a millisecond for
    each is more than it took when measured with thousands.
    """
    return plan.lead_ms + people // 10


def back_within_ms(people: int) -> int:
    """Over how long (ms) so many phones are to spread when all have to come back.

    Some nine hundred a second: the server has some of its time left for those who are back.
    """
    return people + people // 10


def clock_run(asked: Asked, now: int) -> int:
    """How much of the question's clock has run at `now` (ms), pauses left out."""
    run = max(0, min(now, asked.deadline) - asked.opens_at) if asked.life is Life.CLOCK else 0
    return asked.run_ms + run


def credited(credit_ms: int, ran_ms: int, most_ms: int) -> int:
    """By how much the time counted is shorter than the clock that ran, never below zero.

    It makes up for the way through the network; whether an answer came in time is decided
    without it.
    """
    return max(0, min(credit_ms, ran_ms, most_ms))


def left(asked: Asked, now: int) -> int:
    """Clock time left at `now` (ms), never more than was given."""
    return max(0, asked.deadline - max(now, asked.opens_at))


def stopped(asked: Asked, at: int, left_ms: int) -> Asked:
    """The question with its clock standing since `at`."""
    return replace(asked, life=Life.PAUSED, run_ms=clock_run(asked, at), left_ms=left_ms)


def lived_on(asked: Asked, event: Event) -> Asked:
    """The question after an event of its life."""
    match event:
        case e.QuestionShown(show_at, 0):
            return replace(asked, life=Life.SHOWN, show_at=show_at)
        case e.QuestionShown(show_at, deadline):
            clock = replace(asked, show_at=show_at, opens_at=show_at, deadline=deadline)
            return replace(clock, life=Life.CLOCK)
        case e.ClockStarted():
            clock = replace(asked, opens_at=event.opens_at, deadline=event.deadline, lost=None)
            return replace(clock, life=Life.CLOCK)
        case e.ClockPaused() if asked.life is Life.CLOCK:
            return stopped(asked, event.at, event.left_ms)
        case e.ClockResumed():
            clock = replace(asked, opens_at=event.at, deadline=event.deadline, left_ms=0)
            return replace(clock, life=Life.CLOCK)
        case e.TimeAdded() if asked.life is Life.PAUSED:
            return replace(asked, left_ms=asked.left_ms + event.ms)
        case e.TimeAdded():
            return replace(asked, deadline=asked.deadline + event.ms)
        case e.ServerStopped():
            return replace(asked, lost=lost(asked, event.since, event.until))
        case e.TimeGivenBack():
            return given_back(asked, event.at, event.ms)
        case e.QuestionClosed():
            return replace(asked, life=Life.LOCKED, left_ms=0)
        case e.KeyRevealed():
            return replace(asked, life=Life.REVEALED)
    return asked
