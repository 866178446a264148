"""Whether a contestant was right, whoever judged it: the key, or the host by ear."""

from quiz.core.nouns.shapes import Verdict
from quiz.core.nouns.state import Asked
from quiz.core.question.comparing import is_right
from quiz.core.remembering import lasting


def right_of(asked: Asked, number: int) -> bool | None:
    """Whether a contestant answered right; None where nothing was answered."""
    judged = asked.judged.get(number)
    if judged is not None:
        return judged
    given = asked.answers.get(number)
    return None if given is None else is_right(asked.question, given.answer, asked.comparing)


def replied(asked: Asked) -> frozenset[int]:
    """Who answered, on the phone or aloud."""
    return frozenset((*asked.answers, *asked.judged))


def replies(asked: Asked) -> int:
    """How many answered."""
    return len(asked.answers) + sum(number not in asked.answers for number in asked.judged)


@lasting
def rightly(asked: Asked) -> frozenset[int]:
    """Who answered right; thousands are judged once, and again when something is corrected."""
    return frozenset(number for number in replied(asked) if right_of(asked, number))


def called(asked: Asked) -> frozenset[int]:
    """Who was asked for an answer: everybody eligible, or those who were called."""
    return asked.eligible if asked.called is None else asked.called


def verdict_of(asked: Asked, number: int) -> Verdict | None:
    """What became of a contestant's answer; None for who was not asked for one."""
    if number not in called(asked):
        return None
    if asked.voided:
        return Verdict.VOID
    if number in rightly(asked):
        return Verdict.RIGHT
    return Verdict.WRONG if number in asked.answers or number in asked.judged else Verdict.NONE
