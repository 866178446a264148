"""Rounds played, once more entry by entry: the floor and the standings after each.

Corrections are counted in from the start, as the contest's own state does after each of them.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from quiz.core.evidence.chronicle import QuestionPlace
from quiz.core.nouns import events as e
from quiz.core.nouns.rules import Formats, RoundRules
from quiz.core.nouns.state import Adjusted, Asked, Contest, LogEntry, Play, Returned, Tally
from quiz.core.numbered import Numbered
from quiz.core.standing.floor import cleared
from quiz.core.standing.ranking import Standing, standings


@dataclass(frozen=True, slots=True)
class RetracedStep:
    """A question of a log: the floor before and after it, the standings after it by number."""

    place: QuestionPlace
    asked: Asked
    before: Numbered[Tally]
    after: Numbered[Tally]
    ranked: Mapping[int, Standing]


def retraced(
    formats: Formats, contest: Contest, late: Mapping[int, tuple[int, int]]
) -> Iterator[RetracedStep]:
    """Every question of every round; `late` as in `Chronicle`."""
    plays = contest.plays
    for index, play in enumerate(plays):
        here = {number: length for number, (round_, length) in late.items() if round_ == index}
        before = cleared(play.floor)
        for entry, after in after_each(formats[play.round.format].rules, play, here):
            if isinstance(entry, Asked):
                rows = standings(contest, (*plays[:index], after))
                place = (index, entry.pool, entry.ordinal)
                ranked = {row.number: row for row in rows}
                yield RetracedStep(place, entry, before, after.floor, ranked)
            before = after.floor


def after_each(
    rules: RoundRules[Play], play: Play, late: Mapping[int, int]
) -> Iterator[tuple[LogEntry, Play]]:
    """Each entry of the log with the play after it.

    `late` says how long the log was when somebody joined who was not there from the start.
    """
    seats = cleared(play.floor)
    floor = seats
    for number in late:
        floor = floor.without(number)
    again = rules.start(play.round, floor)
    for place, entry in enumerate(play.log):
        newcomers = {n: tally for n, tally in seats.items() if late.get(n) == place}
        again = _after(rules, replace(again, floor=again.floor.merged(newcomers)), entry)
        yield entry, again


def _after(rules: RoundRules[Play], play: Play, entry: LogEntry) -> Play:
    if isinstance(entry, Asked):
        return rules.evolve(replace(play, current=entry), e.QuestionSettled())
    if isinstance(entry, Returned):
        return rules.evolve(play, e.ContestantsRescued(entry.numbers, entry.by_rule))
    if isinstance(entry, Adjusted):
        return rules.evolve(play, e.ScoreCorrected(entry.number, entry.points, entry.reason))
    return rules.evolve(play, e.ContestantEliminated(entry.number, entry.reason))
