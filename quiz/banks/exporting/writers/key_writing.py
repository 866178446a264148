"""A question's key as people write it in a cell or on a line."""

from quiz.banks.question import LETTERS
from quiz.core.nouns.model import Kind, Question


def written_key(question: Question) -> str:
    """Letters, Đúng or Sai, a number, or the accepted texts with bars between them."""
    first = question.key[0]
    if isinstance(first, str):
        texts = " | ".join(map(str, question.key))
        return comma(texts) if question.kind is Kind.NUMBER else texts
    if question.kind is Kind.TRUE_FALSE:
        return question.options[first[0]]
    return ", ".join(LETTERS[position] for position in first)


def comma(number: str) -> str:
    """A number with its decimals after a comma."""
    return number.replace(".", ",")
