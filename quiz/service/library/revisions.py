"""The history of a bank: every change with what it replaced."""

from collections.abc import Iterable
from dataclasses import dataclass

from quiz.banks.bank import Bank
from quiz.core.nouns.model import Question
from quiz.service.library.bank_overlays import head_of, question_of
from quiz.service.library.rows import BankChange

BUNDLED = "bundled"
"""The act of version 0: what the program came with."""


@dataclass(frozen=True, slots=True)
class Revision:
    """One change; `at` is ms since 1970, `by` the account's name.

    `before` and `after` are the question's, `head_before` and `head_after` the bank's.
    """

    version: int
    question: str
    act: str
    at: int = 0
    by: str = ""
    before: Question | None = None
    after: Question | None = None
    head_before: Bank | None = None
    head_after: Bank | None = None


def revisions(base: Bank | None, changes: Iterable[BankChange]) -> tuple[Revision, ...]:
    """The changes in order, each with what it replaced."""
    questions = {each.id: each for each in (base.questions if base else ())}
    head = base
    made: list[Revision] = []
    for change in changes:
        old, new = questions.get(change.question_id), question_of(change)
        if new:
            questions[change.question_id] = new
        old_head, head = head, head_of(change) or head
        who = (change.version, change.question_id, change.act, change.at, change.by)
        if change.question_id:
            made.append(Revision(*who, before=old, after=new or old))
        else:
            made.append(Revision(*who, head_before=old_head, head_after=head))
    return tuple(made)


def bundled_revisions(base: Bank | None, question_id: str) -> tuple[Revision, ...]:
    """Version 0 of a bundled question: what its file says now."""
    bundled = [each for each in (base.questions if base else ()) if each.id == question_id]
    return tuple(Revision(0, question_id, BUNDLED, after=each) for each in bundled)
