"""The mark of a file: the look or sign that most of its keys have, learned before any is read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from quiz.banks.importing.readers.word.questions.marks import WrittenOption, set_apart

TEXT_ONLY = "italic text"
"""Italics of an option's words without its letter: often a title or a name, seldom a mark."""
FEW, MANY = 3, 10
"""Questions that a look marks for it to be a mark beside those of most questions, or for lack of
one: files are put together from several."""
Marks = Mapping[str, frozenset[int]]
"""The options that each look sets apart in one question."""


@dataclass(frozen=True, slots=True)
class ReadMark:
    """The options marked in one question; `other`: marked, but not as the file marks its keys."""

    right: tuple[int, ...] = ()
    other: tuple[int, ...] = ()


def read_marks(
    questions: Sequence[Sequence[WrittenOption]], written: Sequence[bool]
) -> list[ReadMark]:
    """For the options of each question, those that are marked as right.

    `written` says of each question whether its key is written in words, too.
    """
    marks = [plausible(set_apart(choices), len(choices)) for choices in questions]
    asked = sum(len(choices) > 1 for choices in questions)
    if 2 * sum(TEXT_ONLY in each for each in marks) <= asked:
        marks = [without(each, TEXT_ONLY) for each in marks]
    keyed = sum(bool(each) or told for each, told in zip(marks, written, strict=True))
    own = looks_of_file(marks, keyed)
    return [read_mark(each, own) for each in marks]


def plausible(marks: Marks, options: int) -> Marks:
    """The looks that may mark a key: those of most options do not, beside one of a single one."""
    if not any(len(places) == 1 for places in marks.values()):
        return marks
    return {look: places for look, places in marks.items() if 2 * len(places) <= options}


def without(marks: Marks, look: str) -> Marks:
    """The marks but for one look."""
    return {name: places for name, places in marks.items() if name != look}


def looks_of_file(marks: Sequence[Marks], keyed: int) -> frozenset[str]:
    """The looks of most of the marked questions and half of those with keys, or of many."""
    counts = Counter(look for each in marks for look in each)
    marked = sum(map(bool, marks))
    most = frozenset(
        look for look, count in counts.items() if 2 * count > marked and 2 * count >= keyed
    )
    least = max(MANY if most else FEW, keyed / 4)
    return most | frozenset(look for look, count in counts.items() if count >= least)


def read_mark(marks: Marks, own: frozenset[str]) -> ReadMark:
    """The options marked in one question of a file with looks of its own.

    Looks that contradict each other give more than one option: a person must choose.
    """
    places = tuple(sorted(frozenset[int]().union(*marks.values())))
    return ReadMark(places) if own & marks.keys() else ReadMark(other=places)
