"""A diff: what changed between two versions of a question or of a bank's head, word by word."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from quiz.banks.bank import Bank
from quiz.banks.question import LETTERS
from quiz.core.nouns.model import Question
from quiz.core.views.seeing import key_text

DifferencePart = tuple[str, str]
"""How a run of words changed (`same`, `gone`, `new`), and the words."""
LEAST_IN_COMMON = 0.4
"""Share of words below which a text is told as replaced, not as mended here and there."""
HEAD = ("title", "title_en", "description", "as_of", "language")
FIELDS = (
    "kind",
    "text",
    "options",
    "key",
    "tolerance",
    "explanation",
    "citation",
    "source_status",
    "as_of",
    "topic",
    "difficulty",
    "seconds",
    "points",
    "strict_marks",
    "fixed_order",
    "picture",
)


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that changed, its words in order: those that stayed, went and came."""

    field: str
    parts: tuple[DifferencePart, ...]


def differences(before: Question | None, after: Question | None) -> tuple[Difference, ...]:
    """The fields of a question that changed; None is a question that is not there."""
    return compared(told(before), told(after), FIELDS)


def head_differences(before: Bank | None, after: Bank | None) -> tuple[Difference, ...]:
    """The fields of a bank's head that changed."""
    one, other = ({name: getattr(head, name, "") for name in HEAD} for head in (before, after))
    return compared(one, other, HEAD)


def compared(
    before: dict[str, str], after: dict[str, str], fields: tuple[str, ...]
) -> tuple[Difference, ...]:
    """The fields whose texts differ."""
    return tuple(
        Difference(name, word_parts(before.get(name, ""), after.get(name, "")))
        for name in fields
        if before.get(name, "") != after.get(name, "")
    )


def told(question: Question | None) -> dict[str, str]:
    """The fields of a question as texts; those with their usual value are empty."""
    if question is None:
        return {}
    lettered = zip(LETTERS, question.options, strict=False)
    texts = {name: getattr(question, name) for name in FIELDS}
    return {
        **{name: str(value) if value else "" for name, value in texts.items()},
        "options": " · ".join(f"{letter}. {option}" for letter, option in lettered),
        "key": key_text(question),
        "tolerance": "" if question.tolerance == "0" else question.tolerance,
    }


def word_parts(before: str, after: str) -> tuple[DifferencePart, ...]:
    """The words of both texts, each run marked as `same`, `gone` or `new`."""
    return tuple(runs(before.split(), after.split()))


def runs(one: list[str], other: list[str]) -> Iterator[DifferencePart]:
    """Runs of words, what went before what came in its place; little in common is nothing."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.ratio() < LEAST_IN_COMMON:
        whole = (("gone", " ".join(one)), ("new", " ".join(other)))
        yield from (part for part in whole if part[1])
        return
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "equal":
            yield "same", " ".join(one[a:b])
            continue
        if a < b:
            yield "gone", " ".join(one[a:b])
        if c < d:
            yield "new", " ".join(other[c:d])
