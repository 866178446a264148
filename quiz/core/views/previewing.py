"""What an act would change, worked out without doing it: for the host to see before it is done."""

from quiz.core.engine.corrections import asked_at
from quiz.core.engine.engine import Engine
from quiz.core.nouns import commands as c
from quiz.core.nouns import events as e
from quiz.core.nouns.console_shapes import AskedView, PlaceChange, PreviewView
from quiz.core.nouns.state import Contest, Life
from quiz.core.standing.floor import playing
from quiz.core.standing.prizes import prize_taken
from quiz.core.standing.ranking import standings
from quiz.core.views.asked import asked_view
from quiz.core.views.people import people, person

MOST = 30
"""People named of those whom it concerns."""
Place = tuple[int, str]
"""Rank and prize."""


def preview(engine: Engine, contest: Contest, command: c.Act, now: int) -> PreviewView:
    """What the act would change; a question whose answers are in counts as settled.

    Raises:
        Rejected: as the act itself would be.
    """
    after = contest
    for part, event in enumerate(engine.decide(contest, command, now)):
        after = engine.evolve(after, event, part)
    question, corrected = _question(contest, command), _question(after, command)
    round_ = getattr(command, "round", -1)
    before, after = _settled(engine, contest), _settled(engine, after)
    on_floor, then = _on_floor(before, round_), _on_floor(after, round_)
    moves = _moves(before, after)
    winners = [engine.see(each).winner for each in (before, after)]
    return PreviewView(
        before=question,
        after=corrected,
        leaving=len(on_floor - then),
        leaves=people(contest, sorted(on_floor - then)[:MOST]),
        returning=len(then - on_floor),
        returns=people(contest, sorted(then - on_floor)[:MOST]),
        moving=len(moves),
        places=tuple(moves[:MOST]),
        winner_from=person(contest, winners[0]),
        winner_to=person(contest, winners[1]),
    )


def _question(contest: Contest, command: c.Act) -> AskedView | None:
    """The question that the act puts right."""
    entry: int | None = getattr(command, "entry", None)
    if entry is None:
        return None
    return asked_view(asked_at(contest, getattr(command, "round", -1), entry))


def _settled(engine: Engine, contest: Contest) -> Contest:
    """The contest with what the open question's answers would lead to."""
    asked = contest.play.current if contest.play else None
    if asked is None or asked.life not in (Life.LOCKED, Life.REVEALED):
        return contest
    return engine.evolve(contest, e.QuestionSettled())


def _on_floor(contest: Contest, round_: int) -> frozenset[int]:
    return playing(contest.plays[round_].floor) if contest.plays else frozenset()


def _moves(before: Contest, after: Contest) -> list[PlaceChange]:
    """Whose place changes: those with another prize first, then by the place they would have."""
    old, new = _places(before), _places(after)
    changes = [_change(before, n, old.get(n), new.get(n)) for n in sorted({*old, *new})]
    found = [change for change in changes if change is not None]
    return sorted(found, key=lambda each: (each.prize_from == each.prize_to, each.rank_to or 0))


def _change(
    contest: Contest, number: int, old: Place | None, new: Place | None
) -> PlaceChange | None:
    someone = person(contest, number)
    if old == new or someone is None:
        return None
    (rank_from, prize_from), (rank_to, prize_to) = old or (None, ""), new or (None, "")
    return PlaceChange(someone, rank_from, rank_to, prize_from, prize_to)


def _places(contest: Contest) -> dict[int, Place]:
    names = [*(prize.name for prize in contest.plan.prizes), ""]
    return {row.number: (row.rank, names[prize_taken(contest, row)]) for row in standings(contest)}
