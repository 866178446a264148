"""Full-text search: finding questions of a library by their words and by what they are."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from quiz.banks.importing.values.names import plain
from quiz.core.nouns.citing import is_secondary
from quiz.core.nouns.model import Kind, Question
from quiz.core.views.seeing import key_text
from quiz.resting import rested

MOST_KEPT = 20_000
"""Size of the cache of questions with their words ready: some libraries."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody looks for; empty fields (0 for the difficulty) ask for nothing."""

    words: str = ""
    topic: str = ""
    difficulty: int = 0
    kind: str = ""
    source_status: str = ""


def found(questions: Iterable[Question], wanted: Wanted) -> tuple[Question, ...]:
    """The questions that answer to all that is wanted, in their order."""
    asked = [(plain(word) != folded(word), word) for word in wanted.words.split()]
    exact = [folded(word) for marked, word in asked if marked]
    bare = [part for marked, word in asked if not marked for part in plain(word).split()]
    return tuple(
        question
        for question in rested(questions)
        if is_wanted(question, wanted) and has_words(question, exact, bare)
    )


def is_wanted(question: Question, wanted: Wanted) -> bool:
    """Whether topic, difficulty, kind and status are those wanted."""
    pairs = (
        (wanted.topic, question.topic),
        (wanted.difficulty, question.difficulty),
        (wanted.kind and Kind(wanted.kind), question.kind),
    )
    wanted_source = not wanted.source_status or wanted.source_status == source_of(question)
    return wanted_source and all(not asked or asked == has for asked, has in pairs)


def source_of(question: Question) -> str:
    """The status of its source; none where it is somebody's own question without one."""
    own = question.source_status == "secondary" and not is_secondary(question)
    return "" if own else question.source_status


def has_words(question: Question, exact: Iterable[str], bare: Iterable[str]) -> bool:
    """Whether words typed with their marks stand in the question so, and bare ones anyhow."""
    with_marks, without = haystack(question)
    return all(word in with_marks for word in exact) and all(word in without for word in bare)


@lru_cache(maxsize=MOST_KEPT)
def haystack(question: Question) -> tuple[str, str]:
    """Everything in a question that people may remember: with its marks, and bare."""
    texts = (question.text, *question.options, key_text(question), question.explanation)
    whole = "\n".join((*texts, question.citation, question.topic, question.id))
    return folded(whole), plain(whole)


def folded(text: str) -> str:
    """Composed letters, no capitals."""
    return unicodedata.normalize("NFC", text).casefold()
