"""Taking the last act back, without losing who joined and what was answered since."""

from dataclasses import replace

from quiz.core.floor import seat
from quiz.core.judging import called
from quiz.core.numbered import Numbered
from quiz.core.state import Asked, Contest, Given, Life, Play, Stage
from quiz.core.timing import left, stopped

_STOPPED = ("ClockPaused", "LifelineUsed", "BuzzOpened", "TurnGiven")
"""Acts that stop a clock."""


def undone(contest: Contest, at: int) -> Contest:
    """The contest as before its last act, taken back at `at` (ms).

    Newcomers stay; answers to the question still open stay; a clock that ran comes back
    paused with the time it still had, since nobody can be given seconds that have passed.
    Those during which it stood have not.
    """
    before = contest.before
    assert before is not None
    newcomers = [
        contestant for number, contestant in contest.contestants.items() if number > before.joined
    ]
    contestants = before.contestants
    for contestant in newcomers:
        contestants = contestants.set(contestant.number, contestant)
    plays = before.plays
    if plays and before.stage is Stage.PLAYING:
        play = _kept(plays[-1], contest.plays[-1], _ran_until(contest, at))
        for contestant in newcomers:
            play = replace(play, floor=seat(play.floor, contestant))
        plays = (*plays[:-1], play)
    return replace(before, contestants=contestants, joined=contest.joined, plays=plays)


def _ran_until(contest: Contest, at: int) -> int:
    """Until when a clock ran that is taken back to at `at` (ms)."""
    was = contest.before.plays[-1].current if contest.before else None
    now = contest.plays[-1].current
    if contest.last_act in _STOPPED and was and now and was.life is Life.CLOCK:
        return was.deadline - now.left_ms
    return at


def _kept(before: Play, now: Play, at: int) -> Play:
    """The play of before with the answers of now and its clock standing.

    Buzzes of now are kept only while who was first is being found out: after the first buzz is
    taken back nobody has buzzed, and a turn taken back to has the buzzes that led to it.
    """
    asked = before.current
    if asked is None:
        return before
    if now.current is not None and _same(asked, now.current):
        asked = replace(asked, answers=_answers(asked, now.current))
        if asked.life is now.current.life is Life.BUZZED:
            asked = replace(asked, buzzes=now.current.buzzes)
        # Whom an act took out of the question or put back changes nothing about its clock.
        if asked == replace(now.current, eligible=asked.eligible):
            return replace(before, current=asked)
    return replace(before, current=_standing(asked, at))


def _answers(asked: Asked, now: Asked) -> Numbered[Given]:
    """The answers of now; where a turn is taken back its answer goes with it."""
    if not asked.buzzer:
        return now.answers
    return now.answers.excluding(frozenset(now.answers) - called(asked))


def _standing(asked: Asked, at: int) -> Asked:
    """The question with nothing running that ended meanwhile.

    A buzz that was not decided yet, and a turn on the phone that ended, are taken back whole.
    """
    if asked.life is Life.CLOCK:
        return stopped(asked, at, left(asked, at))
    if asked.life is Life.BUZZED:
        run_ms = min(buzz.took_ms for buzz in asked.buzzes.values())
        return replace(asked, life=Life.PAUSED, run_ms=run_ms, buzzes=Numbered())
    if asked.life is Life.ANSWERING and not asked.turns[-1].aloud:
        answers = asked.answers
        for number in asked.turns[-1].numbers:
            answers = answers.without(number)
        turns = asked.turns[:-1]
        return replace(asked, life=Life.PAUSED, turns=turns, answers=answers, buzzes=Numbered())
    return asked


def _same(one: Asked, other: Asked) -> bool:
    return (one.pool, one.ordinal) == (other.pool, other.ordinal)
