"""Duplicates: questions that are the same or nearly the same, in a library of thousands.

Two questions that can be alike share one of the rarest word pairs of their texts, so only those
are compared word by word. Numbers and negations must be the same: «Điều 5» is not «Điều 6».
"""

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from quiz.banks.importing.values.names import plain
from quiz.core.nouns.model import Kind, Question
from quiz.core.views.seeing import key_text
from quiz.resting import rested

LEAST_SHARED = 0.4
"""Share of word pairs, of all that two texts have, below which they are not compared."""
SAME_KEY = 0.75
"""How alike texts with the same answer must be."""
STATEMENT = 0.92
"""How alike texts must be where nothing else tells them apart: true or false, other answers."""
OTHER_KEY = 0.85
"""How alike texts and options with different answers must be."""
MOST_COMPARED = 50
"""Questions that share one word pair, or all their words, beyond which no more are compared."""
MOST_KEPT = 20_000
"""Size of the cache of questions taken apart: some libraries."""
DECISIVE = re.compile(r"\d+|[ivxl]+|khong|chua|sai|tru|nhat")

Contents = tuple[tuple[str, ...], str, frozenset[str]]
"""A question's words, its answer and its options, bare of marks."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two questions that are alike; `share` (0–1) is how much, 1 the same words.

    `other_key`: their answers differ, so one of them may be wrong.
    """

    one: Question
    other: Question
    share: float
    other_key: bool = False


@dataclass(frozen=True, slots=True)
class ComparedQuestion:
    """A question taken apart for comparing."""

    question: Question
    text: tuple[str, ...]
    pairs: frozenset[str]
    decisive: tuple[str, ...]
    key: str
    options: frozenset[str]

    @property
    def contents(self) -> Contents:
        """What it has in common with its copies."""
        return self.text, self.key, self.options


class Alike:
    """Questions ready to be asked which of them are like another one."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self._words = [taken_apart(question) for question in rested(questions)]
        self._common = Counter(pair for words in rested(self._words) for pair in words.pairs)
        self._pairs: tuple[Pair, ...] | None = None
        self._rare: dict[str, list[int]] = defaultdict(list)
        self._same: dict[Contents, list[int]] = defaultdict(list)
        for place, words in enumerate(rested(self._words)):
            # Of thousands that are all alike, each is compared with the first of them.
            put(self._same[words.contents], place)
            for pair in self._rarest(words):
                put(self._rare[pair], place)

    def like(self, question: Question) -> tuple[Pair, ...]:
        """The questions like this one, the most alike first; not the one of the same id."""
        asked = taken_apart(question)
        known = (self._words[place] for place in sorted(self._candidates(asked)))
        others = (words for words in known if words.question.id != question.id)
        return best_first(paired(asked, other) for other in others)

    def pairs(self) -> tuple[Pair, ...]:
        """All that are alike, the most alike first, each pair once."""
        if self._pairs is None:
            self._pairs = best_first(
                paired(self._words[place], words)
                for later, words in enumerate(rested(self._words))
                for place in sorted(self._candidates(words))
                if place < later
            )
        return self._pairs

    def _candidates(self, words: ComparedQuestion) -> set[int]:
        near = {place for pair in self._rarest(words) for place in self._rare.get(pair, ())}
        return near.union(self._same.get(words.contents, ()))

    def _rarest(self, words: ComparedQuestion) -> Sequence[str]:
        """So many of the rarest word pairs that two texts alike enough share one of them."""
        ordered = sorted(words.pairs, key=lambda pair: (self._common[pair], pair))
        return ordered[: int(len(ordered) * (1 - LEAST_SHARED)) + 1]


def put(places: list[int], place: int) -> None:
    """Add a place to those that are compared, as long as there is room."""
    if len(places) < MOST_COMPARED:
        places.append(place)


@lru_cache(maxsize=MOST_KEPT)
def taken_apart(question: Question) -> ComparedQuestion:
    """The question's words, bare of marks."""
    words = tuple(plain(question.text).split())
    neighbours = frozenset(map(" ".join, itertools.pairwise(words)))
    return ComparedQuestion(
        question=question,
        text=words,
        pairs=neighbours or frozenset(words),
        decisive=tuple(sorted(word for word in words if DECISIVE.fullmatch(word))),
        key=plain(key_words(question)),
        options=frozenset(map(plain, question.options)),
    )


def key_words(question: Question) -> str:
    """The answer in words that do not depend on the order of the options."""
    chosen = [entry for entry in question.key if not isinstance(entry, str)]
    if not chosen or question.kind is Kind.ORDER:
        return key_text(question)
    return " / ".join(sorted(question.options[place] for entry in chosen for place in entry))


def paired(one: ComparedQuestion, other: ComparedQuestion) -> Pair | None:
    """The two as a pair, if they are alike."""
    if one.decisive != other.decisive or shared(one.pairs, other.pairs) < LEAST_SHARED:
        return None
    text = SequenceMatcher(None, one.text, other.text, autojunk=False).ratio()
    if one.key == other.key:
        kinds = {one.question.kind, other.question.kind}
        least = STATEMENT if Kind.TRUE_FALSE in kinds else SAME_KEY
        share = text
    else:
        least = OTHER_KEY if one.options else STATEMENT
        share = min(text, (text + shared(one.options, other.options)) / 2)
    other_key = one.key != other.key
    return Pair(one.question, other.question, share, other_key) if share >= least else None


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """What two sets share, of all they have; 1 for two empty ones."""
    together = len(one | other)
    return len(one & other) / together if together else 1.0


def best_first(pairs: Iterable[Pair | None]) -> tuple[Pair, ...]:
    """Those that are pairs, the most alike first."""
    return tuple(sorted((pair for pair in pairs if pair), key=lambda pair: -pair.share))
