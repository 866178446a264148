"""The draft of a new contest: which questions its seed and swaps draw from the chosen banks."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from quiz.banks.bank import Bank
from quiz.banks.drawing import draw, swap
from quiz.core.errors import Rejected
from quiz.core.model import Kind, Pool, Question

TAPPED = (Kind.ONE, Kind.SEVERAL, Kind.TRUE_FALSE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to draw: how many questions of which topics (none: all)."""

    main: int
    reserve: int
    audience: int
    mcq_first: int = 0
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawn:
    """The questions drawn for a round, by pool."""

    main: tuple[Question, ...]
    reserve: tuple[Question, ...]
    audience: tuple[Question, ...]

    def pools(self) -> tuple[tuple[Pool, tuple[Question, ...]], ...]:
        """The pools that have questions, in the order they are used."""
        pools = (
            (Pool.MAIN, self.main),
            (Pool.RESERVE, self.reserve),
            (Pool.AUDIENCE, self.audience),
        )
        return tuple((pool, questions) for pool, questions in pools if questions)

    def ids(self) -> frozenset[str]:
        """The ids of all questions drawn."""
        return frozenset(question.id for _, pool in self.pools() for question in pool)


class TooFewError(Exception):
    """There are `have` suitable questions and `need` are wanted; `tapped`: to be tapped."""

    def __init__(self, have: int, need: int, *, tapped: bool = False) -> None:
        super().__init__(have, need)
        self.have = have
        self.need = need
        self.tapped = tapped


def drawing(banks: Sequence[Bank], wanted: Wanted, seed: str, swaps: Sequence[str]) -> Drawn:
    """The questions that this seed draws, with each question of `swaps` replaced in turn.

    A swap that can no longer be made is passed over. Raises TooFewError.
    """
    questions = [question for bank in banks for question in bank.questions]
    drawn = first_draw(questions, wanted, seed)
    gone: set[str] = set()
    for id in swaps:  # noqa: A001
        gone.add(id)
        drawn = swapped(drawn, id, questions, wanted, seed, gone)
    return drawn


def first_draw(questions: Sequence[Question], wanted: Wanted, seed: str) -> Drawn:
    """The three pools, no question twice; the main questions take first. Raises TooFewError."""
    enough(questions, wanted)
    mcq_first = min(wanted.mcq_first, wanted.main)
    taken: set[str] = set()
    pools: list[tuple[Question, ...]] = []
    for count, tapped in ((wanted.main, mcq_first), (wanted.reserve, 0), (wanted.audience, 0)):
        pool = draw(questions, count, seed, topics=wanted.topics, excluding=taken, mcq_first=tapped)
        taken |= {question.id for question in pool}
        pools.append(pool)
    return Drawn(*pools)


def enough(questions: Sequence[Question], wanted: Wanted) -> None:
    """Raise TooFewError when the chosen banks and topics hold too little."""
    suitable = [
        question for question in questions if not wanted.topics or question.topic in wanted.topics
    ]
    need = wanted.main + wanted.reserve + wanted.audience
    if len(suitable) < need:
        raise TooFewError(len(suitable), need)
    tapped = sum(question.kind in TAPPED for question in suitable)
    first = min(wanted.mcq_first, wanted.main)
    if tapped < first:
        raise TooFewError(tapped, first, tapped=True)


def swapped(
    drawn: Drawn,
    id: str,
    questions: Sequence[Question],
    wanted: Wanted,
    seed: str,
    gone: Collection[str],
) -> Drawn:
    """The draft with one question replaced by an unused one, or as it was if there is none."""
    used = drawn.ids() | set(gone)
    for name, pool in drawn.pools():
        if id in {question.id for question in pool}:
            try:
                new = swap(pool, id, questions, seed, topics=wanted.topics, excluding=used)
            except Rejected:
                return drawn
            return replace(drawn, **{name.value: new})
    return drawn


def unused(banks: Sequence[Bank], wanted: Wanted, drawn: Drawn, swaps: Collection[str]) -> int:
    """How many questions are left to swap in."""
    used = drawn.ids() | set(swaps)
    return sum(
        question.id not in used and (not wanted.topics or question.topic in wanted.topics)
        for bank in banks
        for question in bank.questions
    )
