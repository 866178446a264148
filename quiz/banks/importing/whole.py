"""Drafts that hold no doubt made into a bank, with what its file did not say filled in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quiz.banks.bank import Bank
from quiz.banks.importing.draft import DraftQuestion, Imported
from quiz.banks.importing.values.names import plain
from quiz.banks.question import ID, STATUSES
from quiz.core.nouns.citing import place_in_file
from quiz.core.nouns.model import Kind, Question

ENDINGS = {b"\x89PNG": "png", b"\xff\xd8\xff": "jpg", b"RIFF": "webp"}
BETWEEN = {Kind.ORDER: " → "} | {kind: "; " for kind in Kind if kind is not Kind.ORDER}


@dataclass(frozen=True, slots=True)
class DraftedBank:
    """A bank, and the pictures to lay beside it by their file names."""

    bank: Bank
    pictures: dict[str, bytes]


def head_of(imported: Imported, file: str, today: str) -> Bank:
    """A bank without questions, named after the file; `today` as 28/7/2026.

    The facts are taken to stand for today, which the organizer can change.
    """
    if imported.head is not None:
        return imported.head
    stem = file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    title = imported.title or stem
    name = re.sub(r"[^a-z0-9]+", "-", plain(stem)).strip("-")
    return Bank(name or "bank", title, title, f"Câu hỏi từ tệp {file}.", today, "vi", ())


def whole(head: Bank, drafts: Sequence[DraftQuestion], file: str) -> DraftedBank:
    """The bank of these drafts; those with doubts are not for it.

    A missing citation names the file and the place in it, so the source counts as secondary.
    """
    taken = {draft.id for draft in drafts if draft.id}
    questions, pictures = [], {}
    for number, draft in enumerate(drafts, 1):
        question = question_of(draft, head, file, fresh(head.id, number, taken))
        if draft.picture:
            pictures[question.picture] = draft.picture
        questions.append(question)
    return DraftedBank(replace(head, questions=tuple(questions)), pictures)


def fresh(bank: str, number: int, taken: set[str]) -> str:
    """An id that no question of the file has."""
    name = f"{bank}-{number:03d}"
    while name in taken:
        name += "-x"
    return name


def question_of(draft: DraftQuestion, head: Bank, file: str, fallback: str) -> Question:
    """One question; `fallback` is its id where the file gives it none that can be used."""
    name = draft.id if ID.fullmatch(draft.id) else fallback
    ending = next((each for start, each in ENDINGS.items() if draft.picture.startswith(start)), "")
    status = draft.source_status if draft.source_status in STATUSES else "secondary"
    return Question(
        name,
        draft.kind,
        draft.text,
        draft.key,
        draft.options,
        explanation=draft.explanation or f"Đáp án: {key_text(draft)}",
        citation=draft.citation or place_in_file(file, draft.place),
        source_status=status,
        as_of=draft.as_of or head.as_of,
        topic=draft.topic or head.title,
        difficulty=draft.difficulty,
        seconds=draft.seconds,
        points=draft.points,
        tolerance=draft.tolerance,
        strict_marks=draft.strict_marks,
        fixed_order=draft.fixed_order,
        picture=f"{name}.{ending}" if draft.picture else draft.picture_name,
    )


def key_text(draft: DraftQuestion) -> str:
    """The key as people say it; without letters, which are other ones once options are shuffled."""
    entries = [
        entry
        if isinstance(entry, str)
        else BETWEEN[draft.kind].join(draft.options[p] for p in entry)
        for entry in draft.key
    ]
    text = "; ".join(entries)
    return text.replace(".", ",") if draft.kind is Kind.NUMBER else text
