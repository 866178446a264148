"""What the changes of a bank make of it: pure, from the log of changes.

A bundled bank is its file with the changes laid over it, so a new file shows wherever nobody
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
class LibraryQuestion:
    """A question of the library; `version` is the bank's when it last changed.

    `version` and `changed_at` (ms since 1970) are 0 for a question as its file has it.
    """

    question: Question
    archived: bool = False
    version: int = 0
    changed_at: int = 0
    changed_by: str = ""


@dataclass(frozen=True, slots=True)
class LibraryBank:
    """A bank of the library, archived questions included; `head` is the bank without questions."""

    head: Bank
    bundled: bool
    archived: bool = False
    version: int = 0
    questions: tuple[LibraryQuestion, ...] = ()

    @property
    def bank(self) -> Bank:
        """The bank with those of its questions that are not archived."""
        active = tuple(each.question for each in self.questions if not each.archived)
        return replace(self.head, questions=active)


@dataclass(frozen=True, slots=True)
class BankOverlay:
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


def overlay_after(overlay: BankOverlay, changes: Iterable[BankChange]) -> BankOverlay:
    """The overlay after more changes, in order."""
    questions = dict(overlay.questions)
    for change in changes:
        overlay = replace(overlay, version=change.version)
        if change.act == KEPT_APART:
            pair = frozenset((change.question_id, change.data or ""))
            overlay = replace(overlay, apart=overlay.apart | {pair})
        elif change.question_id:
            put, _, archived = questions.get(change.question_id, (None, change, False))
            put = question_of(change) or put
            archived = ARCHIVING.get(change.act, archived)
            questions[change.question_id] = (put, change, archived)
        else:
            overlay = overlay_with_head(overlay, change)
    return replace(overlay, questions=questions)


def overlay_with_head(overlay: BankOverlay, change: BankChange) -> BankOverlay:
    """The overlay after a change of the bank itself."""
    archived = BANK_ARCHIVING.get(change.act, overlay.archived)
    head = head_of(change)
    if head is None:
        return replace(overlay, archived=archived)
    made = overlay.made or change.act == "bank_made"
    return replace(overlay, archived=archived, head=head, made=made, head_version=change.version)


def bank_with_overlay(base: Bank | None, overlay: BankOverlay) -> LibraryBank | None:
    """The bank as it stands; None when its file is gone and nobody made it here."""
    if base is None and not overlay.made:
        return None
    head = overlay.head or replace(base, questions=()) if base else overlay.head
    assert head is not None
    found = {each.id: LibraryQuestion(each) for each in (base.questions if base else ())}
    for name, (put, last, archived) in overlay.questions.items():
        question = put or (found[name].question if name in found else None)
        if question:
            found[name] = LibraryQuestion(question, archived, last.version, last.at, last.by)
    store = tuple(found.values())
    return LibraryBank(head, base is not None, overlay.archived, overlay.version, store)


def question_of(change: BankChange) -> Question | None:
    """The question that a change puts."""
    return _question.decode(change.data) if change.act == "question_put" and change.data else None


def head_of(change: BankChange) -> Bank | None:
    """The head that a change gives a bank."""
    return _head.decode(change.data) if change.act in HEADS and change.data else None


def encoded(thing: Question | Bank) -> str:
    """A question, or a bank's head, as the log of changes has it."""
    return _encoder.encode(thing).decode()
