"""Whether something can be an answer, how one is written down, how many gave which."""

import unicodedata
from collections.abc import Iterable

from quiz.core.errors import Rejected
from quiz.core.nouns.model import Answer, Kind, Question
from quiz.core.question.comparing import read_number

TEXT_LIMIT = 200


def checked(question: Question, answer: Answer) -> Answer:
    """The answer in its stored form; raises Rejected("bad_answer") where it cannot be one."""
    if isinstance(answer, str):
        return _checked_text(question, answer)
    allowed = range(len(question.options))
    distinct = len(set(answer)) == len(answer) and all(place in allowed for place in answer)
    sizes: dict[Kind, bool] = {
        Kind.ONE: len(answer) == 1,
        Kind.TRUE_FALSE: len(answer) == 1,
        Kind.SEVERAL: len(answer) >= 1,
        Kind.ORDER: len(answer) == len(question.options),
    }
    if not distinct or not sizes.get(question.kind, False):
        raise Rejected("bad_answer")
    return tuple(sorted(answer)) if question.kind is Kind.SEVERAL else tuple(answer)


def _checked_text(question: Question, answer: str) -> str:
    text = " ".join(unicodedata.normalize("NFC", answer).split())
    text = "".join(char for char in text if unicodedata.category(char)[0] != "C")
    if not 1 <= len(text) <= TEXT_LIMIT or question.kind not in (Kind.TEXT, Kind.NUMBER):
        raise Rejected("bad_answer")
    if question.kind is Kind.NUMBER and read_number(text) is None:
        raise Rejected("bad_answer")
    return text


def answer_text(question: Question, answer: Answer) -> str:
    """An answer in words: letters for choices ("A, C"), a sequence for orders, or the text."""
    if isinstance(answer, str):
        return answer
    letters = [chr(ord("A") + place) for place in answer]
    return (" → " if question.kind is Kind.ORDER else ", ").join(letters)


def option_counts(question: Question, answers: Iterable[Answer]) -> tuple[int, ...]:
    """How many chose each option; `answers` are choices."""
    totals = [0] * len(question.options)
    for answer in answers:
        for place in answer:
            totals[int(place)] += 1
    return tuple(totals)
