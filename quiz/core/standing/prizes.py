"""Who takes which prize, what the ceremony has still to show, and what a host should know first."""

from dataclasses import dataclass
from itertools import groupby

from quiz.core.nouns.model import Prize
from quiz.core.nouns.state import Contest, Stage, Tally
from quiz.core.standing.ranking import Standing, standings


def prize_of(rank_: int, prizes: tuple[Prize, ...]) -> int:
    """Which prize (index from the highest) this rank takes, -1 for none."""
    upper = 0
    for index, prize in enumerate(prizes):
        upper += prize.count
        if rank_ <= upper:
            return index
    return -1


def prize_taken(contest: Contest, standing: Standing) -> int:
    """Which prize this place takes, -1 for none."""
    won = contest.play is not None and contest.play.winner == standing.number
    if contest.plan.prizes_from.earned and not won and not has_something(standing.tally):
        return -1
    return prize_of(standing.rank, contest.plan.prizes)


def has_something(tally: Tally) -> bool:
    """Whether somebody was right once, or has points."""
    return tally.correct > 0 or tally.reserve > 0 or tally.points > 0


def winners(contest: Contest) -> tuple[tuple[Standing, ...], ...]:
    """For each prize from the highest down who takes it, as the standings are."""
    found: list[list[Standing]] = [[] for _ in contest.plan.prizes]
    for row in _prized(contest):
        index = prize_taken(contest, row)
        if index >= 0:
            found[index].append(row)
    return tuple(tuple(rows) for rows in found)


def prizes_in_all(contest: Contest) -> int:
    """How many places take a prize."""
    return sum(prize.count for prize in contest.plan.prizes)


def _prized(contest: Contest) -> tuple[Standing, ...]:
    """The places that prizes are for, and all who share the last of them."""
    ranked, places = standings(contest), prizes_in_all(contest)
    return tuple(row for row in ranked if row.shared <= places)


def next_shown(contest: Contest) -> int:
    """How many prizes will be shown after the next step of the ceremony, from the lowest up.

    Where prizes are earned, one that nobody takes is passed over. 0: nothing is left to show.
    """
    plan = contest.plan
    steps = range(contest.prizes_shown + 1, len(plan.prizes) + 1)
    taken = winners(contest) if plan.prizes_from.earned else (True,) * len(plan.prizes)
    return next((step for step in steps if taken[-step]), 0)


def is_ceremony_over(contest: Contest) -> bool:
    """Whether every prize was shown that is to be."""
    return contest.stage is Stage.FINISHED and not next_shown(contest)


@dataclass(frozen=True, slots=True)
class PrizeDoubt:
    """What a host should know of a prize before it is given.

    `kind` is `lot`: equals are told apart by lot, or `few`: fewer take it than there are of it.
    `numbers` are who is concerned.
    """

    kind: str
    prize: int
    numbers: tuple[int, ...]


def doubts(contest: Contest) -> tuple[PrizeDoubt, ...]:
    """What is doubtful about the prizes, as the standings are."""
    return (*_by_lot(contest), *_few(contest))


def _by_lot(contest: Contest) -> tuple[PrizeDoubt, ...]:
    found = []
    for _, group in groupby(_prized(contest), key=lambda row: row.shared):
        equals = tuple(group)
        taken = [prize_taken(contest, row) for row in equals]
        if len(set(taken)) > 1:
            highest = min(index for index in taken if index >= 0)
            found.append(PrizeDoubt("lot", highest, tuple(row.number for row in equals)))
    return tuple(found)


def _few(contest: Contest) -> tuple[PrizeDoubt, ...]:
    return tuple(
        PrizeDoubt("few", index, tuple(row.number for row in rows))
        for index, rows in enumerate(winners(contest))
        if len(rows) < contest.plan.prizes[index].count
    )
