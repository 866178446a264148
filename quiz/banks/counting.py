"""What a bank holds, in numbers."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from quiz.core.nouns.citing import is_secondary
from quiz.core.nouns.model import Kind, Question


@dataclass(frozen=True, slots=True)
class BankCounts:
    """How many questions there are of each kind, difficulty (1–3) and source status."""

    total: int
    kinds: Mapping[Kind, int]
    difficulties: Mapping[int, int]
    verified: int
    secondary: int


def counted(questions: Iterable[Question]) -> BankCounts:
    """The counts; kinds that no question has are left out, kinds in their usual order."""
    pool = tuple(questions)
    kinds = Counter(question.kind for question in pool)
    levels = Counter(question.difficulty for question in pool)
    return BankCounts(
        total=len(pool),
        kinds={kind: kinds[kind] for kind in Kind if kinds[kind]},
        difficulties={level: levels[level] for level in sorted(levels)},
        verified=sum(question.source_status == "verified" for question in pool),
        secondary=sum(map(is_secondary, pool)),
    )
