"""What a format can carry of a question, and why it cannot carry one."""

from collections.abc import Container
from dataclasses import dataclass, replace

from quiz.banks.bank import Bank
from quiz.banks.importing.checking import (
    LONGEST_OPTION,
    LONGEST_TEXT,
    is_time_allowed,
    names_others,
)
from quiz.banks.importing.draft import DraftQuestion
from quiz.banks.importing.readers.own_yaml_reader import draft_from
from quiz.core.nouns.model import Kind, Question
from quiz.resting import rested

OPTIONAL = frozenset(
    (
        "id",
        "explanation",
        "citation",
        "source_status",
        "as_of",
        "topic",
        "difficulty",
        "seconds",
        "points",
    )
)
"""Fields that a question is still the same without."""
CHOICES = frozenset((Kind.ONE, Kind.SEVERAL))
NOTHING = DraftQuestion("", "")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A question that the file does not hold, and the code of why."""

    question: str
    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Exported:
    """A file, and what of the bank it does not hold."""

    data: bytes
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Carrier:
    """What a format can carry: kinds, fields beyond text, options and key, and its limits."""

    kinds: frozenset[Kind]
    fields: frozenset[str] = frozenset()
    most_options: int = 6
    longest_text: int = LONGEST_TEXT
    longest_option: int = LONGEST_OPTION
    seconds: Container[int] = range(601)

    def dropped(self) -> tuple[str, ...]:
        """The fields that a question loses in this format."""
        return tuple(sorted(OPTIONAL - self.fields))


def sorted_out(bank: Bank, carrier: Carrier) -> tuple[Bank, tuple[LeftOut, ...]]:
    """The bank with the questions that the format can carry, and why not the others."""
    refused = [refusal(question, carrier) for question in rested(bank.questions)]
    kept = tuple(question for question, why in zip(bank.questions, refused, strict=True) if not why)
    return replace(bank, questions=kept), tuple(why for why in refused if why)


def refusal(question: Question, carrier: Carrier) -> LeftOut | None:
    """Why the format cannot carry this question, if it cannot."""
    longest = max(map(len, question.options), default=0)
    many = len(question.key) > 1 and question.kind is not Kind.TEXT
    special = {
        "picture": bool(question.picture),
        "strict_marks": question.strict_marks,
        "tolerance": question.tolerance != "0",
        "fixed_order": question.fixed_order and not names_others(question.options),
    }
    reasons = {
        "kind": (question.kind not in carrier.kinds, question.kind.value),
        "second_answer": (many, ""),
        **{name: (has and name not in carrier.fields, "") for name, has in special.items()},
        "options_many": (
            len(question.options) > carrier.most_options,
            f"{len(question.options)} > {carrier.most_options}",
        ),
        "text_long": (
            len(question.text) > carrier.longest_text,
            f"{len(question.text)} > {carrier.longest_text}",
        ),
        "option_long": (
            longest > carrier.longest_option,
            f"{longest} > {carrier.longest_option}",
        ),
        "seconds": (
            "seconds" in carrier.fields and not carries_seconds(question.seconds, carrier),
            str(question.seconds),
        ),
    }
    for reason, (holds, detail) in reasons.items():
        if holds:
            return LeftOut(question.id, reason, detail)
    return None


def carries_seconds(seconds: int, carrier: Carrier) -> bool:
    """Whether the format can say this time (0: the round's own)."""
    return is_time_allowed(seconds) and (seconds == 0 or seconds in carrier.seconds)


def expected(question: Question, carrier: Carrier) -> DraftQuestion:
    """The draft that reading the file again must give."""
    whole = draft_from(question)
    fixed = question.kind in CHOICES and names_others(question.options)
    kept = {name: getattr(whole if name in carrier.fields else NOTHING, name) for name in OPTIONAL}
    return same_form(replace(whole, fixed_order=whole.fixed_order or fixed, **kept))


def same_form(draft: DraftQuestion) -> DraftQuestion:
    """The draft without its place, the options of a sequence in their right order."""
    draft = replace(draft, place="")
    if draft.kind is not Kind.ORDER or not draft.key:
        return draft
    order = [position for position in draft.key[0] if isinstance(position, int)]
    options = tuple(draft.options[position] for position in order)
    return replace(draft, options=options, key=(tuple(range(len(options))),))
