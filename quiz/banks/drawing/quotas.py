"""Quotas of a draw: so many questions of a bank's topic and difficulty, and what there is of it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from quiz.banks.bank import Bank
from quiz.core.nouns.model import Pool, Question, Quota

QuotaCell = tuple[str, str, int]
"""A bank's id, a topic of it and a difficulty."""


def cells(banks: Iterable[Bank]) -> dict[str, QuotaCell]:
    """Where each question of these banks belongs, by its id."""
    return {
        question.id: (bank.id, question.topic, question.difficulty)
        for bank in banks
        for question in bank.questions
    }


def stock(banks: Iterable[Bank], avoided: Collection[str] = ()) -> Counter[QuotaCell]:
    """How many questions there are in each cell, those with an id in `avoided` left out."""
    placed = cells(banks)
    return Counter(cell for id, cell in placed.items() if id not in avoided)  # noqa: A001


def by_cell(quotas: Iterable[Quota], pools: Collection[Pool] = tuple(Pool)) -> Counter[QuotaCell]:
    """How many questions these pools must have from each cell."""
    counts: Counter[QuotaCell] = Counter()
    for quota in quotas:
        if quota.pool in pools:
            counts[quota.bank, quota.topic, quota.difficulty] += quota.count
    return counts


def short(quotas: Sequence[Quota], there: Mapping[QuotaCell, int]) -> dict[QuotaCell, int]:
    """The cells that hold too little for the quotas of all pools, and what they must hold."""
    return {cell: need for cell, need in by_cell(quotas).items() if need > there.get(cell, 0)}


class DrawPlaces:
    """The places of one draw: those of its quotas, and free ones for questions of any topic.

    `cell_of` says where each question belongs, `wanted` is how many of each cell must be drawn,
    `room` how many may be: the rest is kept for later draws. Free places take `topics` only.
    """

    def __init__(
        self,
        count: int,
        cell_of: Mapping[str, QuotaCell],
        wanted: Mapping[QuotaCell, int],
        room: Mapping[QuotaCell, int],
        topics: Collection[str] = (),
    ) -> None:
        self._cell_of = cell_of
        self._wanted = Counter(wanted)
        self._room = Counter(room)
        self._free = count - sum(wanted.values())
        self._topics = topics

    def take(self, question: Question) -> bool:
        """Give the question a place, if there is one that it may have."""
        cell = self._cell_of[question.id]
        if self._wanted[cell] > 0:
            self._wanted[cell] -= 1
        elif self._spare(cell, question.topic):
            self._free -= 1
        else:
            return False
        self._room[cell] -= 1
        return True

    def _spare(self, cell: QuotaCell, topic: str) -> bool:
        of_topic = not self._topics or topic in self._topics
        return of_topic and self._free > 0 and self._room[cell] > 0
