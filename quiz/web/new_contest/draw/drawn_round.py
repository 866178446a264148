"""The draft of a new contest: which questions its seed, quotas and swaps draw from the banks."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from quiz.banks.bank import Bank
from quiz.banks.drawing.drawing import MCQ, draw, shuffled, swap
from quiz.banks.drawing.quotas import DrawPlaces, QuotaCell, by_cell, cells, short, stock
from quiz.core.errors import Rejected
from quiz.core.nouns.model import Draw, Pool, Question, Round


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many questions each pool of a round has."""

    main: int
    reserve: int = 0
    audience: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.main + self.reserve + self.audience

    def of(self, pool: Pool) -> int:
        """Those of one pool."""
        count: int = getattr(self, pool)
        return count


@dataclass(frozen=True, slots=True)
class DrawnQuestions:
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
    """There are `have` suitable questions and `need` are wanted.

    `cells` are those that hold too little, with how many they have and need; `pool` is the one
    whose quotas are more than its questions; `tapped` means questions to be tapped.
    """

    def __init__(
        self,
        have: int,
        need: int,
        *,
        cells: dict[QuotaCell, tuple[int, int]] | None = None,
        pool: Pool | None = None,
        tapped: bool = False,
    ) -> None:
        super().__init__(have, need)
        self.have = have
        self.need = need
        self.cells = cells or {}
        self.pool = pool
        self.tapped = tapped


def drawing(
    banks: Sequence[Bank], sizes: Sizes, how: Draw, known: Mapping[str, Question] | None = None
) -> DrawnQuestions:
    """The questions that this draw gives, with each question of its swaps replaced in turn.

    A swap that can no longer be made is passed over. Where the questions were put in order by hand
    they are taken so: `known` are all by id, those of the banks unless said. Raises TooFewError.
    """
    if how.arranged:
        there = known or {each.id: each for each in all_questions(banks)}
        return as_arranged(how, there)
    enough(banks, sizes, how)
    drawn = first_draw(banks, sizes, how)
    gone: set[str] = set()
    for id in how.swaps:  # noqa: A001
        gone.add(id)
        drawn = swapped(drawn, id, banks, how, gone)
    return drawn


def as_arranged(how: Draw, known: Mapping[str, Question]) -> DrawnQuestions:
    """The questions put in order by hand, options shuffled; raises TooFewError for one lost."""
    ids = [each for pool in how.arranged for each in pool]
    lost = [each for each in ids if each not in known]
    if lost:
        raise TooFewError(len(ids) - len(lost), len(ids))
    pools = (tuple(shuffled(known[each], how.seed) for each in of_pool) for of_pool in how.arranged)
    return DrawnQuestions(*pools)


def drawn_again(banks: Sequence[Bank], round_: Round) -> DrawnQuestions:
    """What a round's record of its draw gives from these banks; raises TooFewError."""
    sizes = Sizes(len(round_.questions), len(round_.reserve), len(round_.audience))
    return drawing([bank for bank in banks if bank.id in round_.draw.banks], sizes, round_.draw)


def first_draw(banks: Sequence[Bank], sizes: Sizes, how: Draw) -> DrawnQuestions:
    """The three pools, no question twice; the main questions take first. Raises TooFewError."""
    questions, cell_of = all_questions(banks), cells(banks)
    taken = set(how.avoided)
    pools: list[tuple[Question, ...]] = []
    for number, pool in enumerate(Pool):
        room = stock(banks, taken)
        room.subtract(by_cell(how.quotas, tuple(Pool)[number + 1 :]))
        count = getattr(sizes, pool.value)
        places = DrawPlaces(count, cell_of, by_cell(how.quotas, (pool,)), room, how.topics)
        first = min(how.mcq_first, count) if pool is Pool.MAIN else 0
        try:
            drawn = draw(
                questions, count, how.seed, excluding=taken, mcq_first=first, place=places.take
            )
        except Rejected as refusal:
            raise TooFewError(int(refusal.detail), first, tapped=True) from refusal
        taken |= {question.id for question in drawn}
        pools.append(drawn)
    return DrawnQuestions(*pools)


def enough(banks: Sequence[Bank], sizes: Sizes, how: Draw) -> None:
    """Raise TooFewError when the chosen banks, topics and cells hold too little."""
    there = stock(banks, how.avoided)
    lacking = short(how.quotas, there)
    if lacking:
        counts = {cell: (there[cell], need) for cell, need in lacking.items()}
        raise TooFewError(0, 0, cells=counts)
    for pool in Pool:
        count, divided = getattr(sizes, pool.value), by_cell(how.quotas, (pool,)).total()
        if divided > count:
            raise TooFewError(count, divided, pool=pool)
    quotas = by_cell(how.quotas)
    beyond = sum(
        count - quotas[cell]
        for cell, count in there.items()
        if not how.topics or cell[1] in how.topics
    )
    if quotas.total() + beyond < sizes.total:
        raise TooFewError(quotas.total() + beyond, sizes.total)


def swapped(
    drawn: DrawnQuestions, id: str, banks: Sequence[Bank], how: Draw, gone: Collection[str]
) -> DrawnQuestions:
    """The draft with one question replaced by an unused one, or as it was if there is none."""
    used = drawn.ids() | set(gone)
    for pool, questions in drawn.pools():
        if id in {question.id for question in questions}:
            suits = replacing(drawn, pool, id, cells(banks), how)
            others = [question for question in all_questions(banks) if suits(question)]
            try:
                new = swap(questions, id, others, how.seed, excluding=used)
            except Rejected:
                return drawn
            return replace(drawn, **{pool.value: new})
    return drawn


def replacing(
    drawn: DrawnQuestions, pool: Pool, id: str, cell_of: Mapping[str, QuotaCell], how: Draw
) -> Callable[[Question], bool]:
    """What may stand in a drawn question's place: its quota and its being tapped are kept."""
    ids = [question.id for question in getattr(drawn, pool.value)]
    tapped = pool is Pool.MAIN and ids.index(id) < how.mcq_first
    cell = cell_of.get(id)
    of_quota = cell in by_cell(how.quotas, (pool,))
    avoided = frozenset(how.avoided)

    def suits(other: Question) -> bool:
        if other.id in avoided or (tapped and other.kind not in MCQ):
            return False
        if of_quota:
            return cell_of[other.id] == cell
        return not how.topics or other.topic in how.topics

    return suits


def fixed(drawn: DrawnQuestions, banks: Sequence[Bank], how: Draw) -> frozenset[str]:
    """The ids of drawn questions that nothing is left to replace."""
    used, cell_of = drawn.ids() | set(how.swaps), cells(banks)
    left = [question for question in all_questions(banks) if question.id not in used]
    return frozenset(
        question.id
        for pool, questions in drawn.pools()
        for question in questions
        if not any(map(replacing(drawn, pool, question.id, cell_of, how), left))
    )


def unused(banks: Sequence[Bank], drawn: DrawnQuestions, how: Draw) -> int:
    """How many questions are left to swap in."""
    used = drawn.ids() | set(how.swaps) | set(how.avoided)
    return sum(
        question.id not in used and (not how.topics or question.topic in how.topics)
        for question in all_questions(banks)
    )


def all_questions(banks: Sequence[Bank]) -> list[Question]:
    """The questions of all these banks."""
    return [question for bank in banks for question in bank.questions]
