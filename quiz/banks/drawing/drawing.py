"""Drawing questions for a contest: the same seed always draws and shuffles the same."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from random import Random

from quiz.core.errors import Rejected
from quiz.core.nouns.model import Answer, Kind, Question

MCQ = frozenset({Kind.ONE, Kind.SEVERAL, Kind.TRUE_FALSE})


def draw(
    questions: Sequence[Question],
    count: int,
    seed: str,
    *,
    topics: Collection[str] = (),
    kinds: Collection[Kind] = (),
    difficulties: Collection[int] = (),
    excluding: Collection[str] = (),
    mcq_first: int = 0,
    place: Callable[[Question], bool] = lambda _: True,
) -> tuple[Question, ...]:
    """`count` questions of the wanted topics, kinds and difficulties, options shuffled.

    Empty means any. `excluding` are ids not to draw; `place` is asked for each question, in the
    order of luck, whether it may have one of the places (see `quotas.DrawPlaces`). The first
    `mcq_first` are tapped rather than typed (one, several, true or false); the difficulty rises
    within them and within the rest. Raises Rejected("too_few_questions", how many there are).
    """
    wanted = suitable(questions, topics, kinds, difficulties, excluding)
    Random(seed).shuffle(wanted)
    first = min(mcq_first, count)
    tapped = placed([question for question in wanted if question.kind in MCQ], first, place)
    if len(tapped) < first:
        raise Rejected("too_few_questions", str(len(tapped)))
    chosen = {question.id for question in tapped}
    others = [question for question in wanted if question.id not in chosen]
    rest = placed(others, count - len(tapped), place)
    if len(tapped) + len(rest) < count:
        raise Rejected("too_few_questions", str(len(wanted)))
    drawn = [*sorted(tapped, key=hardness), *sorted(rest, key=hardness)]
    return tuple(shuffled(question, seed) for question in drawn)


def placed(
    questions: Sequence[Question], count: int, place: Callable[[Question], bool]
) -> list[Question]:
    """The first `count` of the questions that are given a place."""
    found: list[Question] = []
    for question in questions:
        if len(found) == count:
            break
        if place(question):
            found.append(question)
    return found


def swap(
    drawn: Sequence[Question],
    id: str,
    questions: Sequence[Question],
    seed: str,
    *,
    topics: Collection[str] = (),
    excluding: Collection[str] = (),
) -> tuple[Question, ...]:
    """The drawn questions with one replaced, in its place, by another that is not among them.

    The nearest one is taken: same kind first, then same topic, then nearest difficulty.
    `excluding` are ids not to take, such as those swapped out before.
    Raises Rejected("unknown_question") and Rejected("too_few_questions").
    """
    old = next((question for question in drawn if question.id == id), None)
    if old is None:
        raise Rejected("unknown_question", id)
    used = {question.id for question in drawn} | set(excluding)
    others = suitable(questions, topics, (), (), used)
    if not others:
        raise Rejected("too_few_questions", "0")
    Random(f"{seed}/{id}").shuffle(others)
    new = shuffled(min(others, key=lambda other: distance(old, other)), seed)
    return tuple(new if question is old else question for question in drawn)


def shuffled(question: Question, seed: str) -> Question:
    """The question with its options in a random order and its key pointing at the same texts.

    Options to be ordered never appear in the right order. True/false, typed and fixed-order
    questions stay as they are.
    """
    if question.fixed_order or question.kind is Kind.TRUE_FALSE or not question.options:
        return question
    luck = Random(f"{seed}/{question.id}/options")
    order = list(range(len(question.options)))
    luck.shuffle(order)
    while question.kind is Kind.ORDER and tuple(order) in question.key:
        luck.shuffle(order)
    options = tuple(question.options[position] for position in order)
    return replace(
        question,
        options=options,
        key=tuple(moved(entry, order, question) for entry in question.key),
    )


def moved(entry: Answer, order: list[int], question: Question) -> Answer:
    """One accepted answer after the options were put into `order`."""
    if isinstance(entry, str):
        return entry
    places = [order.index(position) for position in entry]
    return tuple(places if question.kind is Kind.ORDER else sorted(places))


def suitable(
    questions: Sequence[Question],
    topics: Collection[str],
    kinds: Collection[Kind],
    difficulties: Collection[int],
    excluding: Collection[str],
) -> list[Question]:
    """Those that may be drawn, in the order of their ids, so that a bank's order is no matter."""
    return sorted(
        (
            question
            for question in questions
            if question.id not in excluding
            and (not topics or question.topic in topics)
            and (not kinds or question.kind in kinds)
            and (not difficulties or question.difficulty in difficulties)
        ),
        key=lambda question: question.id,
    )


def hardness(question: Question) -> int:
    """What drawn questions are put in order by."""
    return question.difficulty


def distance(old: Question, new: Question) -> tuple[bool, bool, int]:
    """How unlike the question it replaces another one is."""
    return (
        new.kind is not old.kind,
        new.topic != old.topic,
        abs(new.difficulty - old.difficulty),
    )
