"""Ids that nothing else in the library has."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from itertools import count

from quiz.banks.bank import Bank
from quiz.core.nouns.model import Question


def bank_with_fresh_ids(bank: Bank, banks: Collection[str], questions: Collection[str]) -> Bank:
    """The bank with its id, and its questions' ids, changed where they are taken."""
    name = free_id(bank.id or "bank", banks)
    return replace(
        bank, id=name, questions=questions_with_fresh_ids(bank.questions, name, questions)
    )


def questions_with_fresh_ids(
    questions: Iterable[Question], bank_id: str, taken: Collection[str]
) -> tuple[Question, ...]:
    """The questions, those whose id is taken or missing with a new one after the bank's."""
    used = set(taken)
    numbers = (f"{bank_id}-{number}" for number in count(1))
    made: list[Question] = []
    for question in questions:
        name = question.id
        if not name:
            name = next(number for number in numbers if number not in used)
        elif name in used:
            name = free_id(f"{bank_id}-{name}", used)
        used.add(name)
        made.append(replace(question, id=name))
    return tuple(made)


def free_id(id: str, taken: Collection[str]) -> str:
    """The id, or the same with the first number from 2 that is not taken."""
    number, wanted = 2, id
    while wanted in taken:
        wanted, number = f"{id}-{number}", number + 1
    return wanted
