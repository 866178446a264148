"""Equal answers to a question, counted together."""

from collections import Counter

from quiz.core.nouns.console_shapes import AnswerGroup
from quiz.core.nouns.model import Answer
from quiz.core.nouns.state import Asked
from quiz.core.question.checking import answer_text
from quiz.core.question.comparing import is_right

GROUPS = 200
"""Groups of equal answers sent to the host, the largest first."""


def groups(asked: Asked) -> tuple[AnswerGroup, ...]:
    """Equal answers together, the commonest first."""
    totals: Counter[Answer] = Counter(given.answer for given in asked.answers.values())
    question = asked.question
    return tuple(
        AnswerGroup(
            answer,
            answer_text(question, answer),
            count,
            is_right(question, answer, asked.comparing),
        )
        for answer, count in totals.most_common(GROUPS)
    )
