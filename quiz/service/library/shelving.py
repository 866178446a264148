"""What the changes of a bank make of it: pure, from the rows of the shelf.

A shipped bank is its file with the changes laid over it, so a new file shows wherever nobody
changed a question; an own bank is its changes alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import msgspec

from quiz.banks.bank import Bank
from quiz.core.nouns.model import Question
from quiz.service.library.rows import BankChange

_encoder = msgspec.json.Encoder()
_question = msgspec.json.Decoder(Question)
_head = msgspec.json.Decoder(Bank)

ARCHIVING = {"question_archived": True, "question_restored": False}
BANK_ARCHIVING = {"bank_archived": True, "bank_restored": False}
HEADS = ("bank_made", "head_changed")
KEPT_APART = "kept_apart"
"""Somebody looked: the question is no duplicate of the one named in the data."""


@dataclass(frozen=True, slots=True)
class ShelvedQuestion:
    """A question on the shelf; `version` is the bank's when it last changed.

    `version` and `changed_at` (ms since 1970) are 0 for a question as it was shipped.
    """

    question: Question
    archived: bool = False
    version: int = 0
    changed_at: int = 0
    changed_by: str = ""


@dataclass(frozen=True, slots=True)
class ShelvedBank:
    """A bank on the shelf, archived questions included; `head` is the bank without questions."""

    head: Bank
    shipped: bool
    archived: bool = False
    version: int = 0
    questions: tuple[ShelvedQuestion, ...] = ()

    @property
    def bank(self) -> Bank:
        """The bank with those of its questions that are not archived."""
        active = tuple(each.question for each in self.questions if not each.archived)
        return replace(self.head, questions=active)


@dataclass(frozen=True, slots=True)
class Overlay:
    """What people changed in one bank; a question None is as the file has it."""

    head: Bank | None = None
    made: bool = False
    archived: bool = False
    version: int = 0
    head_version: int = 0
    questions: Mapping[str, tuple[Question | None, BankChange, bool]] = field(default_factory=dict)
    """By id: the question as put, the last change, whether it is archived."""
    apart: frozenset[frozenset[str]] = frozenset()
    """Pairs of ids that somebody said are no duplicates."""


def overlaid(overlay: Overlay, changes: Iterable[BankChange]) -> Overlay:
    """The overlay after more changes, in order."""
    questions = dict(overlay.questions)
    for change in changes:
        overlay = replace(overlay, version=change.version)
        if change.act == KEPT_APART:
            pair = frozenset((change.question_id, change.data or ""))
            overlay = replace(overlay, apart=overlay.apart | {pair})
        elif change.question_id:
            put, _, archived = questions.get(change.question_id, (None, change, False))
            put = read_question(change) or put
            archived = ARCHIVING.get(change.act, archived)
            questions[change.question_id] = (put, change, archived)
        else:
            overlay = with_head(overlay, change)
    return replace(overlay, questions=questions)


def with_head(overlay: Overlay, change: BankChange) -> Overlay:
    """The overlay after a change of the bank itself."""
    archived = BANK_ARCHIVING.get(change.act, overlay.archived)
    head = read_head(change)
    if head is None:
        return replace(overlay, archived=archived)
    made = overlay.made or change.act == "bank_made"
    return replace(overlay, archived=archived, head=head, made=made, head_version=change.version)


def shelved(base: Bank | None, overlay: Overlay) -> ShelvedBank | None:
    """The bank as it stands; None when its file is gone and nobody made it here."""
    if base is None and not overlay.made:
        return None
    head = overlay.head or replace(base, questions=()) if base else overlay.head
    assert head is not None
    found = {each.id: ShelvedQuestion(each) for each in (base.questions if base else ())}
    for name, (put, last, archived) in overlay.questions.items():
        question = put or (found[name].question if name in found else None)
        if question:
            found[name] = ShelvedQuestion(question, archived, last.version, last.at, last.by)
    shelf = tuple(found.values())
    return ShelvedBank(head, base is not None, overlay.archived, overlay.version, shelf)


def read_question(change: BankChange) -> Question | None:
    """The question that a change puts."""
    return _question.decode(change.data) if change.act == "question_put" and change.data else None


def read_head(change: BankChange) -> Bank | None:
    """The head that a change gives a bank."""
    return _head.decode(change.data) if change.act in HEADS and change.data else None


def written(thing: Question | Bank) -> str:
    """A question, or a bank's head, as the shelf keeps it."""
    return _encoder.encode(thing).decode()
