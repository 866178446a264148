"""Aiken: a question, its lettered options, and a line `ANSWER: B`."""

from quiz.banks.bank import Bank
from quiz.banks.exporting.carrying import Carrier
from quiz.banks.question import LETTERS
from quiz.core.nouns.model import Kind, Question

CARRIER = Carrier(kinds=frozenset((Kind.ONE, Kind.TRUE_FALSE)))


def write_aiken(bank: Bank) -> bytes:
    """The bank's questions, which must all be ones that the format carries."""
    return "\n".join(map(block, bank.questions)).encode()


def block(question: Question) -> str:
    """One question with its options and its answer."""
    options = [
        f"{letter}. {option}" for letter, option in zip(LETTERS, question.options, strict=False)
    ]
    right = [LETTERS[int(position)] for position in question.key[0]]
    return "\n".join([question.text, *options, f"ANSWER: {right[0]}", ""])
