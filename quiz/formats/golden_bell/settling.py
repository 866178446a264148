"""What follows from a question's answers: credit, who leaves, who is spared."""

from dataclasses import replace

from quiz.core.copying import changed
from quiz.core.nouns.model import Pool
from quiz.core.nouns.state import Asked, Tally
from quiz.core.numbered import Numbered
from quiz.core.question import asking
from quiz.core.question.judging import rightly
from quiz.core.standing.floor import leave, logged
from quiz.formats.golden_bell.play import GoldenBellPlay


def settled(play: GoldenBellPlay, asked: Asked) -> GoldenBellPlay:
    """The play with an asked question's consequences: points, who leaves, who is spared."""
    right: dict[int, Tally] = {}
    losers, judged = set[int](), 0
    points = asking.points_of(play, asked)
    for number in asked.eligible:
        tally = play.floor.get(number)
        if tally is not None and tally.playing == (asked.pool is Pool.AUDIENCE):
            continue
        # Who was taken out since counts as they did then: nobody who answered can be.
        judged += 1
        given = asked.answers.get(number) if tally else None
        if tally and given and not asked.voided and number in rightly(asked):
            right[number] = _credited(tally, asked.pool, points, given.took_ms)
        elif play.settings.out_on_none if given is None else play.settings.out_on_wrong:
            losers.add(number)
    entry = len(play.log)
    spared = play.spared
    if asked.voided or asked.pool is Pool.AUDIENCE:
        losers = set()
    elif losers and len(losers) == judged and _spares(play, asked):
        losers, spared = set(), (*spared, entry)
    floor = leave(play.floor.merged(right), losers, entry)
    if asked.pool is Pool.MAIN:
        floor = _survived(floor, asked.ordinal)
        play = replace(play, rescue_handled=False)
    return logged(replace(play, spared=spared), asked, floor, len(losers))


def _credited(tally: Tally, pool: Pool, points: int, took_ms: int) -> Tally:
    if pool is Pool.AUDIENCE:
        return changed(tally, audience=tally.audience + 1)
    time_ms = tally.time_ms + took_ms
    if pool is Pool.RESERVE:
        return changed(tally, reserve=tally.reserve + 1, time_ms=time_ms)
    points += tally.points
    return changed(tally, correct=tally.correct + 1, points=points, time_ms=time_ms)


def _spares(play: GoldenBellPlay, asked: Asked) -> bool:
    """Whether a question that everybody got wrong takes nobody."""
    if asked.pool is Pool.RESERVE:
        return True
    if asked.ordinal == len(play.round.questions) or play.settings.all_wrong == "out":
        return False
    mains = [place for place in play.spared if _is_main(play, place)]
    return play.settings.all_wrong == "spare" or not mains


def _is_main(play: GoldenBellPlay, place: int) -> bool:
    entry = play.log[place]
    return isinstance(entry, Asked) and entry.pool is Pool.MAIN


def _survived(floor: Numbered[Tally], ordinal: int) -> Numbered[Tally]:
    return floor.merged(
        {
            number: changed(tally, survived=ordinal)
            for number, tally in floor.items()
            if tally.playing
        }
    )
